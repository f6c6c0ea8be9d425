import type { ConsentSource } from './consent.js'
import { onWindow } from './on-window.js'

/** What the page's `window` has of it, once its script has loaded. */
interface OneTrustGlobals {
  /** `',C0001,C0004,'` */
  OnetrustActiveGroups?: string
  OneTrust?: { IsAlertBoxClosed?: () => boolean }
}

/**
 * Consent as OneTrust has it for one of its groups (cookie categories). `pending` until its script is there and the
 * visitor answered, or until a group is active that the visitor need not be asked about.
 */
export function oneTrust({ group = 'C0004' } = {}): ConsentSource {
  return {
    get() {
      const { OnetrustActiveGroups, OneTrust }: OneTrustGlobals = Object(globalThis)
      if (OnetrustActiveGroups?.split(',').includes(group)) return 'granted'
      return OneTrust?.IsAlertBoxClosed?.() === true ? 'denied' : 'pending'
    },
    // Raised on `window` when its script has loaded and at each change, so it does not matter who was here first.
    subscribe: onWindow('OneTrustGroupsUpdated'),
  }
}
