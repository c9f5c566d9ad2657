import type { Fields } from '@/domain/fields'
import type { Posted } from './request'

/** More than any honest form weighs: a case with a hundred events and full words is under 200 kB. */
const largestBody = 1024 * 1024
/** A hundred events of fifteen fields, and the facts. */
const mostFields = 2_000

const isPlain = /^application\/x-www-form-urlencoded\b/i

export type FormBody = { fields: Fields } | { refused: 400 | 413 | 415 }

/** Reads a posted form, never more of it than allowed. Files, prototype keys and other types are refused. */
export async function readForm(request: Posted): Promise<FormBody> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return { refused: 415 }
  // Counting compressed bytes would let a bomb through.
  if (request.headers.get('content-encoding')) return { refused: 415 }
  const bytes = await readAtMost(request, largestBody)
  if (!bytes) return { refused: 413 }
  try {
    // As a browser writes it unless there are files; a `Response` would take ten times as long for the same.
    if (isPlain.test(type)) return fieldsOf(new URLSearchParams(new TextDecoder().decode(bytes)))
    return fieldsOf(await new Response(bytes, { headers: { 'content-type': type } }).formData())
  } catch {
    return { refused: 400 }
  }
}

/** All that was sent; null when it is more than so many bytes. */
export async function readAtMost(request: Posted, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function fieldsOf(form: FormData | URLSearchParams): FormBody {
  const fields: Fields = Object.create(null)
  let count = 0
  for (const [name, value] of form) {
    if (typeof value !== 'string' || ++count > mostFields || name.length > 100) return { refused: 400 }
    if (name.includes('__proto__')) return { refused: 400 }
    // A browser sends line ends as CRLF; text is kept with LF.
    ;(fields[name] ??= []).push(value.replace(/\r\n?/g, '\n'))
  }
  return { fields: { ...fields } }
}
