import type { OmetriaClient, OmetriaConfig, User } from 'ometria-headless'

/** An id of the visitor. `since`: when this page first saw it, in ms since 1970; nothing where an earlier page left it. */
export interface SeenId {
  id: string
  since: number | undefined
}

export interface SeenVisitor {
  uid: SeenId
  sid: SeenId
  /** Where the ids come from, in words. */
  from: string
}

/** Looks at who the visitor is, and remembers since when, from now on. `config`: as it is now, where it is known. */
export function createVisitorWatch(client: OmetriaClient, config: OmetriaConfig | undefined) {
  /** What stood in the cookies before this page tracked anything. */
  const atFirst = cookies()
  const since = new Map<string, number>()

  function seen(id: string): SeenId {
    if (!since.has(id)) since.set(id, Date.now())
    const isOlder = atFirst.some(([, value]) => holds(value, id))
    return { id, since: isOlder ? undefined : since.get(id) }
  }

  return {
    /** Asking the client for the visitor makes one. So it is not asked before it has made or read one by itself. */
    look(hasTracked: boolean): SeenVisitor | undefined {
      if (!hasTracked && !hasIdsInCookies(config)) return undefined
      const user = client.getUser()
      return user ? { uid: seen(user.uid), sid: seen(user.sid), from: originOf(user, config) } : undefined
    },
  }
}

function hasIdsInCookies(config: OmetriaConfig | undefined): boolean {
  const names = cookies().map(([name]) => name)
  const { uid = 'ometria_uid', sid = 'ometria_sid' } = config?.cookies ?? {}
  return names.includes(uid) && names.includes(sid)
}

function originOf({ uid }: User, config: OmetriaConfig | undefined): string {
  if (typeof config?.user === 'object') return 'the `user` of <OmetriaProvider>'
  if (namedBy(config?.user)?.uid === uid) return 'the function `user` of <OmetriaProvider>'
  const [cookie] = cookies().find(([, value]) => holds(value, uid)) ?? []
  if (cookie) return `the cookie \`${cookie}\``
  return config ? 'this page’s memory, since the browser keeps no cookies' : 'the shop, or this page’s memory'
}

function namedBy(user: OmetriaConfig['user']): User | undefined {
  try {
    return typeof user === 'function' ? user() : undefined
  } catch {
    return undefined // The client tells the shop.
  }
}

/** A cookie of another's may hold more than the id. A short id may stand anywhere by chance. */
const holds = (value: string, id: string) => value === id || (id.length >= 8 && value.includes(id))

function cookies(): [name: string, value: string][] {
  try {
    return document.cookie.split('; ').map(cookie => {
      const [name = '', ...value] = cookie.split('=')
      return [name, value.join('=')]
    })
  } catch {
    return [] // A sandboxed frame has none, and throws.
  }
}
