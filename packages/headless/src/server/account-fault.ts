import { OmetriaError } from '../errors.js'

/**
 * What an answer says about the account: an answer that no tracking endpoint gives. Trying again helps only once somebody
 * has mended the cause, so the message names the cause and the cure.
 */
export function accountFault({ status, redirected }: Response): OmetriaError {
  return new OmetriaError(
    'account',
    `Ometria answered ${status}${redirected ? ' after a redirect' : ''}: ${causeOf(status, redirected)}`,
  )
}

function causeOf(status: number, redirected: boolean): string {
  if ([401, 403, 407].includes(status)) {
    return 'it did not accept the credentials. Check `auth`, `domainKey` and `locationKey`.'
  }
  if ([404, 405].includes(status)) {
    return "there is no tracking endpoint at the account's address. Check `domainKey` and `locationKey`."
  }
  if (redirected || status < 200 || (status >= 300 && status < 400)) {
    return 'the tracking endpoint never redirects. Check `domainKey` and `locationKey`, and any proxy in between.'
  }
  return 'this is a web page, which no tracking endpoint sends. It may be a page of maintenance, or of a proxy in between.'
}
