import { once } from 'node:events'
import { createServer, get } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Connections, type MostConnections } from '@/server/limits/connections'

const toEnd: (() => void)[] = []
afterEach(() => toEnd.splice(0).forEach(end => end()))

/** A server that answers everything but `/wait`, and ways to reach it from several addresses of this machine. */
async function serve(most: MostConnections) {
  const connections = new Connections(most)
  const server = createServer((request, response) => {
    connections.asked(request.socket, response)
    if (request.url !== '/wait') response.end('answered')
  })
  server.on('connection', socket => connections.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  toEnd.push(() => { server.closeAllConnections(); server.close() })
  return {
    server,
    open: async (localAddress: string): Promise<Socket> => {
      const socket = connect({ port, host: '127.0.0.1', localAddress })
      socket.on('error', () => undefined)
      const taken = once(server, 'connection')
      await taken
      return socket
    },
    ask: (localAddress: string, path = '/') => new Promise<string>((resolve, reject) => {
      get({ port, host: '127.0.0.1', localAddress, path, agent: false }, answer => {
        answer.setEncoding('utf8').on('data', resolve)
      }).on('error', reject)
    }),
    held: () => [...connections].length,
  }
}

test('of 6 silent connections where an address may hold 5, the oldest goes, and all others stay', async () => {
  const { open, held } = await serve({ all: 100, eachAddress: 5 })
  const other = await open('127.0.0.2')
  const [first, ...rest] = [await open('127.0.0.1'), await open('127.0.0.1'), await open('127.0.0.1'), await open('127.0.0.1'), await open('127.0.0.1')]
  const gone = once(first!, 'close')
  const last = await open('127.0.0.1')
  await gone
  expect([...rest, last, other].every(socket => !socket.destroyed)).toBe(true)
  expect(held()).toBe(6)
})

test('40 silent connections of one address and 40 of others keep nobody from being answered', async () => {
  const { open, ask, held } = await serve({ all: 12, eachAddress: 5 })
  for (let n = 0; n < 40; n++) await open('127.0.0.1')
  expect(await ask('127.0.0.1')).toBe('answered')
  for (let n = 0; n < 40; n++) await open(`127.0.0.${n % 10 + 2}`)
  expect(held()).toBeLessThanOrEqual(12)
  for (const address of ['127.0.0.1', '127.0.0.5', '127.0.0.77']) expect(await ask(address)).toBe('answered')
})

test('who is being answered is never cut off; where everybody is, the newcomer goes', async () => {
  const { open, server } = await serve({ all: 3, eachAddress: null })
  const waiting = await Promise.all(['127.0.0.1', '127.0.0.2', '127.0.0.3'].map(open))
  for (const socket of waiting) {
    socket.write('GET /wait HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(server, 'request')
  }
  const newcomer = await open('127.0.0.4')
  await once(newcomer, 'close')
  expect(waiting.filter(socket => socket.destroyed)).toEqual([])
})
