import { describe, expect, test } from 'vitest'
import { parseForm, reportForm } from '@/domain/case/form'
import { fieldsLike, likeIn, saysAgain } from '@/domain/case/me-too'
import { reportCase } from '@/domain/case/report'

const now = Date.parse('2026-11-24T12:00:00+08:00')
const minute = Math.floor(now / 60_000)
const told = reportCase({
  facts: {
    process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool',
    name_pattern: ['generic'], proof_demanded: ['software_copyright'], fee_yuan: 30, name_shape: '〇〇记账',
  },
  title: '名字被打回三次', words: '等了很久，打回以后改了名字。',
  events: [
    { type: 'paid', at: [minute - 500, minute - 500], note: '晚上付的' },
    { type: 'called', since_previous_minutes: [20, 40] },
    { type: 'sent_back', reasons: ['name_generic'] },
    { type: 'still_waiting', at: [minute, minute] },
  ],
  motive: 'ask',
}, now)
if (!told.ok) throw new Error(JSON.stringify(told.problems))
const like = fieldsLike(told.case)

describe('A report that says "me too"', () => {
  test('has the other one’s required facts and what happened with its reasons', () => {
    const { draft } = parseForm(like)
    expect(draft.facts).toEqual({
      process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool',
      name_pattern: ['generic'], proof_demanded: ['software_copyright'],
    })
    expect(draft.events.map(({ type, reasons }) => [type, reasons])).toEqual([
      ['paid', undefined], ['called', undefined], ['sent_back', ['name_generic']],
    ])
  })

  test('has no time, no word and no wait of the other', () => {
    const said = JSON.stringify(like)
    for (const theirs of ['名字被打回', '等了很久', '晚上付的', '记账', '2026', 'wait', 'when', 'motive', '30']) expect([theirs, said.includes(theirs)]).toEqual([theirs, false])
  })

  test('can be sent as it stands, and then tells what happened and not when', () => {
    const reported = reportForm(like, now)
    expect(reported.ok && reported.case.events.every(event => event.at === undefined)).toBe(true)
  })

  test('says of which case, and whether it was another time', () => {
    expect([likeIn({ like: ['12'] }), likeIn({ like: ['0x1'] }), likeIn({})]).toEqual([12, null, null])
    expect([saysAgain({ again: ['yes'] }), saysAgain({})]).toEqual([true, false])
  })
})
