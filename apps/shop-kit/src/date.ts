const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

export function formatDate(iso: string): string {
  return long.format(new Date(iso))
}
