import { randomUUID } from 'node:crypto'
import { and, count, eq, inArray, ne } from 'drizzle-orm'
import { folded } from '@/domain/moderation/words/fold'
import { readPattern } from '@/domain/moderation/words/pattern'
import { mostInstructions, mostInstructionsInAll, mostPatterns, mostRules, type WordKind, type WordRule } from '@/domain/moderation/words/rule'
import type { Permitted } from '@/domain/permission'
import type { Transaction } from '../../connection'
import { wordRuleChanges, wordRules } from '../../schema'
import { writeLog } from '../log'

type Keeping = { because: string; /** Epoch milliseconds. */ now: number }
type New = Pick<WordRule, 'kind' | 'action' | 'reason'> & { texts: string[] }

/** Why a list cannot be kept so; keys of messages.problems. */
export type KeepingProblem = 'words_known' | 'too_many_rules' | 'too_many_patterns'

/**
 * Adds rules, one a text. Those that are kept already, under whatever spelling is read the same, stay as they are; that all of
 * them are is a problem. Answers how many were added.
 */
export async function addWordRules(
  tx: Transaction, { by }: Permitted<'keep_words'>, { kind, action, reason, texts }: New, { because, now }: Keeping,
): Promise<{ added: number } | { problem: KeepingProblem }> {
  const byReading = new Map(texts.map(text => [readingOf(kind, text), text]))
  const known = await tx.select({ reading: wordRules.reading }).from(wordRules)
    .where(and(eq(wordRules.kind, kind), inArray(wordRules.reading, [...byReading.keys()])))
  for (const { reading } of known) byReading.delete(reading)
  if (byReading.size === 0) return { problem: 'words_known' }
  const [all] = await tx.select({ n: count() }).from(wordRules)
  if (all!.n + byReading.size > mostRules) return { problem: 'too_many_rules' }
  if (kind === 'pattern' && !await fitPatterns(tx, [...byReading.values()])) return { problem: 'too_many_patterns' }
  const ids: number[] = []
  for (const [reading, text] of byReading) {
    const [added] = await tx.insert(wordRules).values({ kind, text, reading, action, reason }).returning()
    await remember(tx, by.id, added!, { because, now })
    ids.push(added!.id)
  }
  await writeLog(tx, {
    at: now, actorId: by.id, act: 'add_words', reason: because,
    details: { words: String(ids.length), kind, action, first: String(ids[0]), last: String(ids.at(-1)) },
  })
  return { added: ids.length }
}

export type Edit = Pick<WordRule, 'id' | 'text' | 'action' | 'reason' | 'enabled'>

/** Changes a rule. Nothing is written where nothing changes. The log says which rule and how it acts, and not the word. */
export async function editWordRule(
  tx: Transaction, { by }: Permitted<'keep_words'>, { id, ...edit }: Edit, { because, now }: Keeping,
): Promise<{ done: true } | { problem: KeepingProblem } | { missing: true }> {
  const [before] = await tx.select().from(wordRules).where(eq(wordRules.id, id))
  if (!before) return { missing: true }
  const same = before.text === edit.text && before.action === edit.action && before.reason === edit.reason && before.enabled === edit.enabled
  if (same) return { done: true }
  // A word that stays as it was keeps its reading, so that it can be disabled however words are read by now.
  const reading = edit.text === before.text ? before.reading : readingOf(before.kind, edit.text)
  const [other] = await tx.select({ id: wordRules.id }).from(wordRules)
    .where(and(eq(wordRules.kind, before.kind), eq(wordRules.reading, reading), ne(wordRules.id, id)))
  if (other) return { problem: 'words_known' }
  if (before.kind === 'pattern' && edit.enabled && !await fitPatterns(tx, [edit.text], id)) return { problem: 'too_many_patterns' }
  const [after] = await tx.update(wordRules).set({ ...edit, reading }).where(eq(wordRules.id, id)).returning()
  await remember(tx, by.id, after!, { because, now })
  const state = (enabled: boolean) => (enabled ? 'on' : 'off')
  await writeLog(tx, {
    at: now, actorId: by.id, act: 'edit_word', reason: because,
    details: {
      word: String(id), kind: before.kind, action: edit.action, before: before.action,
      from: state(before.enabled), to: state(edit.enabled), text: before.text === edit.text ? 'same' : 'changed',
    },
  })
  return { done: true }
}

/** How a rule is compared with others of its kind. */
function readingOf(kind: WordKind, text: string): string {
  return kind === 'word' ? folded(text) : text
}

// What all patterns together may cost a text; see domain/moderation/words/rule.ts.
async function fitPatterns(tx: Transaction, added: string[], except = 0): Promise<boolean> {
  const rows = await tx.select({ text: wordRules.text }).from(wordRules)
    .where(and(eq(wordRules.kind, 'pattern'), eq(wordRules.enabled, true), ne(wordRules.id, except)))
  const ready = [...rows.map(row => row.text), ...added].map(readPattern)
  const instructions = ready.reduce((sum, it) => sum + ('run' in it ? it.instructions : mostInstructions), 0)
  return ready.length <= mostPatterns && instructions <= mostInstructionsInAll
}

async function remember(tx: Transaction, byId: number, row: typeof wordRules.$inferSelect, { because, now }: Keeping): Promise<void> {
  const { id: ruleId, kind, text, action, reason, enabled } = row
  await tx.insert(wordRuleChanges).values({
    ruleId, byId, rule: { kind, text, action, reason, enabled }, because, stamp: randomUUID(), at: now,
  })
}
