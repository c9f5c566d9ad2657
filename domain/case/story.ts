import type { EventType, Process, Stage } from '../codes'
import type { Case } from './case'
import type { CaseEvent } from './event'
import { timelineOf, type Timeline } from './durations'
import { monthOf } from './interval'
import { deriveOutcome, endOf, endOfOrder, lastDated, latestKnown, type End } from './outcome'
import type { Cause, Spell, SpellFlag } from './spell'

/** What spells need to know of a case. */
export type SpellSource = Pick<Case, 'facts' | 'events' | 'created_at'>

/** A case laid out for counting: its process, its timeline, its end and the last step at which it was heard of. */
export type Story = SpellSource & { process: Process; timeline: Timeline; end: End | null; lastSeen: number }
export type Round = { order: number; round: number; steps: { type: EventType; index: number }[]; isLast: boolean }
/** An end by index and cause; null when nothing ended it and the case is open: pending. */
export type Mark = { index: number; cause: Cause } | null

/** Null for a fragment, which says nothing of how long anything took. */
export function storyOf(source: SpellSource): Story | null {
  const { facts: { process }, events } = source
  if (deriveOutcome(events, process) === 'unknown') return null
  const timeline = timelineOf(events)
  const lastSeen = lastDated(timeline.bounds) ?? events.length - 1
  return { ...source, process, timeline, end: endOf(events, process), lastSeen }
}

/** The steps of each round of each order, as they followed one another. */
export function roundsOf({ events }: { events: readonly Pick<CaseEvent, 'type' | 'order' | 'round'>[] }): Round[] {
  const rounds: Round[] = []
  events.forEach((event, index) => {
    const current = rounds.at(-1)
    const step = { type: event.type, index }
    if (current && current.order === event.order && current.round === event.round) current.steps.push(step)
    else rounds.push({ order: event.order, round: event.round, steps: [step], isLast: false })
  })
  if (rounds.length > 0) rounds.at(-1)!.isLast = true
  return rounds
}

/** The first decision of a round after a step; null while it is awaited; undefined where it is not told. */
export function decisionIn(story: Story, round: Round, after: number): Mark | undefined {
  const end = endOfOrder(story.events, round.order, story.process)
  const qualified = story.events.some(({ type, order }) => type === 'qualification_passed' && order === round.order)
  for (const { type, index } of round.steps) {
    if (index <= after) continue
    if (end?.index === index) return { index, cause: endCauses[end.outcome] }
    if (type === 'sent_back' || (type === 'name_refused' && !qualified)) return { index, cause: 2 }
    if (type === 'name_passed' && story.process === 'rename') return { index, cause: 1 }
  }
  return isPending(story, round) ? null : undefined
}

/** Nothing ended this round, and the case is open. */
export const isPending = (story: Story, round: Round) => story.end === null && round.isLast

/** How the end of a case counts. */
export function endMark({ end }: Story): Mark {
  return end && { index: end.index, cause: endCauses[end.outcome] }
}

/**
 * The spell from one step to its end, or to the last confirmation where `mark` is null. Null itself where it would
 * say nothing: pending since an undated step and never heard of again.
 */
export function spellBetween(
  story: Story, stage: Stage, { order, round }: { order: number; round: number }, from: number, mark: Mark,
  flags: SpellFlag[] = [],
): Spell | null {
  const to = mark?.index ?? Math.max(from, story.lastSeen)
  if (to < from) return null
  const { bounds } = story.timeline
  const [start, exit] = [bounds[from]!, { ...bounds[to]! }]
  if (!mark && to === from && !Number.isFinite(start.latest)) return null
  let wait = story.timeline.between(from, to)
  if (!mark && Number.isFinite(exit.latest)) {
    exit.latest = latestKnown(story.events[to]!, exit, story.created_at)
    if (wait) wait = [wait[0], Math.max(wait[0], Math.min(wait[1], exit.latest - start.earliest))]
  }
  return {
    process: story.process, stage, order, round, cause: mark?.cause ?? 0,
    startEarliest: known(start.earliest), startLatest: known(start.latest),
    exitEarliest: known(exit.earliest), exitLatest: known(exit.latest),
    wait, days: story.timeline.daysBetween(from, to), startMonth: monthWithin(start), flags,
  }
}

export const find = (round: Round, type: EventType) => round.steps.find(step => step.type === type)
export const indexOf = (story: Story, type: EventType) => story.events.findIndex(event => event.type === type)
export const keep = (spell: Spell | null) => (spell ? [spell] : [])

const known = (minute: number) => (Number.isFinite(minute) ? minute : null)

function monthWithin({ earliest, latest }: { earliest: number; latest: number }): string | null {
  if (!Number.isFinite(earliest) || !Number.isFinite(latest)) return null
  return monthOf(earliest) === monthOf(latest) ? monthOf(earliest) : null
}

const endCauses: Record<End['outcome'], Cause> = {
  approved: 1, approved_without_name: 4, failed: 2, timed_out: 2, withdrawn: 3, moved_subject: 3, filed: 1,
  filing_refused: 2,
}
