import { desc, eq } from 'drizzle-orm'
import { readyFilter, type WordFilter } from '@/domain/moderation/words/filter'
import type { Database } from '../../connection'
import { wordRuleChanges, wordRules } from '../../schema'

let ready: { stamp: string; filter: WordFilter } | null = null

/**
 * The filter that is in force, as this transaction sees it. Made ready once for each state of the list: a post costs one look
 * at the last change, however many rules there are.
 */
export async function wordFilter(database: Database): Promise<WordFilter> {
  const [last] = await database.select({ stamp: wordRuleChanges.stamp }).from(wordRuleChanges)
    .orderBy(desc(wordRuleChanges.id)).limit(1)
  const stamp = last?.stamp ?? ''
  if (ready?.stamp === stamp) return ready.filter
  const rules = last ? await database.select().from(wordRules).where(eq(wordRules.enabled, true)) : []
  ready = { stamp, filter: readyFilter(rules) }
  return ready.filter
}
