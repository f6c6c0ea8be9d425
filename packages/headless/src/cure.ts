/** What to do about an error, as the end of its message. */
const cures = {
  missing:
    ' Is its environment variable set? A browser only gets one whose name the build lets through (NEXT_PUBLIC_…, VITE_…).',
  account: ' Is this the address, is the relay deployed there, and does it need no login?',
  response: ' Is the endpoint right?',
  cookies: ' Is `cookies.domain` this site?',
}

/**
 * Says in development what to do about an error, and nothing in production: bundlers take the texts out of what ships.
 * Where there is no bundler, there is no `process`, and that counts as production.
 */
export function cure(name: keyof typeof cures): string {
  try {
    if (process.env.NODE_ENV !== 'production') return cures[name]
  } catch {}
  return ''
}
