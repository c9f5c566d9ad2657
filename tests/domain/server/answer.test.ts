import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, scriptHashes } from '@/server/headers/security-headers'
import { bringsSession, passedHeaders } from '@/server/headers/own-headers'
import { Answer } from '@/server/memory/answer'
import { encodingFor } from '@/server/memory/encodings'
import { comeBackPage } from '@/server/pages/come-back-page'
import { parseSettings } from '@/domain/settings'

const text = '等一个电话。'.repeat(500)

describe('What is sent', () => {
  test.each([
    [undefined, 'identity'], ['', 'identity'], ['gzip', 'gzip'], ['gzip, deflate, br, zstd', 'br'], ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0', 'identity'], ['x-gzip', 'identity'], ['GZIP;q=0.5', 'gzip'], ['*', 'identity'],
  ])('to whoever accepts %j is %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })

  test('is the same text in each encoding, each with an ETag of its own, compressed once', async () => {
    const answer = new Answer([['content-type', 'text/html; charset=utf-8'], ['vary', 'cookie']], Buffer.from(text))
    const [plain, zipped, brotli] = await Promise.all([answer.for(undefined), answer.for('gzip'), answer.for('br')])
    expect(plain.bytes.toString()).toBe(text)
    expect(gunzipSync(zipped.bytes).toString()).toBe(text)
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(text)
    expect(new Set([plain.etag, zipped.etag, brotli.etag]).size).toBe(3)
    expect(plain.head).toContain('cookie, accept-encoding')
    expect(zipped.head).toEqual(expect.arrayContaining(['content-encoding', 'gzip', 'content-length', String(zipped.bytes.length)]))
    expect(answer.for('gzip')).toBe(zipped)
    expect(zipped.unchanged).toContain(zipped.etag)
    expect(zipped.unchanged).not.toContain('content-length')
    expect(plain.bytes.length + zipped.bytes.length + brotli.bytes.length).toBeLessThan(answer.size)
  })

  test('of a picture of pixels, or of a few bytes, is never compressed', async () => {
    expect((await new Answer([['content-type', 'image/png']], Buffer.from(text)).for('br')).head).not.toContain('content-encoding')
    expect((await new Answer([['content-type', 'text/html']], Buffer.from('short')).for('br')).head).not.toContain('vary')
  })
})

describe('The content security policy', () => {
  const parsed = parseSettings({})
  if (!parsed.ok) throw new Error(parsed.problems.join())

  test('names the hash of each script that stands in a page, not of data for machines or of files', () => {
    const html = '<script>let a = 1</script><script type="application/ld+json">{}</script><script src="/x.js"></script><script type="module">let a = 1</script>'
    const hash = `'sha256-${createHash('sha256').update('let a = 1').digest('base64')}'`
    expect(scriptHashes(html)).toEqual([hash])
    expect(contentSecurityPolicy(parsed.settings, { hashes: [hash] })).toContain(`script-src 'self' ${hash};`)
  })

  test('allows nothing inline but in development', () => {
    expect(contentSecurityPolicy(parsed.settings)).not.toContain('unsafe')
    expect(contentSecurityPolicy(parsed.settings, { dev: true })).toContain(`'unsafe-inline'`)
  })
})

describe('A request', () => {
  test('is passed on without what speaks for us, for the framework, for a connection or for a proxy', () => {
    const headers = {
      'x-guoshen-path': '/', 'x-middleware-subrequest': 'a', 'x-nextjs-data': '1', 'next-action': 'x', 'next-router-prefetch': '1', 'rsc': '1', 'x-nonce': 'n',
      'content-security-policy': 'x', 'connection': 'close', 'transfer-encoding': 'chunked', 'x-forwarded-for': '1.2.3.4', 'cookie': 'a=b', 'accept': '*/*',
    }
    expect(passedHeaders(headers, false)).toEqual({ cookie: 'a=b', accept: '*/*' })
    expect(passedHeaders(headers, true)).toEqual({ 'cookie': 'a=b', 'accept': '*/*', 'x-forwarded-for': '1.2.3.4' })
  })

  test.each([
    [undefined, false], ['guoshen-browser=x', false], ['theme=dark; other=guoshen-session', false],
    ['guoshen-session=x', true], ['a=b; __Host-guoshen-session=x', true], ['a=b;guoshen-session.0=x', true],
  ])('with the cookie %j may be of somebody signed in: %j', (cookie, expected) => {
    expect(bringsSession({ headers: { cookie } } as never)).toBe(expected)
  })
})

describe('The page that gives a form back', () => {
  const typed = new URLSearchParams({ key: 'abcdefghijklmnop', lang: 'en', words: 'I <b>waited</b>\n"three" days', case: '3' })

  test('shows what was typed and sends the same fields again', () => {
    const page = comeBackPage('/do/reply', typed)
    expect(page).toContain('lang="en"')
    expect(page).toContain('<pre dir="auto">I &#60;b&#62;waited&#60;/b&#62;\n&#34;three&#34; days</pre>')
    expect(page).toContain('<form method="post" action="/do/reply">')
    for (const name of ['key', 'lang', 'words', 'case']) expect(page).toContain(`name="${name}"`)
  })

  test('never holds a password', () => {
    const page = comeBackPage('/do/sign-in', new URLSearchParams({ name: '林', password: 'open sesame', lang: 'zh' }))
    expect(page).not.toContain('open sesame')
    expect(page).not.toContain('<form')
  })
})
