import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A letter as it arrived: its envelope, its head unfolded, and all of it as it was sent. */
export type Arrived = { from: string; to: string[]; head: Map<string, string[]>; raw: string }

/**
 * A mail server of its own, on this machine. `refuse` answers a recipient's number, such as 550; `taken` hears of
 * each letter before its sender is told that it was taken.
 */
export async function openMailServer({ refuse, taken }: { refuse?: (to: string) => number | null; taken?: (letter: Arrived) => void } = {}) {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      const code = refuse?.(address) ?? null
      done(code === null ? null : Object.assign(new Error('not here'), { responseCode: code }))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        const { mailFrom, rcptTo } = envelope
        arrived.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(it => it.address), head: headOf(raw), raw })
        taken?.(arrived.at(-1)!)
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`, arrived,
    close: () => new Promise<void>(resolve => { server.close(() => resolve()) }),
  }
}

function headOf(raw: string): Map<string, string[]> {
  const head = new Map<string, string[]>()
  for (const line of raw.split('\r\n\r\n', 1)[0]!.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined) head.set(name.toLowerCase(), [...head.get(name.toLowerCase()) ?? [], value!])
  }
  return head
}
