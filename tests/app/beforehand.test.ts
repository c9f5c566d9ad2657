import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newKey } from '../support/stories'
import { useSite } from '../support/server'
import { Visitor } from '../support/visitor'

// Where there are more cases than are read while somebody waits; nine of a thread are more than five.
const site = useSite({ FIGURES_AT_ONCE: '5', STARTING_DATA: 'on' })

const pages = [
  '/', '/stats', '/stats/outcomes?layer=thread', '/stats/names?layer=thread', '/stats/software-copyright?layer=thread', '/stats/trend?layer=thread',
  '/stats/durations?layer=thread&clock=working&by=subject', '/method?layer=thread', '/estimate?step=certification.decision&waited=2&unit=day&layer=all',
]

test('every page of figures answers from the first moment on, and at last with what was counted, and when', async () => {
  const waits = Date.now() + 60_000
  for (const page of pages) {
    const answer = await ask(page)
    expect([page, answer.status]).toEqual([page, 200])
  }
  const names = await until(waits, () => text('/stats/names?layer=thread'), it => it.includes('这里数的是') && !it.includes('正在数'))
  expect(names).toContain('名称有了答复的 6 例里，5 例被要求改名或补证明')
  expect(names).not.toContain('正在数')
  const english = await until(waits, () => text('/en/stats/names?layer=thread'), it => it.includes('counted of the cases as they were on') && !it.includes('being counted'))
  expect(english).not.toContain('being counted')
}, 90_000)

test('the API says when a figure was counted, and asks whoever comes earlier to come back', async () => {
  const early = await ask('/api/v1/stats/rounds?layer=all')
  if (early.status === 503) expect([early.headers.get('retry-after'), (await early.json() as { type: string }).type]).toEqual(['5', '/data#being_counted'])
  else expect(early.status).toBe(200)
  const answer = await until(Date.now() + 60_000, () => ask('/api/v1/stats/rounds?layer=all'), ({ status }) => status === 200)
  expect(Date.parse(answer.headers.get('last-modified')!)).toBeLessThanOrEqual(Date.now())
}, 90_000)

test('its rows are not given out one by one, and it is not kept with them', async () => {
  const rows = await ask('/api/v1/stats/names/rows.csv?layer=thread')
  expect([rows.status, (await rows.json() as { type: string }).type]).toEqual([422, '/data#too_many_rows'])
  const kept = await new Visitor(site.url).post('/do/keep-figure', {
    key: newKey(), lang: 'zh', back: '/stats/names', kind: 'names', question: 'process=certification&layer=thread',
  })
  expect(kept.url).not.toContain('/data/figures/')
})

const ask = (path: string) => fetch(site.url + path)
const text = async (path: string) => (await (await ask(path)).text()).replace(/<[^>]+>/g, '')

async function until<It>(end: number, look: () => Promise<It>, isThere: (it: It) => boolean): Promise<It> {
  for (;;) {
    const it = await look()
    if (isThere(it) || Date.now() > end) return it
    await sleep(500)
  }
}
