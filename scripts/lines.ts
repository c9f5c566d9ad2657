import type { Readable } from 'node:stream'

// Longer than any line the exchange format takes; the rest of it is not kept, so that one endless line is one bad line.
const mostKept = 1024 * 1024

/**
 * The lines of a UTF-8 stream as they come, without their ends (LF or CRLF) and without a byte order mark. Unlike
 * readline it does not end a line at U+2028, which JSON may hold as it is.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8')
  let kept = ''
  let first = true
  for await (const chunk of stream as AsyncIterable<string>) {
    const [head = '', ...rest] = chunk.split('\n')
    kept = append(kept, head)
    for (const next of rest) {
      yield cleaned(kept, first)
      first = false
      kept = append('', next)
    }
  }
  if (kept !== '') yield cleaned(kept, first)
}

const append = (kept: string, more: string) => (kept.length > mostKept ? kept : kept + more)

function cleaned(line: string, first: boolean): string {
  const bare = line.endsWith('\r') ? line.slice(0, -1) : line
  return first && bare.startsWith('\ufeff') ? bare.slice(1) : bare
}
