import { post } from './post.js'
import { kill, run } from './processes.js'
import { seeded } from './random.js'
import type { Shop } from './shop.js'
import { until } from './until.js'
import { againIn, type Behaviour, type Received } from './upstream.js'

interface Settings {
  url: string
  seed: number
  hits: number
  /** How long a worker or a relay lives on average before it is killed, in ms, and how many are. */
  killEveryMs: number
  kills: number
  timeoutMs: number
}

/**
 * Two relay processes and three workers, all killed at random and started again, and an Ometria that fails at random.
 * Pages post until they are answered 202 or 200. Resolves when everything is delivered, with what Ometria has seen.
 */
export async function chaos({ name, queue, upstream }: Shop, settings: Settings) {
  const { url, seed, hits, killEveryMs, kills, timeoutMs } = settings
  const random = seeded(seed)
  upstream.behave(() => trouble(random()))

  const relays = await Promise.all([0, 1].map(() => run('relay-process', url, name)))
  const workers = await Promise.all([0, 1, 2].map(() => run('worker-process', url, name, upstream.url)))
  const killed: Killed[] = []

  async function killAtRandom() {
    for (let times = 0; times < kills; times++) {
      await new Promise(resolve => setTimeout(resolve, random() * 2 * killEveryMs))
      const nth = Math.floor(random() * 5)
      const [of, at, again] =
        nth < 3
          ? ([workers, nth, () => run('worker-process', url, name, upstream.url)] as const)
          : ([relays, nth - 3, () => run('relay-process', url, name)] as const)
      const victim = of[at]
      if (nth < 3) killed.push({ pid: victim?.child.pid, at: Date.now() })
      if (victim) await kill(victim.child)
      of[at] = await again()
    }
  }

  async function postAll() {
    let next = 0
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let nth = next++; nth < hits; nth = next++) {
          while (
            ![200, 202].includes(await post(relays[Math.floor(random() * 2)]?.port ?? 0, `hit-${nth}`))
          ) {
            await new Promise(resolve => setTimeout(resolve, 50))
          }
        }
      }),
    )
  }

  await Promise.all([killAtRandom(), postAll()])
  await until(async () => {
    const { waiting, active, delayed } = await queue.counts()
    return waiting + active + delayed === 0
  }, timeoutMs)
  await Promise.all([...relays, ...workers].map(({ child }) => kill(child)))
  return { ...seen(upstream.received, hits, killed), killed }
}

/** One hit in twenty finds trouble. */
function trouble(chance: number): Behaviour {
  if (chance < 0.025) return { status: 500 }
  if (chance < 0.04) return { reset: true }
  if (chance < 0.048) return { status: 503, body: '<html>' }
  if (chance < 0.049) return { hang: true }
  if (chance < 0.05) return { status: 429, headers: { 'retry-after': '1' } }
  return {}
}

interface Killed {
  pid: number | undefined
  at: number
}

/**
 * What was never taken; and what was taken twice, by cause: the worker that sent it first was killed before it could note
 * that, or there is no such excuse.
 */
function seen(received: Received[], hits: number, killed: Killed[]) {
  const taken = new Set(received.filter(({ status }) => status === 200).map(({ request_id }) => request_id))
  const again = againIn(received).map(({ hit, before }) => ({
    id: hit.request_id,
    afterMs: hit.at - before.at,
    killed: killed.some(({ pid, at }) => pid === before.by && at <= hit.at),
  }))
  return {
    lost: Array.from({ length: hits }, (_, nth) => `hit-${nth}`).filter(id => !taken.has(id)),
    killedOver: again.filter(({ killed }) => killed),
    twice: again.filter(({ killed }) => !killed),
  }
}
