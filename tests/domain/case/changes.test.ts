import { expect, test } from 'vitest'
import type { Case } from '@/domain/case/case'
import { changesBetween } from '@/domain/case/changes'
import { formFromCase, reportForm } from '@/domain/case/form'

const now = Date.UTC(2026, 10, 24, 4)

function told(fields: Record<string, string[]>, former?: Case): Case {
  const reported = reportForm(fields, now, former)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return reported.case
}

const fields = {
  process: ['certification'], subject: ['personal'], program_age: ['existing'], kind: ['mini_program'], category: ['tool'],
  name_pattern: ['coined', 'latin'], proof_demanded: ['none'], words: ['付完钱半小时内就来电话了。'],
  'events.0.type': ['paid'], 'events.0.when_kind': ['day'], 'events.0.when_date': ['2026-11-09'],
  'events.1.type': ['called'], 'events.1.when_kind': ['after'], 'events.1.wait_most': ['30'], 'events.1.note': ['响了三声'],
}

/** The same case as a database gives it back: its parts written down in another order. */
function stored(it: Case): Case {
  const turned = (part: object) => Object.fromEntries(Object.entries(part).reverse())
  return { ...it, facts: turned(it.facts) as Case['facts'], events: it.events.map(event => turned(event) as Case['events'][number]) }
}

test('an edit form sent back as it came changes 0 fields', () => {
  const before = stored(told(fields))
  expect(changesBetween(before, told(formFromCase(before), before))).toEqual([])
})

test('another category and a note less are 2 changes, with what was and what is', () => {
  const before = stored(told(fields))
  const { 'events.1.note': _, ...rest } = formFromCase(before)
  const changes = changesBetween(before, told({ ...rest, category: ['education'] }, before))
  expect(changes.map(change => change.field).sort()).toEqual(['category', 'events'])
  expect(changes.find(change => change.field === 'category')).toEqual({ field: 'category', before: 'tool', after: 'education' })
})
