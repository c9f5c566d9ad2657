import type { IncomingMessage } from 'node:http'
import { readPath } from '../../messages/languages'

/** What is asked for, in so few kinds that nobody who asks can make more. */
export const requestKinds = ['page', 'act', 'api', 'feed', 'picture', 'file', 'health'] as const
export type RequestKind = (typeof requestKinds)[number]

const beginnings: [beginning: string, kind: RequestKind][] = [
  ['/do/', 'act'], ['/api/', 'api'], ['/feeds/', 'feed'], ['/charts/', 'picture'], ['/cards/', 'picture'],
  ['/_next/', 'file'], ['/assets/', 'file'], ['/plain.css', 'file'], ['/icon.svg', 'file'],
  ['/healthz', 'health'], ['/readyz', 'health'], ['/metrics', 'health'],
]

export function kindOf(url: string): RequestKind {
  const { path } = readPath(url)
  return beginnings.find(([beginning]) => path.startsWith(beginning))?.[1] ?? 'page'
}

/** Whether this machine itself is asking, and no proxy for somebody else. */
export function isLocal({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const isHere = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(socket.remoteAddress ?? '')
  return isHere && !Object.keys(headers).some(name => /^(x-forwarded-|forwarded$|x-real-ip$|via$)/.test(name))
}
