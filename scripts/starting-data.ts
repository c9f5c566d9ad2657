import { readFileSync } from 'node:fs'
import { write, type Transaction } from '../db/connection'
import { checkLine, storeReady, type ReadyCase } from '../db/cases/import'
import { plantTags } from '../db/moderation/tags'
import { storeRuleChanges } from '../db/rules/changes'
import { cases, ruleChanges } from '../db/schema'
import { parseRuleLine, type RuleChange } from '../domain/rules/rule-change'

/**
 * Gives a site that knows nothing its first nine cases, its rule changes and its tags, all in one write or none. Does
 * nothing where there is any case or rule change. Answers whether it filled.
 */
export async function fillEmptyDatabase(now = Date.now()): Promise<boolean> {
  const first = startingCases(now)
  const rules = startingRules()
  return write(async tx => {
    if (!await isEmpty(tx)) return false
    await plantTags(tx)
    await storeReady(tx, first, now)
    await storeRuleChanges(tx, rules, now)
    return true
  })
}

/** The rule changes that come with the product, each with its English statement. */
export function startingRules(): RuleChange[] {
  const english = JSON.parse(starting('rule-changes.en.json')) as Record<string, string>
  return linesOf('rule-changes.ndjson').map((text, at) => {
    const line = parseRuleLine(text)
    if (!line.ok) throw new Error(`Rule change ${at + 1} of the starting data: ${JSON.stringify(line.problems)}`)
    return { ...line.change, statement_en: line.change.statement_en ?? english[line.change.statement_zh] }
  })
}

function startingCases(now: number): ReadyCase[] {
  return linesOf('cases.ndjson').map((text, at) => {
    const line = checkLine(text, now)
    if (!line.ok) throw new Error(`Case ${at + 1} of the starting data: ${JSON.stringify(line.problems)}`)
    return line
  })
}

async function isEmpty(tx: Transaction): Promise<boolean> {
  const [anyCase] = await tx.select({ id: cases.id }).from(cases).limit(1)
  const [anyRule] = await tx.select({ id: ruleChanges.id }).from(ruleChanges).limit(1)
  return !anyCase && !anyRule
}

const linesOf = (file: string) => starting(file).split('\n').filter(line => line.trim() !== '')

function starting(file: string): string {
  return readFileSync(new URL(`../db/starting/${file}`, import.meta.url), 'utf8')
}
