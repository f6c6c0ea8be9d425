interface Window {
  /** What `page.js` puts there. */
  bench: {
    trackNow(prefix: string, count: number): void
    fetchOneByOne(count: number): Promise<number>
  }
  /** What `big-page.jsx` puts there. */
  bigPage: {
    trackOneByOne(prefix: string, count: number): Promise<void>
    renders: { tracking: number; others: number }
  }
}
