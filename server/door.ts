import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Settings } from '../domain/settings'
import { Assets } from './assets'
import { addressOf, bringsSession, bringsToken, forKeeper, hasJustWritten, passedHeaders } from './headers/own-headers'
import { hearOut, largestBody, readBody, typedBy, typedIn } from './limits/form'
import { RequestRate } from './limits/rate'
import { Valve } from './limits/valve'
import { accessLog } from './log'
import { Metrics } from './metrics/metrics'
import { Making, type Once } from './making'
import { send, type Answer } from './memory/answer'
import { encode, encodingFor, isCompressible } from './memory/encodings'
import { Memory } from './memory/memory'
import type { Watch } from './memory/watch'
import { NobodyThere, type NextRoom } from './next/room'
import { OwnAnswers } from './own-answers'
import { Personal } from './personal/personal'
import { readinessOf } from './readiness'
import { isReadable, routeOf, termsOf, type Found } from './routes'

export type House = {
  settings: Settings
  room: NextRoom
  memory: Memory<Once>
  /** Null where no other process can write to this database. */
  watch: Watch | null
  valve: Valve
  isDraining: () => boolean
}

// How long what cannot be made anew is still shown, marked as such: while the database is away, and under overload.
const shownWhileAway = 600_000
const shownUnderLoad = 60_000
const mostHeaders = 100

/** Everything that is asked of the site comes in here, and all that is remembered goes out from here. */
export class Door {
  private readonly making: Making
  private readonly own: OwnAnswers
  private readonly assets: Assets
  /** Null where the database belongs to Next's thread alone, and this one cannot ask it who somebody is. */
  private readonly personal: Personal | null
  private readonly rate = new RequestRate()
  private readonly metrics = new Metrics()
  private readonly log: ReturnType<typeof accessLog>

  constructor(private readonly house: House) {
    const { settings, room } = house
    this.making = new Making(settings, room)
    this.own = new OwnAnswers(this.making)
    this.assets = new Assets(settings)
    this.personal = house.watch && new Personal(house.memory, this.making)
    this.log = this.metrics.counting(accessLog(settings.ACCESS_LOG))
  }

  /** The quick way first: no promise, no copy, nothing but a look into the memory. */
  open(request: IncomingMessage, response: ServerResponse): void {
    const begun = performance.now()
    this.hearOwnChanges()
    const url = request.url ?? '/'
    if (isReading(request) && !bringsSession(request) && !bringsToken(request) && this.isCurrent && !this.refusal(request)) {
      const answer = this.house.memory.fresh(url)
      const ready = answer?.for(request.headers['accept-encoding'])
      if (ready && !(ready instanceof Promise)) {
        const wait = this.counted(request)
        if (wait > 0) return void this.once(request, response, this.own.tooFast(request, wait), 'limit', begun)
        const bytes = send(request, response, ready, forKeeper(request))
        return this.log(request, { status: response.statusCode, bytes, from: 'memory', begun })
      }
    }
    this.answer(request, response, url, begun).catch(error => {
      // He has left, and nobody waits for an answer.
      if (response.destroyed) return this.log(request, { status: 499, bytes: 0, from: 'left', begun })
      if (!response.headersSent && this.isAway(error)) return this.once(request, response, this.own.starting(request, null), 'starting', begun)
      console.error(error)
      if (!response.headersSent) void this.once(request, response, this.making.failed(url), 'failed', begun)
      else response.destroy()
    }).finally(() => readToEnd(request))
  }

  private async answer(request: IncomingMessage, response: ServerResponse, url: string, begun: number): Promise<void> {
    const refusal = this.refusal(request)
    if (refusal) return this.once(request, response, refusal, 'door', begun)
    const path = url.split('?', 1)[0]!
    if (!isReadable(path)) return this.once(request, response, this.own.unreadable(url), 'door', begun)
    if (path === '/healthz') return this.once(request, response, this.own.health(200, 'ok'), 'door', begun)
    if (path === '/readyz') return this.once(request, response, await this.readiness(), 'door', begun)
    if (this.metrics.areAskedBy(request)) return this.once(request, response, this.own.metrics(this.metrics.told(this.house)), 'door', begun)
    const asset = isReading(request) ? this.assets.at(url) : null
    if (asset) return this.kept(request, response, await asset, 'asset', begun)
    const wait = this.counted(request)
    if (wait > 0) return this.once(request, response, this.own.tooFast(request, wait, await typedBy(request, this.house.settings.SITE_URL)), 'limit', begun)
    if (!isReading(request)) return this.change(request, response, url, begun)
    // What a program is told by its token is told to nobody else.
    if (bringsToken(request)) return this.pass(request, response, url, begun)
    const found = routeOf(url)
    // Data and pictures hold nothing of whoever asks.
    if (found && (found.route.kind !== 'page' || !bringsSession(request))) return this.stranger(request, response, url, found, begun)
    const own = found && await this.member(request, url, found)
    if (own) return this.once(request, response, own, 'personal', begun)
    const last = found && !hasJustWritten(request) ? this.lastUnderLoad(url) : null
    if (last) return this.kept(request, response, last, 'overload', begun, degraded('overload'))
    return this.pass(request, response, url, begun)
  }

  /** A page for somebody who is not signed in: remembered, or made once for all who wait for it. */
  private async stranger(request: IncomingMessage, response: ServerResponse, url: string, found: Found, begun: number): Promise<void> {
    const { memory, watch } = this.house
    if (watch && !watch.isCurrent && !await watch.becomeCurrent()) {
      const last = memory.last(url, shownWhileAway)
      if (last) return this.kept(request, response, last, 'away', begun, degraded('database'))
    }
    this.hearOwnChanges()
    const last = this.lastUnderLoad(url)
    if (last) return this.kept(request, response, last, 'overload', begun, degraded('overload'))
    const told = await memory.answer(url, { ...termsOf(found), make: () => this.making.forEverybody(url, found.route) })
    if ('answer' in told) return this.kept(request, response, told.answer, told.from, begun)
    // What is wrong with a question is said in the asker's own language, which no address of data names.
    if (found.route.kind === 'data' && told.other.status >= 400) return this.pass(request, response, url, begun)
    return this.once(request, response, told.other, told.from, begun)
  }

  /** What was remembered a moment ago, where there is no time to make it anew. */
  private lastUnderLoad(url: string): Answer | null {
    return this.house.valve.isOverloaded ? this.house.memory.last(url, shownUnderLoad) : null
  }

  /** A page for somebody signed in, from what is remembered; null when Next has to make it. */
  private async member(request: IncomingMessage, url: string, found: Found): Promise<Once | null> {
    const { watch } = this.house
    if (!this.personal || !watch) return null
    if (!await (hasJustWritten(request) ? watch.lookAgain() : watch.becomeCurrent())) return null
    this.hearOwnChanges()
    return this.personal.pageFor(request, url, found)
  }

  /** Something is to be changed: Next decides, unless there is no time; then the text is given back. */
  private async change(request: IncomingMessage, response: ServerResponse, url: string, begun: number): Promise<void> {
    // Nothing of ours is done in another way, and nothing that came with it goes on.
    if (request.method !== 'POST') return this.pass(request, response, url, begun)
    const body = await readBody(request)
    if (body === null) return this.once(request, response, this.own.tooLarge(request, 413), 'door', begun)
    if (this.house.valve.isOverloaded) return this.once(request, response, this.own.busy(request, typedIn(request, body, this.house.settings.SITE_URL)), 'overload', begun)
    return this.pass(request, response, url, begun, body).catch(error => {
      if (response.destroyed || response.headersSent || !this.isAway(error)) throw error
      return this.once(request, response, this.own.starting(request, typedIn(request, body, this.house.settings.SITE_URL)), 'starting', begun)
    })
  }

  private isAway(error: unknown): boolean {
    return error instanceof NobodyThere || !this.house.room.isThere()
  }

  private async pass(request: IncomingMessage, response: ServerResponse, url: string, begun: number, body?: Buffer): Promise<void> {
    const { settings, room } = this.house
    const leaving = new AbortController()
    response.once('close', () => { if (!response.writableFinished) leaving.abort() })
    const headers = {
      ...passedHeaders(request.headers, settings.TRUST_PROXY), 'x-guoshen-path': url,
      'x-guoshen-address': addressOf(request, settings.TRUST_PROXY),
    }
    // Files are sent while they are made, as Next packs them; a page is taken whole, and packed here.
    const isFile = url.startsWith('/api/')
    if (!isFile) delete headers['accept-encoding']
    const method = isFile || request.method !== 'HEAD' ? request.method ?? 'GET' : 'GET'
    const told = await room.ask({ method, url, headers, ...(body && { body }), signal: leaving.signal })
    this.hearOwnChanges()
    this.personal?.learn(request, told.headers)
    if (String(told.headers['content-type']).startsWith('text/html') && !told.headers['content-encoding']) {
      return this.once(request, response, await this.making.whole(told, url), 'next', begun)
    }
    let bytes = 0
    told.on('data', (chunk: Buffer) => { bytes += chunk.length })
    response.writeHead(told.statusCode ?? 500, this.making.passing(told.headers, url).flat())
    await pipeline(told, response)
    this.log(request, { status: response.statusCode, bytes, from: 'next', begun })
  }

  private async kept(
    request: IncomingMessage, response: ServerResponse, answer: Answer, from: string, begun: number, more: string[] = [],
  ): Promise<void> {
    const bytes = send(request, response, await answer.for(request.headers['accept-encoding']), more)
    this.log(request, { status: response.statusCode, bytes, from, begun })
  }

  private async once(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Once, from: string, begun: number): Promise<void> {
    const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
    const already = headers.some(([name]) => name === 'content-encoding')
    const encoding = !already && isCompressible(type, body.length) ? encodingFor(request.headers['accept-encoding']) : 'identity'
    const bytes = await encode(body, encoding, 'once')
    const length = status === 204 || status === 304 ? [] : ['content-length', String(bytes.length)]
    const vary = isCompressible(type, body.length) ? ['vary', 'accept-encoding'] : []
    response.writeHead(status, [...headers.flat(), ...length, ...vary, ...(encoding === 'identity' ? [] : ['content-encoding', encoding])])
    const closes = headers.some(([name]) => name === 'connection')
    if (closes && request.method !== 'HEAD') {
      response.write(bytes)
      await hearOut(request)
    }
    response.end(closes || request.method === 'HEAD' ? undefined : bytes)
    this.log(request, { status, bytes: bytes.length, from, begun })
  }

  /** Too many headers, or more than anybody has to send. */
  private refusal(request: IncomingMessage): Once | null {
    if (request.rawHeaders.length > 2 * mostHeaders) return this.own.tooLarge(request, 431)
    return Number(request.headers['content-length']) > largestBody ? this.own.tooLarge(request, 413) : null
  }

  private counted(request: IncomingMessage): number {
    const { RATE_LIMITS, TRUST_PROXY } = this.house.settings
    return RATE_LIMITS ? this.rate.count(addressOf(request, TRUST_PROXY), Date.now()) : 0
  }

  private async readiness(): Promise<Once> {
    const said = await readinessOf(this.house)
    return this.own.health(said === 'ready' ? 200 : 503, said)
  }

  private hearOwnChanges(): void {
    for (const change of this.house.room.newChanges()) {
      this.metrics.wrote()
      this.house.watch?.know(change)
      this.house.memory.changed(change.topics)
    }
  }

  private get isCurrent(): boolean {
    return this.house.watch?.isCurrent ?? true
  }
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** What of a form was not read, since it was too large or nobody wanted it, would stand before the next request. */
function readToEnd(request: IncomingMessage): void {
  if (request.readableEnded) return
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > largestBody) request.destroy()
  })
  request.resume()
}

/** Says that this is what there was, and may be old; nobody keeps it. */
function degraded(by: string): string[] {
  return ['x-guoshen-degraded', by, 'warning', '110 - "Response is Stale"']
}
