import { dialect } from '../dialect'
import { people } from './people'

const { table, id, text, integer, instant, json, index, uniqueIndex, primaryKey } = dialect

/** Keys that people's devices keep for this site; here is only the public half. */
export const passkeys = table('passkeys', {
  id: id(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** What the device calls it, base64url. */
  credentialId: text().notNull(),
  /** COSE, base64url. */
  publicKey: text().notNull(),
  /** How often the device says it was used; 0 for ever where it does not count. */
  counter: integer().notNull(),
  transports: json<string[]>().notNull(),
  name: text().notNull(),
  createdAt: instant().notNull(),
  lastUsedAt: instant(),
}, t => [uniqueIndex('passkeys_credential').on(t.credentialId), index('passkeys_person').on(t.personId, t.id)])

/** Challenges that were answered, kept until they would have expired: none is answered twice. */
export const usedChallenges = table('used_challenges', {
  hash: text().notNull(),
  expiresAt: instant().notNull(),
}, t => [primaryKey({ columns: [t.hash] }), index('used_challenges_end').on(t.expiresAt)])
