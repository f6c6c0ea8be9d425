import { fromOmetriaTag } from 'ometria-headless/visitor'

/** As long as the client keeps it: 400 days. */
const maxAge = 400 * 24 * 60 * 60

/** Call it with the visitor's consent, before the first event. Does nothing for visitors whom the client knows already. */
export function keepTagVisitor() {
  const uid = fromOmetriaTag()?.uid
  if (!uid || document.cookie.includes('ometria_uid=')) return
  document.cookie = `ometria_uid=${encodeURIComponent(uid)}; Path=/; Max-Age=${maxAge}; SameSite=Lax; Secure`
}
