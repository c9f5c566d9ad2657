import type { Ending, Process, Stage } from '../codes'
import { dayNumber, monthOf, type Minute } from '../case/interval'
import type { Step } from './course'

/** One stage of one round as it truly went; `cause` as in domain/case/spells.ts, never 0: the truth has no pending. */
export type TrueSpell = {
  stage: Stage | 'whole', order: number, round: number, start: Minute, end: Minute, cause: 1 | 2 | 3 | 4
}

/** What truly became of a case, whoever tells it and however well. */
export type Truth = { process: Process, steps: Step[], spells: TrueSpell[], ending: Ending, endedAt: Minute }

export function truthFrom(process: Process, steps: Step[]): Truth {
  const end = steps.findLast(step => isEnd(step, process))!
  const rounds = roundsOf(steps)
  const stages = process === 'filing' ? filingStages : process === 'certification' || process === 'renewal'
    ? reviewStages : shortStages
  const spells = rounds.flatMap((round, i) => stages(round, rounds[i + 1], end))
  return {
    process, steps, ending: endingOf(end, process), endedAt: end.minute,
    spells: [...spells, ...whole(process, steps, end)],
  }
}

/** Calendar days in Shanghai from start to end. */
export function daysOf({ start, end }: TrueSpell): number {
  return dayNumber(end) - dayNumber(start)
}

export function startMonthOf({ start }: TrueSpell): string {
  return monthOf(start)
}

type Round = { order: number, round: number, steps: Step[] }

// Written from the table of the method, not from the engine that reads reports: the one is to check the other.

function reviewStages({ order, round, steps }: Round, next: Round | undefined, end: Step): TrueSpell[] {
  const base = first(steps, 'paid') ?? first(steps, 'submitted')!
  const call = first(steps, 'called', 'call_missed')
  const decision = first(steps, ...decisions)!
  const spell = (stage: Stage, from: Step, to: Step, cause: TrueSpell['cause']): TrueSpell =>
    ({ stage, order, round, start: from.minute, end: to.minute, cause })
  const cause = causeOf(decision)
  return [
    call ? spell('first_call', base, call, 1) : spell('first_call', base, decision, cause === 3 ? 3 : 2),
    ...(call ? [spell('call_decision', call, decision, cause)] : []),
    spell('decision', base, decision, cause),
    ...(decision.type === 'sent_back' ? [fixAfter(decision, next, end)] : []),
  ]
}

const decisions = [
  'sent_back', 'approved', 'name_refused', 'failed', 'timed_out', 'withdrawn', 'moved_subject',
] as const

function fixAfter(refused: Step, next: Round | undefined, end: Step): TrueSpell {
  const { order, round, minute: start } = refused
  const again = next?.order === order ? first(next.steps, 'submitted') : undefined
  return again
    ? { stage: 'fix', order, round, start, end: again.minute, cause: 1 }
    : { stage: 'fix', order, round, start, end: end.minute, cause: causeOf(end) === 3 ? 3 : 2 }
}

function filingStages({ order, round, steps }: Round): TrueSpell[] {
  const parts = [
    ['platform', 'submitted', 'platform_passed', 'platform_refused'],
    ['sms', 'sms_sent', 'sms_done', 'sms_expired'],
    ['bureau', 'bureau_received', 'filed', 'bureau_refused'],
  ] as const
  return parts.flatMap(([stage, from, good, bad]): TrueSpell[] => {
    const start = first(steps, from)
    const end = first(steps, good, bad, 'withdrawn')
    if (!start || !end) return []
    const cause = end.type === good ? 1 : end.type === bad ? 2 : 3
    return [{ stage, order, round, start: start.minute, end: end.minute, cause }]
  })
}

function shortStages({ order, round, steps }: Round): TrueSpell[] {
  const start = first(steps, 'submitted')!
  const end = first(steps, 'approved', 'renamed', 'sent_back', 'withdrawn')!
  return [{ stage: 'decision', order, round, start: start.minute, end: end.minute, cause: causeOf(end) }]
}

function whole(process: Process, steps: readonly Step[], end: Step): TrueSpell[] {
  const start = first(steps, 'paid') ?? first(steps, 'submitted')!
  const spell = { order: 1, round: 1, start: start.minute, end: end.minute, cause: causeOf(end) }
  const certified = process === 'certification' || process === 'renewal'
  const named = process === 'filing' ? 'filing_total' : certified ? 'total' : null
  return [...(named ? [{ ...spell, stage: named } as const] : []), { ...spell, stage: 'whole' }]
}

function causeOf({ type }: Step): TrueSpell['cause'] {
  switch (type) {
    case 'approved': case 'renamed': case 'filed': return 1
    case 'withdrawn': case 'moved_subject': return 3
    case 'name_refused': return 4
    default: return 2
  }
}

function endingOf(end: Step, process: Process): Ending {
  if (end.type === 'filed') return 'filed'
  const cause = causeOf(end)
  if (cause === 2) return process === 'filing' ? 'filing_refused' : 'failed'
  return cause === 1 ? 'approved' : cause === 3 ? 'left' : 'approved_without_name'
}

function isEnd({ type }: Step, process: Process): boolean {
  return ['approved', 'failed', 'timed_out', 'withdrawn', 'moved_subject', 'filed', 'name_refused'].includes(type)
    || (process === 'rename' && type === 'renamed')
}

function roundsOf(steps: readonly Step[]): Round[] {
  const rounds: Round[] = []
  for (const step of steps) {
    const current = rounds.at(-1)
    if (current?.order === step.order && current.round === step.round) current.steps.push(step)
    else rounds.push({ order: step.order, round: step.round, steps: [step] })
  }
  return rounds
}

function first(steps: readonly Step[], ...types: Step['type'][]): Step | undefined {
  return steps.find(({ type }) => types.includes(type))
}
