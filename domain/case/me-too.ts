import { isId } from '../ids'
import { valueOf, type Fields } from '../fields'
import type { Case } from './case'
import { formFromCase } from './form'

// "Me too" is never a bare +1: it opens a short report of one's own, with what is likely shared already filled in.

const shared = ['process', 'subject', 'program_age', 'kind', 'category', 'name_pattern', 'proof_demanded', 'province'] as const
// What somebody has to look through before he may send it must fit a phone.
const mostSteps = 10

/**
 * The fields of a report of the same kind: the required facts and what happened, with its reasons. When it happened, every
 * word, and how it stands today are everybody's own and are left out.
 */
export function fieldsLike(it: Case): Fields {
  const steps = it.events.filter(event => event.type !== 'still_waiting').slice(0, mostSteps)
  const events = steps.map(({ type, order, round, reasons, kinds, scopes, source }) => ({
    type, order, round, source, entered_at: 0, ...(reasons && { reasons }), ...(kinds && { kinds }), ...(scopes && { scopes }),
  }))
  const all = formFromCase({ ...it, events })
  const untimed = Object.entries(all).filter(([name]) => /^events\.\d+\.(?!when|wait)/.test(name))
  return { ...Object.fromEntries(shared.filter(name => all[name]).map(name => [name, all[name]!])), ...Object.fromEntries(untimed) }
}

/** The case that a report says "me too" to; null where it says so of none. */
export function likeIn(fields: Fields): number | null {
  const id = valueOf(fields, 'like')
  return isId(id) ? Number(id) : null
}

/** Whether he who reports has been told that he reported the same before, and means it. */
export function saysAgain(fields: Fields): boolean {
  return valueOf(fields, 'again') === 'yes'
}
