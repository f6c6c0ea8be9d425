type Level = 'info' | 'warn' | 'error'

/** One notable thing as one line: for people in a terminal, as JSON for whatever collects logs. */
export function logLine(
  level: Level,
  message: string,
  more: Record<string, unknown>,
  { terminal, now }: { terminal: boolean; now: Date },
): string {
  const time = now.toISOString()
  if (!terminal) return JSON.stringify({ time, level, message, ...more })
  const rest = Object.entries(more).map(([name, value]) => `  ${name}=${value}`)
  return `${time.slice(11, 19)}  ${level.padEnd(5)}  ${message}${rest.join('')}`
}
