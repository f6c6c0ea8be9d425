import { OmetriaError } from 'ometria-headless/server'

/** A store that takes longer to answer counts as down, in ms. */
export const storeTimeoutMs = 5_000

/** A promise, or a rejection where it takes longer than a store may. */
export async function within<T>(promise: Promise<T>, timeoutMs = storeTimeoutMs): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(storeDown()), timeoutMs)
  })
  try {
    return await Promise.race([promise, tooSlow])
  } finally {
    clearTimeout(timer)
  }
}

export const storeDown = () =>
  new OmetriaError('unavailable', `The queue's store gave no answer within ${storeTimeoutMs / 1000} s.`)
