/** Whether a timer can wait so long. A timer of more than 2^31 - 1 ms goes off at once. */
export const isDuration = (ms: number) => ms > 0 && ms < 2 ** 31

export const aDuration = 'a number of milliseconds above 0, of 24 days at most'
