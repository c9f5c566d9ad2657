import type { Transaction } from '@/db/connection'
import { revokeTokens } from '@/db/people/api-tokens'
import { mailAddressOf } from '@/db/people/mail-addresses'
import { dropMailLinks } from '@/db/people/mail-links'
import { dropPasskeys } from '@/db/people/passkeys'
import { personById, setPasswordHash } from '@/db/people/people'
import { endOtherSessions } from '@/db/people/sessions'
import { removeWebhooks } from '@/db/webhooks/webhooks'
import type { Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { tellByLetter } from './tell-by-letter'

/**
 * A forgotten password is another: whatever else opened the account is worth nothing any longer, since nobody knows who
 * holds it. Sessions (the new one is begun after this), links, tokens, webhooks and passkeys end, but for the passkey that
 * has just shown who he is.
 */
export async function recover(
  tx: Transaction, personId: number, { passwordHash, lang, now, passkey }: { passwordHash: string; lang: Language; now: number; passkey?: number },
): Promise<void> {
  await setPasswordHash(tx, personId, passwordHash)
  await endOtherSessions(tx, personId, 0)
  await dropMailLinks(tx, personId)
  await revokeTokens(tx, personId)
  await removeWebhooks(tx, personId, now)
  await dropPasskeys(tx, personId, passkey)
  const [person, address] = [await personById(tx, personId), await mailAddressOf(tx, personId)]
  if (address) await tellByLetter(tx, address, wordsFor(lang).byMail.letters.recovered(person!.name), { personId, now })
}
