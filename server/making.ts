import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Settings } from '../domain/settings'
import { contentSecurityPolicy, isPicture, pictureHeaders, scriptHashes, securityHeaders } from './headers/security-headers'
import { Answer, varyingBy, type Header } from './memory/answer'
import type { Made } from './memory/memory'
import { showsHeader } from './next/page-notes'
import type { NextRoom } from './next/room'
import { PersonalAnswer } from './personal/personal-answer'
import { takeApart } from './personal/personal-page'
import { failedPage } from './pages/failed-page'
import { finishPage } from './pages/finish-page'
import { markOpenKeys } from './pages/open-keys'
import type { Route } from './routes'

/** An answer of this one time: what is not remembered, and what went wrong. */
export type Once = { status: number; headers: Header[]; body: Buffer }

/** Turns what Next says into what is sent. */
export class Making {
  private readonly always: Header[]
  private readonly policy: string

  constructor(private readonly settings: Settings, private readonly room: NextRoom) {
    this.always = Object.entries(securityHeaders(settings))
    this.policy = contentSecurityPolicy(settings)
  }

  /** Has an answer made for everybody: on behalf of nobody, who has no cookie, no language and no device. */
  async forEverybody(url: string, route: Route): Promise<Made<Once>> {
    const { once, shows, isForMany } = await this.onBehalfOfNobody(url)
    if (!isForMany) return { other: { ...once, headers: once.headers.filter(([name]) => name !== 'set-cookie') } }
    const headers = once.headers.filter(([name]) => name !== 'etag' && (name !== 'cache-control' || route.kind !== 'page'))
    if (route.kind !== 'page') return { answer: new Answer(headers, once.body), shows }
    // Kept by browsers and asked about each time: what somebody wrote himself is there when he comes back.
    const body = Buffer.from(markOpenKeys(once.body.toString()))
    return { answer: new Answer(varyingBy('cookie', [...headers, ['cache-control', 'no-cache']]), body), shows }
  }

  /** Has a page made for anyone, from which each member's own is put together. Nobody's cookie goes with it. */
  async forAnyone(url: string): Promise<Made<Once>> {
    const { once, shows, isForMany } = await this.onBehalfOfNobody(url, { 'x-guoshen-for-anyone': '1' })
    if (!isForMany) return { other: once }
    const headers: Header[] = [...once.headers.filter(([name]) => name !== 'cache-control'), ['cache-control', 'private, no-store']]
    return { answer: new PersonalAnswer(takeApart(once.body.toString()), headers, once.body.length), shows }
  }

  /** Reads an answer of Next's to its end and finishes it. */
  async whole(told: IncomingMessage, url: string): Promise<Once> {
    const chunks: Buffer[] = []
    for await (const chunk of told) chunks.push(chunk as Buffer)
    return this.finished(told.statusCode ?? 500, told.headers, Buffer.concat(chunks), url)
  }

  /** Headers of an answer that passes while it is still being made. */
  passing(headers: IncomingHttpHeaders, url: string): Header[] {
    const packed: Header[] = headers['content-encoding'] ? [['vary', 'accept-encoding']] : []
    return [...this.told(headers), ...packed, ...this.own(url, this.policy)]
  }

  failed(url: string): Once {
    return this.finished(500, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from(failedPage(url)), url)
  }

  /** A page of the door's own. */
  plain(status: number, html: string, more: Header[] = []): Once {
    const headers: Header[] = [['content-type', 'text/html; charset=utf-8'], ['cache-control', 'no-store'], ...more, ...this.own('', this.policy)]
    return { status, headers, body: Buffer.from(html) }
  }

  /** Asks Next with a request of our own; also which further topics the answer shows, and whether it may be remembered. */
  private async onBehalfOfNobody(url: string, more: IncomingHttpHeaders = {}): Promise<{ once: Once; shows: string[]; isForMany: boolean }> {
    const { host } = new URL(this.settings.SITE_URL)
    const told = await this.room.ask({ method: 'GET', url, headers: { host, 'x-guoshen-path': url, ...more } })
    const shows = String(told.headers[showsHeader] ?? '').split(' ').filter(Boolean)
    const once = await this.whole(told, url)
    // Whatever would set a cookie was meant for one.
    return { once, shows, isForMany: once.status === 200 && !told.headers['set-cookie'] }
  }

  private finished(status: number, headers: IncomingHttpHeaders, body: Buffer, url: string): Once {
    if (!String(headers['content-type']).startsWith('text/html')) return { status, headers: this.passing(headers, url), body }
    const html = finishPage(body.toString(), url)
    const hashes = scriptHashes(html)
    const policy = hashes.length > 0 ? contentSecurityPolicy(this.settings, { hashes }) : this.policy
    return { status, headers: [...this.told(headers), ...this.own(url, policy)], body: Buffer.from(html) }
  }

  private told(headers: IncomingHttpHeaders): Header[] {
    return Object.entries(headers).filter(([name]) => !ours.test(name))
      .flatMap(([name, value]) => [value ?? []].flat().map((one): Header => [name, one]))
  }

  private own(url: string, policy: string): Header[] {
    const own: Header[] = [...this.always, ['content-security-policy', policy]]
    if (!isPicture(url)) return own
    return [...own.filter(([name]) => !(name in pictureHeaders)), ...Object.entries(pictureHeaders)]
  }
}

// Of one connection, of one encoding, of the framework's own tongue, or ours to say.
const ours = /^(connection|keep-alive|transfer-encoding|content-length|date|vary|x-guoshen-.*)$/
