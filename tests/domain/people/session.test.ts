import { expect, test } from 'vitest'
import { readDevice, sessionDevice, sessionEnd } from '@/domain/people/session'

const day = 86_400_000

test('an unused session lives 14 days', () => {
  expect(sessionEnd({ createdAt: 0, lastSeenAt: 0 })).toBe(14 * day)
  expect(sessionEnd({ createdAt: 0, lastSeenAt: 10 * day })).toBe(24 * day)
})

test('a session used every day ends on day 90 all the same', () => {
  expect(sessionEnd({ createdAt: 0, lastSeenAt: 76 * day })).toBe(90 * day)
  expect(sessionEnd({ createdAt: 0, lastSeenAt: 89 * day })).toBe(90 * day)
})

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.40 NetType/WIFI', 'wechat/iphone'],
  ['Mozilla/5.0 (Linux; Android 14; V2055A) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.43', 'wechat/android'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0', 'edge/windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox/linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15', 'safari/mac'],
  ['Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) AppleWebKit/537.36 Chrome/99.0 Mobile Safari/537.36', 'chrome/harmonyos'],
  ['curl/8.5.0', 'other_browser/other_system'],
  ['', 'other_browser/other_system'],
])('%s is %s', (userAgent, device) => {
  expect(sessionDevice(userAgent)).toBe(device)
})

test('a device that nobody knows any more is still one of the known words', () => {
  expect(readDevice('netscape/amiga')).toEqual({ browser: 'other_browser', system: 'other_system' })
  expect(readDevice('wechat/iphone')).toEqual({ browser: 'wechat', system: 'iphone' })
})
