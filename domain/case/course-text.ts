import type { AttemptEvent } from './attempts'
import type { Case } from './case'
import { tellingEvents, toldFacts, type ToldFacts } from './told'

/** What a case's text says: its facts of name and fees, and its steps; `telling` are those from which something follows for a name. */
export type CourseTold = { facts: ToldFacts; events: readonly AttemptEvent[]; telling: readonly AttemptEvent[] }

type Step = [type: AttemptEvent['type'], order: number, round: number, more?: Pick<AttemptEvent, 'reasons' | 'kinds'>]

/**
 * All that figures of paths, names and proofs read of a case, as one text: cases that are alike to them have the same one. Read back by
 * `readCourse`; a case's texts need writing anew (`ensureCourses`) when it becomes another.
 */
export function writeCourse({ facts, events }: Pick<Case, 'facts' | 'events'>): string {
  const told = Object.fromEntries(toldFacts.flatMap(name => (facts[name] === undefined ? [] : [[name, facts[name]]])))
  const steps = events.map(({ type, order, round, reasons, kinds }): Step =>
    (reasons || kinds ? [type, order, round, { ...(reasons && { reasons }), ...(kinds && { kinds }) }] : [type, order, round]))
  return `${JSON.stringify(told)}\n${JSON.stringify(steps)}`
}

/** What is read from the same text twice is the same object, so nobody may change it. */
export function readCourse(text: string): CourseTold {
  const end = text.indexOf('\n')
  return { facts: factsIn(text.slice(0, end)), ...stepsIn(text.slice(end + 1)) }
}

const factsIn = remembering(text => JSON.parse(text) as ToldFacts)

const stepsIn = remembering(text => {
  const events = (JSON.parse(text) as Step[]).map(([type, order, round, more]): AttemptEvent => ({ type, order, round, ...more }))
  return { events, telling: events.filter(({ type }) => (tellingEvents as readonly string[]).includes(type)) }
})

// Most cases go one of a few thousand ways; some thirty megabytes hold these.
const mostKnown = 50_000

function remembering<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    if (known.size >= mostKnown) known.clear()
    known.set(text, found)
    return found
  }
}
