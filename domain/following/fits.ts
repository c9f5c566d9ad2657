import type { CaseFilter } from '../case/filter'
import { sourcesOf } from '../case/layers'
import type { Source } from '../codes'

/** What of a case a filter asks for. */
export type Filtered = {
  process: string
  subject: string
  category: string
  outcome: string
  month: string | null
  source: Source
  traits: readonly { trait: string; value: string }[]
  /** Slugs. */
  tags: readonly string[]
}

/** Whether a list that is narrowed by this filter has the case in it; as db/cases/list.ts asks the database. */
export function fits(filter: CaseFilter, it: Filtered): boolean {
  const has = (trait: string, value: string | undefined) =>
    value === undefined || it.traits.some(one => one.trait === trait && one.value === value)
  const is = (wanted: string | undefined, value: string | null) => wanted === undefined || wanted === value
  return is(filter.process, it.process) && is(filter.subject, it.subject) && is(filter.category, it.category)
    && is(filter.outcome, it.outcome) && is(filter.month, it.month)
    && has('name_pattern', filter.pattern) && has('proof_demanded', filter.proof) && has('reason', filter.reason)
    && (filter.tag === undefined || it.tags.includes(filter.tag))
    && (filter.layer === undefined || sourcesOf(filter.layer).includes(it.source))
}
