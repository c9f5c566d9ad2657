import { expect, test, vi } from 'vitest'
import { useSite } from '../support/server'
import { report, signUp } from '../support/stories'

const site = useSite()

test('a Prometheus on this machine is told what was answered, and it adds up', async () => {
  for (let n = 0; n < 3; n++) await (await fetch(`${site.url}/rules`)).text()
  await (await fetch(`${site.url}/api/v1/rules`)).text()
  await report(await signUp(site.url, '林记数'))
  const first = await fetch(`${site.url}/metrics`)
  expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8', 'no-store'])
  // An answer that is passed on is counted when its end is known here too, a blink after it is there.
  const told = await vi.waitUntil(async () => {
    const lines = readMetrics(await (await fetch(`${site.url}/metrics`)).text())
    return sumOf(lines, 'guoshen_requests_total', { kind: 'act', status: '3xx' }) === 2 && lines
  })
  const sum = (name: string, some: Record<string, string>) => sumOf(told, name, some)
  expect(sum('guoshen_requests_total', { kind: 'page', status: '2xx' })).toBeGreaterThanOrEqual(3)
  expect(sum('guoshen_requests_total', { kind: 'page', from: 'memory' })).toBeGreaterThanOrEqual(1)
  expect(sum('guoshen_requests_total', { kind: 'api', status: '2xx' })).toBe(1)
  expect(sum('guoshen_requests_total', { kind: 'act', status: '3xx' })).toBe(2)
  for (const kind of ['page', 'api', 'act']) {
    expect([kind, sum('guoshen_request_seconds_count', { kind })]).toEqual([kind, sum('guoshen_requests_total', { kind })])
    expect(sum('guoshen_request_seconds_bucket', { kind, le: '+Inf' })).toBe(sum('guoshen_requests_total', { kind }))
  }
  expect(sum('guoshen_writes_total', {})).toBeGreaterThanOrEqual(1)
  for (const name of ['guoshen_remembered_pages', 'guoshen_remembered_bytes', 'process_resident_memory_bytes']) expect(sum(name, {})).toBeGreaterThan(0)
  expect(told.filter(it => it.name === 'guoshen_thread_late_seconds').map(it => it.labels.thread)).toEqual(['door', 'pages'])
  // Nothing of anybody: no address, no path, no name.
  expect(JSON.stringify(told)).not.toMatch(/127\.0\.0\.1|rules|林记数/)
})

test('nobody else: a request that a proxy passes on finds nothing there, in words', async () => {
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
    const answer = await fetch(`${site.url}/metrics`, { headers: { [header]: '127.0.0.1' } })
    expect([header, answer.status]).toEqual([header, 404])
    expect(await answer.text()).not.toContain('guoshen_requests_total')
  }
  await vi.waitUntil(async () => (await fetch(`${site.url}/metrics`)).status === 200)
  expect((await fetch(`${site.url}/metrics`, { method: 'POST' })).status).not.toBe(200)
})

type Line = { name: string; labels: Record<string, string>; value: number }

function sumOf(lines: Line[], name: string, some: Record<string, string>): number {
  const fitting = lines.filter(it => it.name === name && Object.entries(some).every(([label, value]) => it.labels[label] === value))
  return fitting.reduce((all, { value }) => all + value, 0)
}

function readMetrics(text: string): Line[] {
  return text.trim().split('\n').filter(line => !line.startsWith('#')).map(line => {
    const [, name = '', labels = '', value = ''] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
    return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, said]) => [label!, said!])), value: Number(value) }
  })
}
