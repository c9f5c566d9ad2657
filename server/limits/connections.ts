import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { network } from './rate'

/** How many connections are held open; `eachAddress` null behind a proxy, whose address is everybody's. */
export type MostConnections = { all: number; eachAddress: number | null }

type Held = { address: string; answer: ServerResponse | null }

/**
 * The open connections. Holding one costs us memory and its holder nothing, so that there must be an end to it: where one too
 * many comes, that one goes which has waited longest without asking for anything. Who is being answered is never cut off.
 */
export class Connections {
  // By when each last began to ask, the longest ago first; with the answer to that.
  private readonly open = new Map<Socket, Held>()
  private readonly byAddress = new Map<string, Set<Socket>>()

  constructor(private readonly most: MostConnections) {}

  /** Takes one in, in the place of another where need be. */
  add(socket: Socket): void {
    const address = network(socket.remoteAddress ?? '')
    const his = this.byAddress.get(address) ?? new Set()
    const { all, eachAddress } = this.most
    if (eachAddress !== null && his.size >= eachAddress && !this.letGo(his)) return void socket.destroy()
    if (this.open.size >= all && !this.letGo(this.open.keys())) return void socket.destroy()
    this.open.set(socket, { address, answer: null })
    this.byAddress.set(address, his.add(socket))
    socket.once('close', () => this.forget(socket))
  }

  /** Something was asked on it. */
  asked(socket: Socket, answer: ServerResponse): void {
    const held = this.open.get(socket)
    if (!held) return
    held.answer = answer
    this.open.delete(socket)
    this.open.set(socket, held)
  }

  [Symbol.iterator](): IterableIterator<Socket> {
    return this.open.keys()
  }

  private letGo(among: Iterable<Socket>): boolean {
    for (const socket of among) {
      const { answer } = this.open.get(socket)!
      if (answer && !answer.writableFinished) continue
      socket.destroy()
      this.forget(socket)
      return true
    }
    return false
  }

  private forget(socket: Socket): void {
    const address = this.open.get(socket)?.address
    if (address === undefined) return
    this.open.delete(socket)
    const his = this.byAddress.get(address)
    his?.delete(socket)
    if (his?.size === 0) this.byAddress.delete(address)
  }
}
