// `npm run bench:branch [-- --replies 3000] [--times 9]`: how long one write takes that moves a branch of so many replies,
// each with its terms in the search, from one case to another. On a database of its own, or on what DATABASE_URL names
// where that is empty.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Facts } from '../../domain/case/facts'
import type { Member } from '../../domain/people/viewer'
import { permit } from '../../domain/permission'
import { placeUnder } from '../../domain/thread/path'
import { termsToIndex } from '../../domain/text/terms'
import { quantileOf } from './timing'

const { values } = parseArgs({ options: { replies: { type: 'string', default: '3000' }, times: { type: 'string', default: '9' } } })
const [many, times] = [Number(values.replies), Number(values.times)]

void bench()

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-branch-'))
  process.env.DATABASE_URL ??= `file:${join(folder, 'guoshen.db')}`
  try {
    // Which engine it is, these read as they are loaded.
    const { migrateDatabase } = await import('../../db/migrate')
    const { closeDatabase, write } = await import('../../db/connection')
    const { moveBranch } = await import('../../db/threads/move-branch')
    await migrateDatabase(process.env.DATABASE_URL)
    const { mei, cases, head } = await plant()
    const permission = permit('keep_thread', mei, null)
    if ('refused' in permission) throw new Error(permission.refused)
    const took: number[] = []
    for (let n = 0; n < times; n++) {
      const began = performance.now()
      const move = { replyId: head, toCaseId: cases[(n + 1) % 2]!, because: '放错了地方', now: Date.now() }
      const moved = await write(tx => moveBranch(tx, permission.permitted, move))
      if (!('done' in moved) || moved.replies !== many) throw new Error(JSON.stringify(moved))
      took.push(performance.now() - began)
    }
    const ms = (share: number) => `${quantileOf(took, share).toFixed(0)} ms`
    console.log(`${many} replies moved in ${ms(0.5)} (middle of ${times}), ${ms(1)} at the slowest`)
    await closeDatabase()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two cases, and under the first of them a reply with all the others in threes below it. */
async function plant(): Promise<{ mei: Member; cases: number[]; head: number }> {
  const { write } = await import('../../db/connection')
  const schema = await import('../../db/schema')
  return write(async tx => {
    const [person] = await tx.insert(schema.people).values({
      name: '梅', nameKey: randomUUID(), nameSkeleton: randomUUID(), role: 'moderator', pseudonym: randomUUID(), createdAt: 0,
    }).returning({ id: schema.people.id })
    const facts = { process: 'certification', subject: 'personal', category: 'tool' } as Facts
    const two = await tx.insert(schema.cases).values([1, 2].map(() => ({
      ref: randomUUID(), account: 'a', source: 'own' as const, retrospective: true, facts, process: 'certification' as const,
      subject: 'personal', category: 'tool', outcome: 'unknown' as const, inFigures: false, createdAt: 0, activeAt: 0,
    }))).returning({ id: schema.cases.id })
    const words = '付完钱半小时内就来电话了，没有要软著，名字也没有被打回，第二天上午就通过。'
    const terms = termsToIndex(words).join(' ')
    // Far above the ids that the engine gives by itself.
    const first = 1_000_000
    const placed: { id: number; path: Uint8Array }[] = []
    for (let n = 0; n < many; n++) {
      const place = placeUnder(n === 0 ? null : placed[Math.floor((n - 1) / 3)]!, first + n)
      placed.push({ id: first + n, path: place.path })
      await tx.insert(schema.replies).values({
        id: first + n, caseId: two[0]!.id, ...place, path: Buffer.from(place.path), authorId: person!.id, words, html: `<p>${words}</p>`,
        renderVersion: 1, answerCount: 3, createdAt: n,
      })
      await tx.insert(schema.searchEntries).values({ caseId: two[0]!.id, replyId: first + n, terms })
    }
    const mei: Member = { kind: 'member', id: person!.id, name: '梅', role: 'moderator', suspended: false, sessionId: 0 }
    return { mei, cases: two.map(it => it.id), head: first }
  })
}
