import { describe, expect, test } from 'vitest'
import { useSite } from '../support/server'
import { formOn, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'

const site = useSite({ RATE_LIMITS: 'on', TRUST_PROXY: 'on' })
const from = (address: string) => ({ 'x-forwarded-for': address })

describe('Whoever guesses passwords', () => {
  test('from one address 60 times has 10 looked at, and one who lives elsewhere signs in', async () => {
    await signUp(site.url, '林被猜', from('198.51.100.1'))
    // Ten at a time: more than twenty a second are turned away before anybody asks what they want.
    const statuses: number[] = []
    for (let round = 0; round < 6; round++) {
      const tries = await Promise.all(Array.from({ length: 10 }, (_, n) => guess('林被猜', `不是这个 ${round} ${n} 密码`, '203.0.113.9')))
      statuses.push(...tries)
    }
    expect(statuses.filter(status => status !== 429).length).toBeLessThanOrEqual(10)
    expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(50)
    await signsIn('林被猜', '198.51.100.2')
  })

  test('from 200 addresses, once each, locks nobody out: its owner signs in, from a new place too', async () => {
    await signUp(site.url, '梅被猜', from('198.51.100.11'))
    const tries = await Promise.all(Array.from({ length: 200 }, (_, n) => guess('梅被猜', `不是这个 ${n} 密码`, `192.0.0.${1 + n}`)))
    expect(tries.filter(status => status === 303).length).toBe(200)
    await signsIn('梅被猜', '198.51.100.12')
    await signsIn('梅被猜', '192.0.1.7')
  })
})

async function guess(name: string, password: string, address: string): Promise<number> {
  const visitor = new Visitor(site.url, from(address))
  const answer = await visitor.send('/do/sign-in', {
    method: 'POST', headers: { origin: site.url }, body: new URLSearchParams({ ...formOn('/sign-in'), name, password, then: '/' }),
  })
  expect(answer.headers.get('location') ?? '').not.toMatch(/^\/$/)
  return answer.status
}

async function signsIn(name: string, address: string): Promise<void> {
  const visitor = new Visitor(site.url, from(address))
  const there = await visitor.press('/do/sign-in', { ...formOn('/sign-in'), name, password: '山高水长又一年，等一个电话', then: '/' })
  expect(there).toBe('/')
}
