import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { encode, encodingFor, isCompressible, type Encoding } from './encodings'

export type Header = [name: string, value: string]

/** Bytes ready to be sent, with the head that belongs to them and the one that says they are known already. */
export type Sendable = { etag: string; bytes: Buffer; head: string[]; unchanged: string[] }

/**
 * An answer of 200, finished: the same for everybody who asks. Its bytes are compressed when somebody first wants them so,
 * and once. `headers` are lower case and say nothing about length, encoding or ETag.
 */
export class Answer {
  private readonly ready = new Map<Encoding, Sendable>()
  private readonly coming = new Map<Encoding, Promise<Sendable>>()
  private readonly hash: string
  private readonly compressible: boolean
  private readonly headers: readonly Header[]

  constructor(headers: readonly Header[], private readonly identity: Buffer) {
    this.hash = createHash('sha256').update(identity).digest('base64url').slice(0, 27)
    const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
    this.compressible = isCompressible(type, identity.length)
    this.headers = this.compressible ? varyingBy('accept-encoding', headers) : headers
    this.ready.set('identity', this.sendable('identity', identity))
  }

  /** What is sent to somebody with this `accept-encoding`; a promise only while it is being compressed. */
  for(accepted: string | undefined): Sendable | Promise<Sendable> {
    const encoding = this.compressible ? encodingFor(accepted) : 'identity'
    return this.ready.get(encoding) ?? this.compressed(encoding)
  }

  /** How much of the memory it may come to take: text compressed both ways is never more than once again as much. */
  get size(): number {
    return this.identity.length * (this.compressible ? 2 : 1) + 4_096
  }

  private compressed(encoding: Encoding): Promise<Sendable> {
    const coming = this.coming.get(encoding) ?? encode(this.identity, encoding).then(bytes => {
      const made = this.sendable(encoding, bytes)
      this.ready.set(encoding, made)
      this.coming.delete(encoding)
      return made
    })
    this.coming.set(encoding, coming)
    return coming
  }

  // A strong ETag is of the bytes that are sent, so each encoding has its own.
  private sendable(encoding: Encoding, bytes: Buffer): Sendable {
    const etag = `"${this.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const own: Header[] = [...this.headers, ['etag', etag]]
    const encoded: Header[] = encoding === 'identity' ? [] : [['content-encoding', encoding]]
    return {
      etag,
      bytes,
      head: [...own, ...encoded, ['content-length', String(bytes.length)]].flat(),
      unchanged: own.filter(([name]) => name !== 'content-type' && name !== 'content-disposition').flat(),
    }
  }
}

/** Sends it, or says that the asker has it; `more` are headers of this one time. Answers how many bytes went. */
export function send(request: IncomingMessage, response: ServerResponse, it: Sendable, more: readonly string[] = []): number {
  const known = request.headers['if-none-match']
  if (known !== undefined && knows(known, it.etag)) {
    response.writeHead(304, more.length > 0 ? [...it.unchanged, ...more] : it.unchanged).end()
    return 0
  }
  response.writeHead(200, more.length > 0 ? [...it.head, ...more] : it.head)
  if (request.method === 'HEAD') {
    response.end()
    return 0
  }
  response.end(it.bytes)
  return it.bytes.length
}

/** The headers, with one more thing that the answer depends on. */
export function varyingBy(what: string, headers: readonly Header[]): Header[] {
  const already = headers.find(([name]) => name === 'vary')?.[1]
  return [...headers.filter(([name]) => name !== 'vary'), ['vary', already ? `${already}, ${what}` : what]]
}

function knows(known: string, etag: string): boolean {
  return known.trim() === '*' || known.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag)
}
