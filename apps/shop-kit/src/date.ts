// The shop's own day, which is the same wherever the page is rendered.
const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

export function formatDate(iso: string): string {
  return long.format(new Date(iso))
}
