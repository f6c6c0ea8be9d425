/** Next.js calls this once, when the server starts. */
export async function register() {
  const { ometria } = await import('@/ometria/server')
  ometria()
}
