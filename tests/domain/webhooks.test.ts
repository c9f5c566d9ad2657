import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '@/domain/network'
import { readAddress } from '@/domain/webhooks/address'
import { mostTries, rest, restAfter } from '@/domain/webhooks/patience'
import { isSignedBy, secretOf, signatureOf } from '@/domain/webhooks/signature'

describe('An address of the internet', () => {
  test.each([
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255',
    '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.0.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.9', '224.0.0.1',
    '239.255.255.255', '240.0.0.1', '255.255.255.255', '256.1.1.1', '1.2.3', '', 'localhost', '::', '::1', '::ffff:8.8.8.8', '::ffff:808:808',
    '64:ff9b::808:808', '64:ff9b:1::1', '100::1', '2001::1', '2001:1ff::1', '2001:db8::1', '2002:808:808::1', '3fff::1', 'fc00::1', 'fd12::1',
    'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2620:4f:8000::1', '4000::1',
  ])('%s is not anybody’s', address => { expect(isPublicAddress(address)).toBe(false) })

  test.each([
    '1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.0.1', '172.32.0.1', '192.0.1.1', '198.17.0.1', '198.20.0.1',
    '223.255.255.255', '2001:200::1', '2001:4860:4860::8888', '2400:3200::1', '2606:4700:4700::1111', '2003::1', '3ffe::1',
  ])('%s is public', address => { expect(isPublicAddress(address)).toBe(true) })
})

describe('The address of a webhook', () => {
  const read = (text: string, anywhere = false) => readAddress(text, { anywhere, site: 'https://guoshen.example.org' })

  test('is https, without a login, on a usual port, outside, and kept as a browser would read it', () => {
    expect(read(' https://Hooks.Example.org/a?b=c#d ')).toEqual({ url: 'https://hooks.example.org/a?b=c' })
    expect(read('https://hooks.example.org:8443/')).toEqual({ url: 'https://hooks.example.org:8443/' })
    expect(read('https://1.1.1.1/')).toEqual({ url: 'https://1.1.1.1/' })
  })

  test.each([
    ['hooks.example.org', 'webhook_not_url'], ['', 'webhook_not_url'], [`https://example.org/${'x'.repeat(500)}`, 'webhook_not_url'],
    ['http://example.org/', 'webhook_not_https'], ['file:///etc/passwd', 'webhook_not_https'], ['gopher://example.org/', 'webhook_not_https'],
    ['https://a:b@example.org/', 'webhook_with_login'], ['https://a@example.org/', 'webhook_with_login'],
    ['https://example.org:22/', 'webhook_port'], ['https://example.org:6379/', 'webhook_port'],
    ['https://localhost/', 'webhook_not_public'], ['https://localhost./', 'webhook_not_public'], ['https://a.localhost/', 'webhook_not_public'],
    ['https://printer.local/', 'webhook_not_public'], ['https://metadata.google.internal/', 'webhook_not_public'], ['https://db/', 'webhook_not_public'],
    ['https://127.0.0.1/', 'webhook_not_public'], ['https://2130706433/', 'webhook_not_public'], ['https://0x7f.1/', 'webhook_not_public'],
    ['https://0177.0.0.1/', 'webhook_not_public'], ['https://0/', 'webhook_not_public'], ['https://127.1/', 'webhook_not_public'],
    ['https://１２７.0.0.1/', 'webhook_not_public'], ['https://127。0。0。1/', 'webhook_not_public'],
    ['https://169.254.169.254/latest/meta-data', 'webhook_not_public'], ['https://[::1]/', 'webhook_not_public'], ['https://[::]/', 'webhook_not_public'],
    ['https://[::ffff:127.0.0.1]/', 'webhook_not_public'], ['https://[fd00::1]/', 'webhook_not_public'], ['https://[64:ff9b::7f00:1]/', 'webhook_not_public'],
    ['https://guoshen.example.org/do/reply', 'webhook_own'],
  ])('%s is refused: %s', (text, problem) => { expect(read(text)).toEqual({ problem }) })

  test('may be inside and plain where the setting says so, but no other protocol, and not our own', () => {
    expect(read('http://127.0.0.1:4000/x', true)).toEqual({ url: 'http://127.0.0.1:4000/x' })
    expect(read('ftp://127.0.0.1/', true)).toEqual({ problem: 'webhook_not_https' })
    expect(read('https://guoshen.example.org/', true)).toEqual({ problem: 'webhook_own' })
  })
})

describe('A signature', () => {
  const message = { id: 'msg_2Lml4VuPlrcJVbhqZbfEFcxo', at: 1_674_087_231, body: '{"type":"test"}' }
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

  test('is the HMAC-SHA256 of id, time and text under the secret’s bytes, as anybody may reckon it', () => {
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
    const mac = createHmac('sha256', key).update(`${message.id}.${message.at}.${message.body}`).digest('base64')
    expect(signatureOf(message, [secret])).toBe(`v1,${mac}`)
  })

  test('holds for each secret that signed, and for nothing that was changed', () => {
    const other = secretOf(Buffer.alloc(32, 7))
    const both = signatureOf(message, [other, secret])
    expect([secret, other].map(it => isSignedBy(message, both, it))).toEqual([true, true])
    expect(isSignedBy(message, signatureOf(message, [other]), secret)).toBe(false)
    for (const changed of [{ ...message, id: 'msg_x' }, { ...message, at: message.at + 1 }, { ...message, body: '{"type":"Test"}' }]) {
      expect(isSignedBy(changed, both, secret)).toBe(false)
    }
    expect(isSignedBy(message, 'v1,', secret)).toBe(false)
    expect(isSignedBy(message, both.replaceAll('v1,', 'v2,'), secret)).toBe(false)
  })
})

describe('A receiver that fails', () => {
  const minutes = (failures: number, chance = 0) => rest(failures, { chance }) / 60_000

  test('rests for half a minute, then three times as long each time, six hours at the most, a quarter more by chance', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 30].map(it => minutes(it))).toEqual([0.5, 1.5, 4.5, 13.5, 40.5, 121.5, 360, 360, 360])
    expect(minutes(1, 1)).toBe(0.625)
  })

  test('has had its nine attempts within a day, and not within half of one', () => {
    const all = (chance: number) => Array.from({ length: mostTries - 1 }, (_, n) => minutes(n + 1, chance)).reduce((sum, it) => sum + it) / 60
    expect(all(0)).toBeGreaterThan(12)
    expect(all(1)).toBeLessThan(24)
  })

  test('is left alone for as long as it asks, within reason', () => {
    expect(rest(1, { asked: 600_000, chance: 0 })).toBe(600_000)
    expect(rest(1, { asked: 10 * 86_400_000, chance: 0 })).toBe(6 * 3_600_000)
  })

  test('or is slow gives way to others for three times as long as it took', () => {
    expect([restAfter(200), restAfter(5_000)]).toEqual([0, 15_000])
  })
})
