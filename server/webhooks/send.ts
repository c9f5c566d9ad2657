import { request as requestPlainly, type RequestOptions } from 'node:http'
import { request as requestSafely } from 'node:https'
import { addressesOf, askNameServers, askThisMachine, NotSent, pinnedTo, type Resolve } from './connect'

/** What is brought to a receiver. */
export type Message = { id: string; /** Whole seconds since 1970. */ at: number; signature: string; body: string }
/** What he said; `asked` is for how many milliseconds he does not want to be asked again. */
export type Answer = { status: number; asked: number }

/** Brings a message to an address. Throws `NotSent` where no answer came. */
export type Sender = (url: string, message: Message) => Promise<Answer>

type Terms = {
  /** To private addresses too, and over http: in tests, and on a network of one's own. */
  anywhere: boolean
  resolve?: Resolve
  /** Milliseconds for all of it. Far less than an errand's lease. */
  patience?: number
}

// An answer is read so far that the connection ends in good order; nothing of it is kept.
const mostOfAnswer = 65_536

export function openSender({ anywhere, resolve = anywhere ? askThisMachine : askNameServers, patience = 10_000 }: Terms): Sender {
  return async (address, message) => {
    const signal = AbortSignal.timeout(patience)
    const tooLate = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => { reject(new NotSent('timeout')) }, { once: true })
    })
    // Whoever comes second fails unheard.
    tooLate.catch(() => undefined)
    const url = new URL(address)
    const addresses = await Promise.race([addressesOf(url.hostname, { anywhere, resolve }), tooLate])
    return Promise.race([
      post(url, message, { signal, lookup: pinnedTo(addresses) }).catch((error: unknown) => { throw signal.aborted ? new NotSent('timeout') : new NotSent(reasonOf(error)) }),
      tooLate,
    ])
  }
}

function post(url: URL, { id, at, signature, body }: Message, options: Pick<RequestOptions, 'signal' | 'lookup'>): Promise<Answer> {
  const bytes = Buffer.from(body)
  const headers = {
    'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, 'user-agent': 'Guoshen-Webhooks/1',
    'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': signature,
  }
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestSafely : requestPlainly
    // No connection is kept, and none of another's is used. A redirect is an answer like any other.
    const sent = request(url, { ...options, method: 'POST', headers, agent: false }, response => {
      resolve({ status: response.statusCode ?? 0, asked: secondsOf(response.headers['retry-after']) * 1_000 })
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > mostOfAnswer) response.destroy()
      }).on('error', () => undefined)
    })
    sent.on('error', reject)
    sent.end(bytes)
  })
}

// Also a date may stand there; whoever writes one is asked when we think best.
function secondsOf(retryAfter: string | undefined): number {
  return /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : 0
}

function reasonOf(error: unknown): string {
  if (error instanceof NotSent) return error.message
  const { code = '' } = error as { code?: string }
  return /CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code) ? 'tls' : 'connection'
}
