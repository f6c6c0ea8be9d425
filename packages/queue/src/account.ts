import type { OmetriaError, UpstreamAnswer } from 'ometria-headless/server'

const second = 1_000

/**
 * Whether the account takes hits at all. While it does not, one hit at a time asks whether its fault is mended, and the
 * others wait for what that one hears.
 */
export function createAccount({ tell, now = Date.now }: { tell(error: OmetriaError): void; now?(): number }) {
  let fault: (UpstreamAnswer & { as: 'account' }) | undefined
  let asked: Promise<unknown> | undefined
  let faults = 0
  let until = 0

  function note(answer: UpstreamAnswer): UpstreamAnswer {
    if (answer.as === 'account') {
      // Told again only when it has changed.
      if (answer.error.message !== fault?.error.message) tell(answer.error)
      fault = answer
    } else if (answer.as !== 'retryable') {
      fault = undefined
      faults = 0
    }
    return answer
  }

  return {
    async ask(send: () => Promise<UpstreamAnswer>): Promise<UpstreamAnswer> {
      if (!fault) return note(await send())
      if (asked) {
        await asked
        return fault ?? note(await send())
      }
      const answer = send().then(note)
      asked = answer.finally(() => {
        asked = undefined
      })
      return answer
    },
    /** How long to let the account be after its fault, in ms: 1, 2, 4 s, and so on up to a minute. */
    waitMs(): number {
      // Hits that were out together are one fault.
      if (now() >= until) until = now() + Math.min(60 * second, second * 2 ** faults++)
      return until - now()
    },
  }
}
