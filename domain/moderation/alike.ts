import type { Case } from '../case/case'
import type { CaseEvent } from '../case/event'
import { alikeFrom, leastRuns, likenessOf, runsOf, sameFrom } from '../text/prints'

/** What two cases have in common that makes one of them look told twice. */
export type Alikeness = {
  /** How alike their words are, 0 to 1. */
  words: number
  /** One account told both. */
  sameAccount: boolean
  /** The kinds of steps that both date, within each other's intervals; empty where the dates speak against it. */
  steps: CaseEvent['type'][]
  /** By what they are suspected; null: they are not. */
  by: 'steps' | 'words' | null
}

type Told = { case: Pick<Case, 'facts' | 'events' | 'title' | 'words'>; account: string }

const day = 1440
/** A step whose date is known as closely as this says something where two agree in it. */
const closely = 3 * day

/**
 * Whether two cases are one told twice: one account dates the same steps the same, or the words are nearly the same and no
 * date speaks against it. Of a longer text the words alone are enough.
 */
export function alikeness(one: Told, other: Told): Alikeness {
  const [runs, others] = [runsOf(wordsOf(one.case)), runsOf(wordsOf(other.case))]
  const least = Math.min(runs.size, others.size)
  const words = least < leastRuns ? 0 : likenessOf(runs, others)
  const sameAccount = one.account === other.account
  const [facts, otherFacts] = [one.case.facts, other.case.facts]
  const sameKind = facts.process === otherFacts.process && facts.subject === otherFacts.subject
  const steps = sameKind ? sharedSteps(one.case.events, other.case.events) : null
  const inSteps = sameAccount && steps !== null
    && steps.length >= Math.min(2, datedOf(one.case.events).size, datedOf(other.case.events).size) && steps.length > 0
  const inWords = words >= alikeFrom && (steps !== null || (least >= sameFrom.runs && words >= sameFrom.likeness))
  return { words, sameAccount, steps: steps ?? [], by: inSteps ? 'steps' : inWords ? 'words' : null }
}

/** How alike the words of two replies are, where both are long enough to say so; else 0. */
export function likenessOfWords(one: string, other: string): number {
  const [runs, others] = [runsOf(one), runsOf(other)]
  return Math.min(runs.size, others.size) < leastRuns ? 0 : likenessOf(runs, others)
}

/** What of a case is compared as text, and has its prints. */
export function wordsOf({ title, words }: Pick<Case, 'title' | 'words'>): string {
  return [title, words].filter(Boolean).join('\n')
}

/** The steps that both date closely and alike; null where one date speaks against the other. */
function sharedSteps(one: readonly CaseEvent[], other: readonly CaseEvent[]): CaseEvent['type'][] | null {
  const [ones, others] = [datedOf(one), datedOf(other)]
  const shared: CaseEvent['type'][] = []
  for (const [name, event] of ones) {
    const match = others.get(name)
    if (!match) continue
    if (event.at[1] < match.at[0] || match.at[1] < event.at[0]) return null
    if (spanOf(event) <= closely && spanOf(match) <= closely) shared.push(event.type)
  }
  return shared
}

type Dated = CaseEvent & { at: readonly [number, number] }

/** Each dated step by its kind and its number among those of its kind. */
function datedOf(events: readonly CaseEvent[]): Map<string, Dated> {
  const counts = new Map<string, number>()
  const dated = new Map<string, Dated>()
  for (const event of events) {
    const n = (counts.get(event.type) ?? 0) + 1
    counts.set(event.type, n)
    if (event.at && event.type !== 'still_waiting') dated.set(`${event.type} ${n}`, event as Dated)
  }
  return dated
}

const spanOf = ({ at }: Dated) => at[1] - at[0]
