import { beforeAll, expect, test } from 'vitest'
import { reportCase } from '@/domain/case/report'
import { simulate } from '@/domain/simulation/simulate'
import { write } from '@/db/connection'
import { storeCase } from '@/db/cases/store'
import { useSite } from '../support/server'
import { Visitor } from '../support/visitor'

const site = useSite()

// 600 people's own cases from a simulator.
beforeAll(async () => {
  const own = simulate({ seed: 'comparison', now: Date.now(), cases: 600 }).flatMap(({ draft, reportedAt, account }) => {
    const reported = reportCase({ ...draft, source: 'own' }, reportedAt)
    return reported.ok ? [{ case: reported.case, account: `person ${account}`, authorId: null, now: reportedAt }] : []
  })
  await write(async tx => {
    for (const it of own) await storeCase(tx, it)
  })
})

const questions = ['by=subject', 'by=subject&clock=working&stage=call_decision', 'by=category&cohort=all', 'by=pattern&stage=decision']

test('page and API say the same of 4 comparisons: both counts, and the points where the difference is clear', async () => {
  for (const question of questions) {
    const answer = await (await fetch(`${site.url}/api/v1/stats/comparison?${question}`)).json()
    const text = await compared(question)
    expect(answer.groups.length, question).toBe(2)
    for (const { n } of answer.groups) expect(text, question).toContain(`${n} 轮`)
    const telling = answer.times.find(({ t }: { t: number }) => t === answer.telling)
    if (telling.clear) expect(text, question).toContain(`${Math.abs(Math.round(telling.gap.value * 100))} 个百分点`)
    else expect(text, question).toMatch(/看不出明确差别|才说得出差别/)
  }
})

test('never speaks of p, and offers the form, the drawing twice and the table without JavaScript', async () => {
  const { html } = await new Visitor(site.url).open('/stats/durations?by=subject')
  const section = /<section id="compare"[\s\S]*?<\/section>/.exec(html)![0]
  expect(section.match(/role="img" aria-label="[^"]{10,}"/g)).toHaveLength(2)
  expect(section).toMatch(/<form[^>]*action="\/stats\/durations#compare"/)
  expect(await compared('by=subject')).toMatch(/会不会只是碰巧/)
  expect(await compared('by=subject')).not.toMatch(/\bp\s*[=<]|显著/)
})

async function compared(question: string): Promise<string> {
  const { html } = await new Visitor(site.url).open(`/stats/durations?${question}`)
  return /<section id="compare"[\s\S]*?<\/section>/.exec(html)![0]
    .replaceAll('<!-- -->', '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
