import { dialect } from '../dialect'
import { people } from './people'

const { table, text, integer, instant, index, primaryKey } = dialect

/** Who is asked for a second step, beside the password or the account elsewhere. */
export const twoSteps = table('two_steps', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** The secret of RFC 6238 that the authenticator shares, sealed (db/people/sealed.ts). */
  secret: text().notNull(),
  /** The last time step (of thirty seconds) whose code was taken: none is taken twice. */
  lastStep: integer().notNull(),
  since: instant().notNull(),
}, t => [primaryKey({ columns: [t.personId] })])

/** What somebody is about to set up: nothing of it holds before it is confirmed. */
export const twoStepPlans = table('two_step_plans', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** The secret, if it is to be a new one, and ten recovery codes; sealed. */
  sealed: text().notNull(),
  createdAt: instant().notNull(),
}, t => [primaryKey({ columns: [t.personId] })])

export const recoveryCodes = table('recovery_codes', {
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** 0 to 9, the first sign of the code: says which hash to compare with. */
  place: integer().notNull(),
  /** argon2id, PHC string. */
  hash: text().notNull(),
  usedAt: instant(),
}, t => [primaryKey({ columns: [t.personId, t.place] })])

/** A sign-in whose first step is done and whose second is not: opens nothing but the second. */
export const openSignIns = table('open_sign_ins', {
  /** SHA-256 of 256 random bits that only the cookie of this browser holds. */
  tokenHash: text().notNull(),
  personId: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** Where he wanted to go, as Chinese has it. */
  wanted: text().notNull(),
  /** The first step was a letter about a forgotten password: the new one, as argon2id, which holds once the second is done. */
  passwordHash: text(),
  expiresAt: instant().notNull(),
}, t => [primaryKey({ columns: [t.tokenHash] }), index('open_sign_ins_person').on(t.personId), index('open_sign_ins_end').on(t.expiresAt)])
