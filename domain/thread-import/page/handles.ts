import { startOf, visible } from './line'
import { parseThread } from './thread'

/**
 * The same page with every handle as 〇 and a number, one number a person, so that it can be kept while somebody works on
 * it. Read again it gives the same thread; masked again it is the same text.
 */
export function maskHandles(text: string): string {
  const { handles } = parseThread(text, { savedOn: null })
  const ofLine = new Map<number, typeof handles>()
  for (const handle of handles) ofLine.set(handle.line, [...(ofLine.get(handle.line) ?? []), handle])
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((raw, index) => maskLine(raw, ofLine.get(index + 1) ?? [])).join('\n')
}

function maskLine(raw: string, handles: readonly { text: string; from: number; speaker: number }[]): string {
  if (handles.length === 0) return raw
  const line = visible(raw)
  const margin = startOf(line)
  let [masked, done] = ['', 0]
  for (const { text, from, speaker } of [...handles].sort((a, b) => a.from - b.from)) {
    const at = margin + from
    if (at < done || line.slice(at, at + text.length) !== text) continue
    masked += `${line.slice(done, at)}〇${speaker}`
    done = at + text.length
  }
  return masked + line.slice(done)
}
