const second = 1_000

/** Exponential backoff with full jitter, 1 s to 5 min: how long to wait after so many failed attempts, in ms. */
export const backoff = (failures: number, random: number): number =>
  Math.ceil(random * Math.min(300 * second, second * 2 ** (failures - 1)))
