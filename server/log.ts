import type { IncomingMessage } from 'node:http'

/** What one answer was, beside what was asked. */
export type Answered = { status: number; bytes: number; from: string; begun: number }

/**
 * A line of JSON for each request. Nothing in it says who asked: no address, no cookie, no agent, and of an address only
 * its path, since people write into queries what they look for.
 */
export function accessLog(isOn: boolean): (request: IncomingMessage, answered: Answered) => void {
  if (!isOn) return () => undefined
  return (request, { status, bytes, from, begun }) => {
    const path = (request.url ?? '').split('?', 1)[0]!.slice(0, 300)
    const ms = Math.round((performance.now() - begun) * 100) / 100
    // JSON leaves no line end in what was asked, so nobody can write a line of his own.
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), method: request.method, path, status, bytes, ms, from })}\n`)
  }
}
