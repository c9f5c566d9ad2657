import { describe, expect, test } from 'vitest'
import { exposition } from '@/server/metrics/exposition'
import { Histogram } from '@/server/metrics/histogram'
import { isLocal, kindOf } from '@/server/metrics/request-kind'

describe('A histogram', () => {
  test('counts each under its bound and under all above, and one at a bound below it', () => {
    const histogram = new Histogram()
    for (const seconds of [0.0001, 0.0005, 0.03, 0.03, 5, 60]) histogram.observe(seconds)
    const samples = histogram.samples({ kind: 'page' })
    const under = (le: string) => samples.find(it => it.labels.le === le)!.value
    expect(['0.0005', '0.002', '0.025', '0.05', '2.5', '10', '+Inf'].map(under)).toEqual([2, 2, 2, 4, 4, 5, 6])
    expect(samples.find(it => it.suffix === '_count')!.value).toBe(6)
    expect(samples.find(it => it.suffix === '_sum')!.value).toBeCloseTo(65.0606)
  })
})

test('a label says what it says, whatever signs are in it', () => {
  const text = exposition([{ name: 'it', help: 'What it is.', type: 'gauge', samples: [{ labels: {}, value: 1.5 }, { labels: { a: 'x"y\\z\nw' }, value: 0 }] }])
  expect(text).toBe('# HELP it What it is.\n# TYPE it gauge\nit 1.5\nit{a="x\\"y\\\\z\\nw"} 0\n')
})

test.each([
  ['/', 'page'], ['/en', 'page'], ['/en/cases/12?sort=active', 'page'], ['/do/reply', 'act'], ['/api/v1/cases', 'api'], ['/feeds/atom/cases', 'feed'],
  ['/en/feeds/json/rules', 'feed'], ['/en/charts/durations.svg', 'picture'], ['/_next/static/x.css', 'file'], ['/healthz', 'health'], ['/anything/at/all/%00', 'page'],
])('%s is counted as %s', (url, kind) => {
  expect(kindOf(url)).toBe(kind)
})

describe('Only this machine is told', () => {
  const from = (remoteAddress: string, headers: Record<string, string> = {}) => isLocal({ socket: { remoteAddress }, headers } as never)

  test.each(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'])('%s', address => {
    expect(from(address)).toBe(true)
  })

  test.each(['10.0.0.1', '192.168.1.2', '::ffff:10.0.0.1', 'fe80::1', '', '128.0.0.1', '127.0.0.1.example'])('not %s', address => {
    expect(from(address)).toBe(false)
  })

  test.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'])('nobody for whom a proxy asks: %s', name => {
    expect(from('127.0.0.1', { [name]: '127.0.0.1' })).toBe(false)
  })
})
