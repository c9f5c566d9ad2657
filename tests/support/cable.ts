import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A cable to a server that a test can pull out and put back: a port that passes on all it hears while plugged in. */
export type Cable = { port: number; pull: () => void; plug: () => void; remove: () => void }

export async function layCable(host: string, port: number): Promise<Cable> {
  let plugged = true
  const ends = new Set<Socket>()
  const server = createServer(near => {
    if (!plugged) return near.destroy()
    const far = connect(port, host)
    for (const [end, other] of [[near, far], [far, near]] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  })
  const pull = () => {
    plugged = false
    ends.forEach(end => end.destroy())
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    pull,
    plug: () => { plugged = true },
    remove: () => {
      pull()
      server.close()
    },
  }
}
