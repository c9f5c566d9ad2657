import type { Case } from '@/domain/case/case'
import type { Problem } from '@/domain/case/problem'
import { textsOf, withTexts } from '@/domain/moderation/words/case-texts'
import { sift, type FieldText, type Sifted } from '@/domain/moderation/words/sift'
import { isModerator } from '@/domain/permission'
import type { Member } from '@/domain/people/viewer'
import type { Database, Transaction } from '../../connection'
import { queueUp, type HeldBack } from '../queue/queue-up'
import { waitsFor } from '../waits'
import { wordFilter } from './filter'

/** What becomes of something before it is stored. */
export type Looked<Thing> = { problems: Problem[] } | {
  /** As it is to be stored, with words covered. */
  it: Thing
  covered: boolean
  /** Why it waits until a moderator has let it in; null: it does not. */
  heldBack: HeldBack | null
}

type Writing = { author: Member; /** Epoch milliseconds. */ now: number }

/** Looks at a case before it is stored; with `former` it is an edit, of which only what is new is looked at. */
export async function lookAtCase(tx: Transaction, it: Case, { author, now, former }: Writing & { former?: Case }): Promise<Looked<Case>> {
  const sifted = await siftNow(tx, textsOf(it, former))
  if (sifted.problems.length > 0) return { problems: sifted.problems }
  return { it: withTexts(it, sifted.masked), covered: sifted.masked.size > 0, heldBack: await heldFor(tx, sifted, { author, now }) }
}

/** Looks at the words of a reply, new or edited, before they are stored. */
export async function lookAtWords(tx: Transaction, text: string, writing: Writing): Promise<Looked<string>> {
  const sifted = await siftNow(tx, [{ path: 'words', text }])
  if (sifted.problems.length > 0) return { problems: sifted.problems }
  return { it: sifted.masked.get('words') ?? text, covered: sifted.masked.size > 0, heldBack: await heldFor(tx, sifted, writing) }
}

/**
 * Looks at a name before somebody has it. A name cannot be covered, so what would be is refused; what would wait is had, and
 * shown to the moderators.
 */
export async function lookAtName(database: Database, name: string): Promise<{ problems: Problem[] } | { waits: Sifted['waits'] }> {
  const { problems, masked, waits } = await siftNow(database, [{ path: 'name', text: name }])
  if (problems.length > 0) return { problems }
  return masked.size > 0 ? { problems: [{ path: 'name', code: 'name_not_allowed' }] } : { waits }
}

/** Shows the moderators a name that met a rule; nothing where it met none. */
export async function showName(tx: Transaction, personId: number, waits: Sifted['waits'], now: number): Promise<void> {
  if (waits.length === 0) return
  await queueUp(tx, { kind: 'word_filter', subject: 'person', subjectId: personId, personId, details: foundDetails(waits), now })
}

/** Of what the queue says about words that waited. */
function foundDetails(waits: Sifted['waits']): Record<string, string> {
  const few = waits.slice(0, 5)
  return { rules: few.map(it => it.rule).join(','), found: few.map(it => it.found).join(' · ') }
}

async function siftNow(database: Database, texts: FieldText[]): Promise<Sifted> {
  return sift(await wordFilter(database), texts)
}

// Who waits anyway waits once, and the moderator sees why more than that. Nobody but moderators decides, so they do not wait.
async function heldFor(tx: Transaction, { waits }: Sifted, { author, now }: Writing): Promise<HeldBack | null> {
  if (waits.length > 0 && !isModerator(author)) return { kind: 'word_filter', details: foundDetails(waits), rank: 0 }
  return waitsFor(tx, author, now)
}
