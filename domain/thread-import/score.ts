import { wilson, type Estimate } from '../statistics/wilson'
import { factsIn } from './said/facts'
import { foundFields, type FoundField } from './said/found'

/** A comment and what somebody says it tells, as `field=value`. */
export type Labelled = { id: string; text: string; posted: string | null; facts: string[] }

/** How a field fares: `right` of `proposed` (precision) and `right` of `there` (recall), with Wilson's intervals. */
export type Score = {
  field: FoundField | 'all'
  right: number
  proposed: number
  there: number
  precision: Estimate | null
  recall: Estimate | null
}

/** What the rules propose for a comment, in the words of its labels. */
export function proposedFor({ text, posted }: Labelled): string[] {
  return factsIn(text, { posted, process: null }).map(({ field, value }) => `${field}=${value}`)
}

/** Every field that is labelled or proposed anywhere, and all of them together. A fact is right when field and value are. */
export function scoreOf(labelled: readonly Labelled[]): Score[] {
  const counts = new Map<FoundField | 'all', { right: number; proposed: number; there: number }>()
  const count = (fact: string, part: 'right' | 'proposed' | 'there') => {
    for (const field of [fact.split('=')[0] as FoundField, 'all'] as const) {
      const counted = counts.get(field) ?? { right: 0, proposed: 0, there: 0 }
      counts.set(field, { ...counted, [part]: counted[part] + 1 })
    }
  }
  for (const it of labelled) {
    const proposed = proposedFor(it)
    for (const fact of proposed) count(fact, 'proposed')
    for (const fact of it.facts) count(fact, 'there')
    for (const fact of proposed) if (it.facts.includes(fact)) count(fact, 'right')
  }
  return [...foundFields, 'all' as const].flatMap(field => {
    const counted = counts.get(field)
    if (!counted) return []
    const { right, proposed, there } = counted
    return [{ field, right, proposed, there, precision: wilson(right, proposed), recall: wilson(right, there) }]
  })
}
