/** Which tab sends now. */
export type SendingTab = 'this tab' | 'another tab' | 'none at the moment'

/** Asks for the lock by which tabs take turns at an endpoint. */
export async function sendingTab(endpoint: string | undefined): Promise<SendingTab> {
  const lock = `ometria|lock|${endpoint}`
  // The client that has the lock takes this question from others on its page.
  if (!dispatchEvent(new Event(lock, { cancelable: true }))) return 'this tab'
  return (await isLocked(lock)) ? 'another tab' : 'none at the moment'
}

async function isLocked(lock: string): Promise<boolean> {
  try {
    if (navigator.locks) {
      const { held } = await navigator.locks.query()
      return !!held?.some(({ name }) => name === lock)
    }
    const [, until] = (localStorage.getItem(lock) ?? '').split(' ')
    return Number(until) > Date.now()
  } catch {
    return false // In a sandboxed frame there is no other tab.
  }
}
