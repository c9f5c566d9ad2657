import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { askedEachTime, remembered, routeOf } from '@/server/routes'

test('every page, picture, answer and act of app/ is said to be remembered or asked each time, and nothing else is', () => {
  const files = readdirSync('app', { recursive: true }) as string[]
  const places = files.filter(file => /(^|\/)(page|route)\.tsx?$/.test(file))
    .map(file => `/${file.replace(/(^|\/)(page|route)\.tsx?$/, '').replace(/^\[lang\]\/?/, '')}`)
  expect(places.length).toBeGreaterThan(60)
  expect([...Object.keys(remembered), ...Object.keys(askedEachTime)].sort()).toEqual(places.sort())
})

describe('An address', () => {
  test('of a case is about that case in both languages, also with its declared queries', () => {
    for (const address of ['/cases/12', '/en/cases/12', '/cases/12?sort=newest&after=3', '/api/v1/cases/12']) {
      expect(routeOf(address)?.topics).toContain('case:12')
    }
  })

  test.each([
    '/cases/12?done=reported', '/cases/12?draft=abcdefghijklmnop', '/cases/12?masked=phone', '/cases?utm_source=x', '/stats?nxtPlang=en', '/cases?_rsc=1',
    '/cases/new', '/cases/12/edit', '/me', '/search?q=x', '/sign-in', '/do/reply', '/api/auth/callback/github', '/api/v1/cases.csv', '/nowhere', '/cases/',
    `/cases?tag=${'x'.repeat(1_000)}`,
  ])('%s is asked each time', address => {
    expect(routeOf(address)).toBeNull()
  })

  test.each(['/', '/en', '/cases?process=renewal&sort=active', '/stats/durations?stage=fix&clock=working', '/charts/durations.svg?process=filing', '/api/v1/cases?limit=5', '/people/%E6%9E%97'])(
    '%s is remembered', address => {
      expect(routeOf(address)).not.toBeNull()
    })
})
