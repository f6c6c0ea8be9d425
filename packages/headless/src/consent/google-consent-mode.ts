import type { Consent, ConsentSource } from './consent.js'
import { whileFollowed } from './while-followed.js'

/** What Google's consent mode keeps a word on. */
export type GoogleConsentType =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage'

/**
 * Consent as Google's Consent Mode is told it for one consent type: by `gtag('consent', …)`, which goes through the
 * data layer.
 *
 * An `update` is the visitor's word. A `default` is what holds until then: `granted` counts, unless another default
 * denies it for some regions, since where the visitor is only Google knows; `denied` is `pending` here.
 */
export function googleConsentMode({
  type = 'ad_storage',
  dataLayer = 'dataLayer',
}: {
  type?: GoogleConsentType
  /** The name of the data layer, where the page has another than usual. */
  dataLayer?: string
} = {}): ConsentSource {
  const { read, answer } = createReading(type)
  let isWatched = false

  return {
    get() {
      // While watched, it is all read already, and what Tag Manager has since cleared away still counts.
      const layer: unknown = isWatched ? undefined : Object(globalThis)[dataLayer]
      if (Array.isArray(layer)) layer.forEach(read)
      return answer()
    },
    subscribe: whileFollowed(tell => {
      const page = Object(globalThis)
      // The first script that needs the list makes it, as gtag's own snippet does.
      page[dataLayer] ??= []
      page[dataLayer].forEach(read)
      const unwatch = watch(page[dataLayer], entries => {
        const before = answer()
        entries.forEach(read)
        // Not at once: a listener must not stand between the page and its own call.
        if (answer() !== before) queueMicrotask(tell)
      })
      isWatched = true
      return () => {
        isWatched = false
        unwatch()
      }
    }),
  }
}

/** What the entries of a data layer come to, read one after the other. */
function createReading(type: GoogleConsentType) {
  let updated: Consent | undefined
  let presumed: Consent | undefined
  let deniedInRegions = false

  return {
    read(entry: unknown) {
      try {
        // What gtag pushes is its `arguments`.
        const { 0: command, 1: kind, 2: state } = Object(entry)
        if (command !== 'consent') return
        const { [type]: word, region } = Object(state)
        if (word !== 'granted' && word !== 'denied') return
        if (kind === 'update') updated = word
        if (kind === 'default' && !region) presumed = word
        if (kind === 'default' && region && word === 'denied') deniedInRegions = true
      } catch {} // what throws when it is looked at is no word on consent, and the page's own to push
    },
    answer: (): Consent => updated ?? (presumed === 'granted' && !deniedInRegions ? 'granted' : 'pending'),
  }
}

/** Hears of what is pushed from now on. Tag Manager puts a `push` of its own around this one, or this goes around its. */
function watch(layer: unknown[], hear: (entries: unknown[]) => void): () => void {
  const push = layer.push
  function watched(...entries: unknown[]) {
    const length = push.apply(layer, entries)
    hear(entries)
    return length
  }
  layer.push = watched
  return () => {
    if (layer.push === watched) layer.push = push
  }
}
