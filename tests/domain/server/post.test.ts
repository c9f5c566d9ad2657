import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPost, type Post } from '@/server/mail/post'
import { GiveUp } from '@/server/outbox/give-up'
import { openMailServer, type Arrived } from '../../support/mail-server'

let server: Awaited<ReturnType<typeof openMailServer>>
let post: Post

beforeAll(async () => {
  server = await openMailServer({ refuse: to => (to.startsWith('nobody') ? 550 : to.startsWith('busy') ? 451 : null) })
  post = openPost({ SMTP_URL: server.url, MAIL_FROM: '过审 <guoshen@example.com>', SITE_URL: 'https://guoshen.example' })
})
afterAll(async () => {
  post.close()
  await server.close()
})

const send = async (letter: Partial<Parameters<Post['send']>[0]>, id = 'letter:1'): Promise<Arrived> => {
  await post.send({ to: 'lin@example.com', subject: '你的案例有新回复', text: '正文', ...letter }, id)
  return server.arrived.at(-1)!
}

describe('a letter', () => {
  test('arrives with a plain and an HTML part, from whom the settings say', async () => {
    const { from, to, head, raw } = await send({ html: '<p>正文</p>' })
    expect([from, to]).toEqual(['guoshen@example.com', ['lin@example.com']])
    expect(head.get('content-type')![0]).toMatch(/^multipart\/alternative/)
    expect(raw).toContain(Buffer.from('正文').toString('base64'))
    expect(head.get('auto-submitted')).toEqual(['auto-generated'])
  })

  test('without HTML is plain text alone, and the same one sent twice has one Message-ID', async () => {
    const [one, two] = [await send({}, 'sign-in:7'), await send({}, 'sign-in:7')]
    expect(one.head.get('content-type')![0]).toMatch(/^text\/plain/)
    expect(one.head.get('message-id')).toEqual(['<sign-in-7@guoshen.example>'])
    expect(two.head.get('message-id')).toEqual(one.head.get('message-id'))
  })

  test('can be unsubscribed from by one request, as RFC 8058 asks', async () => {
    const { head } = await send({ unsubscribe: 'https://guoshen.example/mail/stop/1.abc' })
    expect(head.get('list-unsubscribe')).toEqual(['<https://guoshen.example/mail/stop/1.abc>'])
    expect(head.get('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
    expect((await send({})).head.has('list-unsubscribe')).toBe(false)
  })

  const breaks = ['\r\n', '\n', '\r', '\u2028', '\0\r\n', '%0d%0a']
  test.each(breaks.flatMap(end => (['to', 'subject', 'unsubscribe'] as const).map(field => [JSON.stringify(end), field, end] as const)))(
    'a line break (%s) in %s begins no header and adds no recipient', async (_, field, end) => {
      const before = server.arrived.length
      const evil = `x@example.com${end}Bcc: eve@example.com${end}${end}body`
      await post.send({ to: 'lin@example.com', subject: 's', text: 't', [field]: evil }, 'crlf').catch(() => undefined)
      for (const { to, head } of server.arrived.slice(before)) {
        expect(head.has('bcc')).toBe(false)
        expect(to).toHaveLength(1)
        expect(to[0]).not.toBe('eve@example.com')
      }
    })

  test('in words a line break is only a line, also one with a dot', async () => {
    const { raw } = await send({ text: 'a\r\n.\r\nb\r\nBcc: eve@example.com' })
    expect(raw.split('\r\n\r\n')[1]).toContain('b')
  })

  test('to an address that the server will never know is given up; to one that is busy it is tried again', async () => {
    await expect(send({ to: 'nobody@example.com' })).rejects.toThrow(GiveUp)
    await expect(send({ to: 'busy@example.com' })).rejects.not.toThrow(GiveUp)
  })

  test('is tried again where nobody listens', async () => {
    const nowhere = openPost({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@example.com', SITE_URL: 'https://guoshen.example' })
    await expect(nowhere.send({ to: 'lin@example.com', subject: '', text: '' }, 'x')).rejects.toMatchObject({ code: 'ESOCKET' })
  })
})
