import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { addressesOf, pinnedTo, type Resolve } from '@/server/webhooks/connect'
import { openSender } from '@/server/webhooks/send'
import { openReceiver } from '../../support/receiver'

const message = { id: 'msg_1', at: 1_700_000_000, signature: 'v1,x', body: '{"type":"test"}' }
const opened: { close: () => Promise<void> }[] = []
afterAll(async () => { for (const it of opened) await it.close() })

async function receiver(...how: Parameters<typeof openReceiver>) {
  const it = await openReceiver(...how)
  opened.push(it)
  return it
}

/** A server that does with a connection what it is told, and counts them. */
async function rawServer(does: (text: string) => string | null) {
  let connections = 0
  const server: Server = createServer(socket => {
    connections++
    socket.on('error', () => undefined)
    socket.once('data', data => {
      const answer = does(data.toString())
      if (answer !== null) socket.write(answer)
    })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  opened.push({ close: () => new Promise(resolve => { server.close(() => resolve()) }) })
  return { url: `http://127.0.0.1:${port}/`, port, connections: () => connections }
}

const names = (...turns: string[][]): { resolve: Resolve; asked: () => number } => {
  let asked = 0
  return {
    asked: () => asked,
    resolve: async () => turns[Math.min(asked++, turns.length - 1)]!.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
  }
}

describe('A name', () => {
  test.each([['127.0.0.1'], ['10.0.0.8'], ['::1'], ['::ffff:127.0.0.1'], ['64:ff9b::7f00:1'], ['fd00::1'], ['169.254.169.254']])(
    'that stands for %s is not connected to', async address => {
      const it = await receiver()
      const { resolve } = names([address])
      await expect(openSender({ anywhere: false, resolve })(`http://hooks.example.org:${it.port}/`, message)).rejects.toThrow('private')
      expect(it.received).toEqual([])
    })

  test('that stands for a public and a private address is refused whole', async () => {
    await expect(addressesOf('x.example.org', { anywhere: false, resolve: names(['1.1.1.1', '10.0.0.1']).resolve })).rejects.toThrow('private')
  })

  test('that nobody knows is said to be unknown', async () => {
    await expect(openSender({ anywhere: false, resolve: names([]).resolve })('https://hooks.example.org/', message)).rejects.toThrow('name')
  })

  test('is asked for once: the connection goes to what was looked at, whatever the name means by then', async () => {
    const it = await receiver()
    // The second time it is asked for, it means another machine, where nobody answers.
    const turning = names(['127.0.0.1'], ['127.0.0.2'])
    const sent = await openSender({ anywhere: true, resolve: turning.resolve })(`http://rebinding.example.org:${it.port}/`, message)
    expect([sent.status, turning.asked(), it.received.length]).toEqual([204, 1, 1])
    expect(it.received[0]!.headers.host).toBe(`rebinding.example.org:${it.port}`)
  })

  test('is not asked for again by the connection, which is answered with what was looked at', async () => {
    const looked = [{ address: '93.184.216.34', family: 4 }]
    const answers: unknown[] = []
    pinnedTo(looked)('rebinding.example.org', { all: true }, (_, all) => answers.push(all))
    pinnedTo(looked)('rebinding.example.org', {}, (_, address, family) => answers.push([address, family]))
    expect(answers).toEqual([looked, ['93.184.216.34', 4]])
  })

  test.each(['http://127.0.0.1:PORT/', 'http://[::ffff:127.0.0.1]:PORT/', 'http://2130706433:PORT/'])(
    'that is an address itself is looked at too: %s', async address => {
      const it = await receiver()
      await expect(openSender({ anywhere: false })(address.replace('PORT', String(it.port)), message)).rejects.toThrow('private')
      expect(it.received).toEqual([])
    })
})

describe('A receiver', () => {
  const send = openSender({ anywhere: true, patience: 30_000 })
  const impatient = openSender({ anywhere: true, patience: 500 })

  test('gets the text as it was signed, with its id, time and signature', async () => {
    const it = await receiver()
    expect(await send(it.url, { ...message, body: '{"text":"案例"}' })).toEqual({ status: 204, asked: 0 })
    expect(it.received).toMatchObject([{
      id: 'msg_1', at: 1_700_000_000, body: '{"text":"案例"}', path: '/hook',
      headers: { 'webhook-signature': 'v1,x', 'content-type': 'application/json; charset=utf-8' },
    }])
  })

  test('that leads elsewhere is not followed', async () => {
    const elsewhere = await receiver()
    const it = await receiver(() => ({ status: 307, headers: { location: elsewhere.url } }))
    expect(await send(it.url, message)).toMatchObject({ status: 307 })
    expect(elsewhere.received).toEqual([])
  })

  test('that asks for a rest is understood', async () => {
    const it = await receiver(() => ({ status: 429, headers: { 'retry-after': '120' } }))
    expect(await send(it.url, message)).toEqual({ status: 429, asked: 120_000 })
  })

  test('that never answers, or never ends its head, is left after a while', async () => {
    const silent = await receiver(() => null)
    await expect(impatient(silent.url, message)).rejects.toThrow('timeout')
    const dripping = await rawServer(() => 'HTTP/1.1 200 OK\r\nx: ')
    await expect(impatient(dripping.url, message)).rejects.toThrow('timeout')
  })

  test('that answers without an end has answered, and is not read on', async () => {
    const endless = await rawServer(() => `HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n${'x'.repeat(200_000)}`)
    expect(await send(endless.url, message)).toMatchObject({ status: 200 })
  })

  test('that speaks no HTTP, sends a head of a megabyte, or is not there has not answered', async () => {
    const other = await rawServer(() => '-ERR unknown command\r\n')
    await expect(send(other.url, message)).rejects.toThrow('connection')
    const loud = await rawServer(() => `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(1_000_000)}\r\n\r\n`)
    await expect(send(loud.url, message)).rejects.toThrow('connection')
    const gone = await openReceiver()
    await gone.close()
    await expect(send(gone.url, message)).rejects.toThrow('connection')
  })

  test('that has no certificate is told nothing', async () => {
    const plain = await rawServer(() => 'HTTP/1.1 200 OK\r\n\r\n')
    await expect(send(`https://127.0.0.1:${plain.port}/`, message)).rejects.toThrow('tls')
  })
})
