import type { EventType, Process } from '../../../domain/codes'
import type { CaseEvent, EventDraft } from '../../../domain/case/event'
import type { Facts } from '../../../domain/case/facts'
import { numberEvents } from '../../../domain/case/sequence'
import { readInterval, readMoment } from '../../../domain/case/moment'

/** 20 December 2023, noon in Shanghai: every story of these tests is over or waiting by then. */
export const noon = Date.UTC(2023, 11, 20, 4)
export const noonMinute = noon / 60_000

export const minute = (text: string) => readMoment(`${text}+08:00`)![0]

/**
 * An event in a few words: 'paid', 'paid 2023-11-09', 'paid 2023-11-09T14:05', 'paid 2023-11-01..2023-11-09',
 * 'called +0..30' (a wait since the event before, in minutes), 'called 2023-11-09 +0..30'.
 */
export function step(words: string): EventDraft {
  const [type, ...rest] = words.split(' ')
  const event: EventDraft = { type: type as EventType }
  for (const part of rest) {
    const [from, to = from] = part.replace(/^\+/, '').split('..')
    if (part.startsWith('+')) event.since_previous_minutes = [Number(from), Number(to)]
    else event.at = readInterval([from, to].map(end => (end!.includes('T') ? `${end}+08:00` : end)))!
  }
  return event
}

export function story(process: Process, ...steps: string[]): CaseEvent[] {
  return numberEvents(steps.map(step), process)
}

export function factsOf(process: Process, more: Partial<Facts> = {}): Facts {
  const needed = {
    certification: { name_pattern: ['coined' as const], proof_demanded: ['none' as const] },
    renewal: { name_pattern: ['coined' as const], proof_demanded: ['none' as const] },
    filing: { province: 'guangdong' as const },
    rename: {},
    code_review: {},
  }
  return {
    process, subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool',
    ...needed[process], ...more,
  }
}

/** What spells are made of: a process's story, told on 20 December 2023. */
export function source(process: Process, ...steps: string[]) {
  return { facts: factsOf(process), events: story(process, ...steps), created_at: noon }
}
