import { expect, test } from 'vitest'
import { safeReturnPath } from '@/domain/people/return-path'

const site = 'https://guoshen.example'

const payloads = [
  'https://evil.example', 'http://evil.example', '//evil.example', '///evil.example', '////evil.example', '/\\evil.example', '\\\\evil.example',
  '\\/evil.example', '/\\/evil.example', '//\\evil.example', 'https:evil.example', 'https:/evil.example', 'https:///evil.example', 'HTTPS://evil.example',
  'http:\\\\evil.example', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)', 'file:///etc/passwd', 'ftp://evil.example', 'mailto:lin@evil.example', '/\t/evil.example', '/\n/evil.example', '/\r/evil.example',
  '\t//evil.example', ' //evil.example', '\u0000//evil.example', '/%0d%0aLocation: https://evil.example', '/\r\nLocation: https://evil.example',
  '/\u0009/evil.example', '/\u00a0/evil.example', '/\u2028/evil.example', '.evil.example', '@evil.example', 'evil.example', '/..//evil.example',
  '/.//evil.example', '/a/..//evil.example', '/%2e%2e//evil.example', '/%09/evil.example', '//evil.example%2f..', '//user@evil.example', '//guoshen.example@evil.example',
  '//[::1]', '//0x7f000001', '//evil.example:443/', '//google.com%E3%80%82evil.example', '/\ud800/x', '?//evil.example', '#//evil.example',
  'https://guoshen.example.evil.example', 'https://guoshen.example@evil.example', '/／evil.example', '〱evil.example', '',
]

test(`all ${payloads.length} addresses that lead elsewhere, 40 and more, stay on the site`, () => {
  expect(payloads.length).toBeGreaterThanOrEqual(40)
  for (const payload of payloads) {
    const path = safeReturnPath(payload)
    expect(path, JSON.stringify(payload)).toMatch(/^\/(?![/\\])/)
    // As a browser reads it, and as it reads what our own language prefix makes of it.
    expect(new URL(path, site).origin, JSON.stringify(payload)).toBe(site)
    expect(new URL(`/en${path}`, site).origin, JSON.stringify(payload)).toBe(site)
    expect(path).not.toMatch(/[\r\n\t\\]/)
  }
})

test.each([
  '/', '/cases', '/cases/12#reply-3', '/cases/new?draft=abc-DEF_123', '/en/cases?outcome=approved&month=2026-03', '/search?q=%E8%BD%AF%E8%91%97',
])('%s is a page of ours and comes back as it was', path => {
  expect(safeReturnPath(path)).toBe(path)
})

test('a Chinese address comes back encoded, a missing one as the front page', () => {
  expect(safeReturnPath('/people/林小满')).toBe('/people/%E6%9E%97%E5%B0%8F%E6%BB%A1')
  expect(safeReturnPath(null)).toBe('/')
  expect(safeReturnPath(undefined)).toBe('/')
})

test.each(['/do/sign-out', '/en/do/x', '/api/auth/signin/github', '/do'])('%s is no page to return to', path => {
  expect(safeReturnPath(path)).toBe('/')
})
