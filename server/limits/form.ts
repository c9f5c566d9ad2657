import type { IncomingMessage } from 'node:http'

/** The largest body that is read, in bytes. The door of acts takes less and says so (app/form-body.ts). */
export const largestBody = 4 * 1024 * 1024

/** All that was sent; null when it is more than we read. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > largestBody) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** The fields of a posted form; null when it is none that could be given back. */
export function fieldsOf(body: Buffer, type = ''): URLSearchParams | null {
  return /^application\/x-www-form-urlencoded\b/i.test(type) ? new URLSearchParams(body.toString()) : null
}
