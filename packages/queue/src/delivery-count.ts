const second = 1_000

/** Counts deliveries, and writes the count down once a second: with each hit it would cost as much as the hit itself. */
export function createDeliveryCount(write: (hits: number) => Promise<void>) {
  let hits = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const counted = hits
    hits = 0
    if (counted === 0) return
    await write(counted).catch(() => {
      hits += counted
    })
  }
  return {
    add() {
      hits++
      timer ??= setTimeout(flush, second)
    },
    flush,
  }
}
