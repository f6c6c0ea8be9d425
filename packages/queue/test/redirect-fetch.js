// Preloaded into the command: what it sends to Ometria goes to OMETRIA_TEST_UPSTREAM.
const { fetch } = globalThis
globalThis.fetch = (_, init) => fetch(process.env.OMETRIA_TEST_UPSTREAM ?? '', init)
