/** What to know and to do about an error, as the end of its message. */
const cures = {
  missing:
    ' Is its environment variable set? A browser only gets one whose name the build lets through (NEXT_PUBLIC_…, VITE_…).',
  account:
    ' No tracking endpoint does so. Events wait. Is this the address, is the relay deployed there, and does it need no login?',
  response: ' Is the endpoint right?',
  expired: ' See `delivery.maxAgeMs`.',
  overflow: ' See `delivery.maxEvents`.',
  rejected: ' `body` has its answer.',
  cookies: ' Is `cookies.domain` this site?',
  context: ' The `context` of the configuration was left out.',
  user: ' The function `user` of the configuration threw, or gave no { uid, sid }.',
  storage: ' Events wait in memory.',
  entries: ' They were left alone.',
}

/**
 * Says in development what to know and to do about an error, and nothing in production: bundlers take the texts out of what ships.
 * Where there is no bundler, there is no `process`, and that counts as production.
 */
export function cure(name: keyof typeof cures): string {
  try {
    if (process.env.NODE_ENV !== 'production') return cures[name]
  } catch {}
  return ''
}
