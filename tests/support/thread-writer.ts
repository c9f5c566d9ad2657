import { once } from 'node:events'
import type { Member } from '@/domain/people/viewer'
import { closeDatabase } from '@/db/connection'
import { say } from './threads'

// One of several processes that reply at once: says "ready", waits for a line, replies as often as told, and says
// which ids it was given. Arguments: the person's id, the case's, how many replies.
const [personId, caseId, count] = process.argv.slice(2).map(Number) as [number, number, number]
const by: Member = { kind: 'member', id: personId, name: '写手', role: 'member', suspended: false, sessionId: 1 }

console.log('ready')
await once(process.stdin, 'data')
const ids = await Promise.all(Array.from({ length: count }, (_, n) => say(by, caseId, `${personId}/${n}`)))
console.log(JSON.stringify(ids))
await closeDatabase()
process.exit(0)
