import type { Process } from '../codes'
import { draftSchema, eventsSchema, type Case, type CaseDraft } from './case'
import type { CaseEvent, EventDraft } from './event'
import { tierOf } from './evidence'
import { missingFacts, type Facts } from './facts'
import { minuteOf } from './interval'
import { checkOrder } from './order'
import { isOver, lastConfirmed } from './outcome'
import { problemsOf, type Problem } from './problem'
import { numberEvents } from './sequence'
import { tidyTexts, type Masked } from './text'

export type Reported = { ok: true; case: Case; masked: Masked[] } | { ok: false; problems: Problem[] }

/**
 * The one way a case comes into the world: form, API, import and seed all pass here. `now` in epoch milliseconds. With
 * `former` it is an edit: when the case was first told, whether it was over then, and when each unchanged event
 * was entered stay as they were. The text is cleaned and masked; what is impossible is refused, never repaired.
 */
export function reportCase(draft: unknown, now: number, former?: Case): Reported {
  const shape = draftSchema.safeParse(draft)
  if (!shape.success) {
    return { ok: false, problems: distinct([...flat(problemsOf(shape.error, draft)), ...beyond(draft, now)]) }
  }

  const { draft: tidy, problems, masked } = tidyTexts(shape.data)
  const { process } = tidy.facts
  const events = numberEvents(tidy.events.map(event => enter(event, tidy, now, former)), process)
  problems.push(...checkOrder(events, process, minuteOf(now)), ...checkPayments(tidy.facts, events))
  if (problems.length > 0) return { ok: false, problems: distinct(problems) }

  const created_at = former?.created_at ?? now
  const { title, words, motive } = tidy
  return {
    ok: true,
    masked,
    case: {
      ref: tidy.ref ?? former?.ref ?? null,
      facts: said(tidy.facts) as Facts,
      ...(title !== undefined && { title }),
      ...(words !== undefined && { words }),
      events: events.map(event => said(event) as CaseEvent),
      source: tidy.source,
      ...(motive !== undefined && { motive }),
      evidence_tier: former?.evidence_tier === 2 && sameStory(former.events, events) ? 2 : tierOf(events, process),
      created_at,
      retrospective: former?.retrospective ?? isOver(events, process),
      last_confirmed: lastConfirmed(events, created_at),
    },
  }
}

/** What else is wrong with a draft of the wrong shape, so that a writer meets all problems at once. */
function beyond(draft: unknown, now: number): Problem[] {
  if (typeof draft !== 'object' || draft === null) return []
  const { facts, events } = draft as { facts?: unknown; events?: unknown }
  if (typeof facts !== 'object' || facts === null) return []
  const missing = missingFacts(facts as Partial<Facts>).map(path => ({ path, code: 'required' }))
  const process = (facts as { process?: unknown }).process
  const told = eventsSchema.safeParse(events)
  const known = draftSchema.shape.facts.shape.process.safeParse(process)
  if (!told.success || !known.success) return missing
  return [...missing, ...checkOrder(numberEvents(told.data, known.data), known.data as Process, minuteOf(now))]
}

/** Facts stand in the form by their own names. */
const flat = (problems: Problem[]) =>
  problems.map(problem => ({ ...problem, path: problem.path.replace(/^facts\./, '') }))

function enter(event: EventDraft, draft: Pick<CaseDraft, 'source'>, now: number, former?: Case): EventDraft {
  const before = former?.events.find(other => sameEvent(other, event))
  return {
    ...event,
    source: event.source ?? before?.source ?? draft.source,
    entered_at: event.entered_at ?? before?.entered_at ?? minuteOf(now),
  }
}

function checkPayments(facts: Facts, events: readonly CaseEvent[]): Problem[] {
  const paid = events.filter(event => event.type === 'paid').length
  if (facts.orders_paid === undefined || facts.orders_paid >= paid) return []
  return [{ path: 'orders_paid', code: 'fewer_than_paid', values: { told: facts.orders_paid, paid } }]
}

function sameEvent(one: EventDraft, other: EventDraft): boolean {
  return one.type === other.type && JSON.stringify([one.at, one.since_previous_minutes])
    === JSON.stringify([other.at, other.since_previous_minutes])
}

const sameStory = (former: readonly CaseEvent[], events: readonly CaseEvent[]) =>
  former.length === events.length && former.every((event, at) => sameEvent(event, events[at]!))

const said = (record: object) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

function distinct(problems: Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ path, code }) => !seen.has(`${path} ${code}`) && seen.add(`${path} ${code}`))
}
