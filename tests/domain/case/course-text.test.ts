import { expect, test } from 'vitest'
import { readCourse, writeCourse } from '@/domain/case/course-text'
import { tellingEvents, toldFacts, toldOf } from '@/domain/case/told'
import { reportCase } from '@/domain/case/report'
import { attemptsOf } from '@/domain/case/attempts'
import { simulate } from '@/domain/simulation/simulate'

const now = Date.UTC(2026, 10, 24)
const cases = simulate({ seed: 'course', now, cases: 300 }).flatMap(({ draft, reportedAt }) => {
  const reported = reportCase(draft, reportedAt)
  return reported.ok ? [reported.case] : []
})

test('what is read back of 300 cases is their facts and steps, as far as figures of paths and names look at them', () => {
  expect(cases.length).toBeGreaterThan(250)
  for (const it of cases) {
    const { facts, events, telling } = readCourse(writeCourse(it))
    expect(facts).toEqual(Object.fromEntries(toldFacts.flatMap(name => (it.facts[name] === undefined ? [] : [[name, it.facts[name]]]))))
    expect(events).toEqual(it.events.map(({ type, order, round, reasons, kinds }) =>
      ({ type, order, round, ...(reasons && { reasons }), ...(kinds && { kinds }) })))
    expect(telling).toEqual(events.filter(({ type }) => (tellingEvents as readonly string[]).includes(type)))
    expect(toldOf({ facts, events: telling })).toEqual(toldOf(it))
    expect(attemptsOf(events, facts.process)).toEqual(attemptsOf(it.events, it.facts.process))
  }
})

test('two cases that are alike are read as the same steps, and one with another fact still as those', () => {
  const [one] = cases
  const again = readCourse(writeCourse(one!))
  expect(again.events).toBe(readCourse(writeCourse(structuredClone(one!))).events)
  const other = { ...one!, facts: { ...one!.facts, fee_yuan: 999 } }
  expect(readCourse(writeCourse(other)).events).toBe(again.events)
  expect(readCourse(writeCourse(other)).facts.fee_yuan).toBe(999)
})
