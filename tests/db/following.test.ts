import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Case } from '@/domain/case/case'
import type { CaseEvent } from '@/domain/case/event'
import type { Facts } from '@/domain/case/facts'
import { followQuestion } from '@/domain/following/question'
import type { FollowSubject } from '@/domain/following/subjects'
import type { Member } from '@/domain/people/viewer'
import { permit, type Act, type Permitted } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { caseById } from '@/db/cases/rows'
import { reviseCase } from '@/db/cases/revise'
import { storeCase } from '@/db/cases/store'
import { follow, followedAmong, followsOf, mostFollows, unfollow } from '@/db/following/follow'
import { hideSubject, restoreSubject } from '@/db/moderation/hiding'
import { decideItem } from '@/db/moderation/queue/decide'
import { tagCase } from '@/db/moderation/tagging'
import { plantTags, tagNamed } from '@/db/moderation/tags'
import { markRead } from '@/db/people/notifications'
import { follows, notifications, outbox, people, queueItems } from '@/db/schema'
import { hands } from '@/server/outbox/hands'
import { Worker } from '@/server/outbox/worker'
import { inProcess, useDatabase } from '../support/database'
import { caseBy, say, sayIn, somebody } from '../support/threads'

useDatabase('per test')

const start = 1_700_000_100_000
let now: number
let author: Member, reader: Member, moderator: Member, caseId: number

beforeEach(async () => {
  now = start
  author = await somebody('林')
  reader = await somebody('梅')
  moderator = await somebody('许', 'moderator')
  caseId = await caseBy(author)
})

const may = <A extends Act>(act: A, by: Member, subject: never): Permitted<A> => {
  const permission = permit(act, by, subject)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}
const follows_ = (by: Member, subject: FollowSubject, target: string | number) =>
  write(tx => follow(tx, may('follow', by, null as never), { subject, target: String(target), now }))
const deliver = () => new Worker(hands, { now: () => now, post: null, siteUrl: 'https://guoshen.example', secret: 's' }).drain()
const told = async ({ id }: Member) => (await read()).select().from(notifications).where(eq(notifications.personId, id)).orderBy(notifications.id)
const sayNow = (by: Member, words: string, parent: number | null = null) => write(tx => sayIn(tx, by, caseId, words, parent, now))
const hideIt = () => write(tx => hideSubject(tx, may('hide', moderator, null as never), { subject: 'case', subjectId: caseId, because: '重复了', now }))
const showIt = () => write(tx => restoreSubject(tx, may('hide', moderator, null as never), { subject: 'case', subjectId: caseId, because: '看错了', now }))

const reported = (by: Member, facts: Partial<Facts> = {}) => {
  const paid = { type: 'paid', order: 1, round: 1, at: [28_000_000, 28_000_000] } as CaseEvent
  const it: Case = {
    ref: null, source: 'own', evidence_tier: 0, created_at: now, retrospective: false, last_confirmed: null, events: [paid],
    facts: { process: 'certification', subject: 'personal', category: 'tool', ...facts } as Facts,
  }
  return write(tx => storeCase(tx, { case: it, authorId: by.id, account: `a${by.id}`, now }))
}

describe('who follows a case', () => {
  beforeEach(() => follows_(reader, 'case', caseId))

  test('is told of a reply once the worker has been there, and not before: the reply waits for nobody', async () => {
    const replyId = await sayNow(moderator, '三天')
    expect(await told(reader)).toEqual([])
    await deliver()
    expect(await told(reader)).toMatchObject([{ kind: 'followed_case', caseId, replyId, actorId: moderator.id, readAt: null }])
  })

  test('is told of 3 replies within an hour in one line, of a fourth after reading in another', async () => {
    for (const words of ['一', '二', '三']) {
      await sayNow(moderator, words)
      now += 60_000
    }
    await deliver()
    const [line, ...more] = await told(reader)
    expect(more).toEqual([])
    expect(line!.details).toEqual({ reply_added: '3' })
    await write(tx => markRead(tx, reader.id, { until: line!.id, now }))
    await sayNow(moderator, '四')
    await deliver()
    expect((await told(reader)).map(it => it.details)).toEqual([{ reply_added: '3' }, { reply_added: '1' }])
  })

  test('is told in a second line of what happens an hour later, though the first is unread', async () => {
    await sayNow(moderator, '一')
    await deliver()
    now += 3_600_001
    await sayNow(moderator, '二')
    await deliver()
    expect(await told(reader)).toHaveLength(2)
  })

  test('is told nothing of his own reply, and an answer to him in person is not told twice', async () => {
    const own = await sayNow(reader, '我的')
    await deliver()
    expect(await told(reader)).toEqual([])
    await sayNow(moderator, '答你', own)
    await deliver()
    expect((await told(reader)).map(it => it.kind)).toEqual(['reply_answered'])
  })

  test('is told that it was hidden, then nothing of what is said meanwhile, and that it is shown again', async () => {
    await sayNow(moderator, '一')
    await hideIt()
    await deliver()
    expect((await told(reader)).map(it => it.details)).toEqual([{ case_hidden: '1' }])
    now += 60_000
    await showIt()
    await deliver()
    expect((await told(reader)).map(it => it.details)).toEqual([{ case_restored: '1' }])
  })

  test('since a moment ago, is told nothing of what happened before', async () => {
    await sayNow(moderator, '先前')
    now += 1
    await follows_(author, 'person', moderator.id)
    const later = await somebody('迟')
    await follows_(later, 'case', caseId)
    await deliver()
    expect(await told(later)).toEqual([])
    expect(await told(reader)).toHaveLength(1)
  })

  test('no longer, is told nothing more', async () => {
    await write(tx => unfollow(tx, may('follow', reader, null as never), { subject: 'case', target: String(caseId) }))
    await sayNow(moderator, '一')
    await deliver()
    expect(await told(reader)).toEqual([])
  })

  test('and writes it is told by name, as ever, and not as a follower', async () => {
    await follows_(author, 'case', caseId)
    await sayNow(reader, '一')
    await deliver()
    expect((await told(author)).map(it => it.kind)).toEqual(['case_answered'])
  })

  test('hears of a step and of an outcome, not of better words or of waiting on', async () => {
    const id = await reported(author)
    await follows_(reader, 'case', id)
    const revise = async (change: (it: NonNullable<Awaited<ReturnType<typeof caseById>>>['case']) => void) => {
      now += 1_000
      const stored = (await caseById(await read(), id))!
      const revised = structuredClone(stored.case)
      change(revised)
      await write(tx => reviseCase(tx, may('edit_case', author, stored.row as never), { stored, revised, now }))
      await deliver()
      return (await told(reader)).map(it => it.details)
    }
    const step = (type: string) => ({ type, order: 1, round: 1, at: [28_000_100, 28_000_100] }) as never
    expect(await revise(it => { it.words = '说得更清楚' })).toEqual([])
    expect(await revise(it => { it.events.push(step('still_waiting')) })).toEqual([])
    expect(await revise(it => { it.events.push(step('called')) })).toEqual([{ case_revised: '1' }])
    expect(await revise(it => { it.events.push(step('approved')) })).toEqual([{ case_revised: '2', outcome: '1' }])
  })

  test.each([['approved', { case_revised: '1', outcome: '1' }], ['called', { case_revised: '1' }], ['still_waiting', null]])(
    'hears of a revision that waited, “%s”, once it is let in and not before', async (type, details) => {
      const id = await reported(author)
      await follows_(reader, 'case', id)
      const stored = (await caseById(await read(), id))!
      const revised = { ...stored.case, events: [...stored.case.events, { type, order: 1, round: 1, at: [28_000_100, 28_000_100] } as CaseEvent] }
      const heldBack = { kind: 'word_filter', details: { rules: '1', found: '加群' } } as const
      await write(tx => reviseCase(tx, may('edit_case', author, stored.row as never), { stored, revised, now, heldBack }))
      await deliver()
      expect(await told(reader)).toEqual([])
      now += 86_400_000
      const [item] = await (await read()).select().from(queueItems)
      expect(item).toMatchObject({ hold: 'hidden', details: { rules: '1', found: '加群' } })
      await write(tx => decideItem(tx, may('decide', moderator, item as never), { itemId: item!.id, decision: 'approve', tagId: null, because: '', now }))
      await deliver()
      expect((await told(reader)).map(it => [it.actorId, it.details])).toEqual(details ? [[author.id, details]] : [])
    },
  )
})

describe('who follows a person, a tag or a filter', () => {
  test('is told of a new case once, by whichever comes first, however many of them it fits', async () => {
    await follows_(reader, 'person', author.id)
    await follows_(reader, 'filter', 'process=certification')
    await follows_(reader, 'filter', 'process=certification&category=tool')
    const id = await reported(author)
    await deliver()
    expect(await told(reader)).toMatchObject([{ kind: 'followed_new', caseId: id, actorId: author.id, details: { by: 'person' } }])
  })

  test('is told of a case that fits all a filter asks for, and of none that fits only half', async () => {
    await follows_(reader, 'filter', 'category=tool&proof=software_copyright')
    await follows_(moderator, 'filter', 'category=tool&subject=company')
    await follows_(moderator, 'filter', 'category=tool&subject=no_longer_known')
    const id = await reported(author, { proof_demanded: ['software_copyright'] })
    await deliver()
    expect((await told(reader)).map(it => it.caseId)).toEqual([id])
    expect(await told(moderator)).toEqual([])
  })

  test('is told when a case comes under a tag, and once when that is done again', async () => {
    await write(plantTags)
    const tag = (await tagNamed(await read(), 'joke'))!
    await follows_(reader, 'tag', tag.id)
    const put = () => write(tx => tagCase(tx, may('tag', moderator, { authorId: author.id } as never), { caseId, tagId: tag.id, because: '玩笑', now }))
    await put()
    await put()
    await deliver()
    expect(await told(reader)).toMatchObject([{ kind: 'followed_new', caseId, details: { by: 'tag', name_zh: tag.nameZh } }])
  })

  test('is told of a reply that a person signs', async () => {
    await follows_(reader, 'person', moderator.id)
    const replyId = await sayNow(moderator, '一')
    await deliver()
    expect(await told(reader)).toMatchObject([{ kind: 'followed_person', replyId }])
  })

  test('hears nothing of a case that is hidden before the worker comes, and of it as new once it is shown', async () => {
    await follows_(reader, 'person', author.id)
    caseId = await reported(author)
    await hideIt()
    await deliver()
    expect(await told(reader)).toEqual([])
    now += 1_000
    await showIt()
    await deliver()
    expect((await told(reader)).map(it => it.kind)).toEqual(['followed_new'])
  })

  test('hears nothing of what moderators do to others: it is not signed', async () => {
    await follows_(reader, 'person', moderator.id)
    await hideIt()
    await showIt()
    await deliver()
    expect(await told(reader)).toEqual([])
  })
})

describe('what one follows', () => {
  test('is asked for twice and stands once; a page’s questions are answered in one', async () => {
    await follows_(reader, 'case', caseId)
    await follows_(reader, 'case', caseId)
    await follows_(reader, 'filter', 'process=filing')
    const page = await followsOf(await read(), reader.id, { after: null })
    expect(page.follows.map(it => it.target)).toEqual(['process=filing', String(caseId)])
    const asked = [followQuestion('case', String(caseId)), followQuestion('tag', String(caseId)), followQuestion('filter', 'process=filing')]
    expect(await followedAmong(await read(), reader.id, asked)).toEqual([asked[0], asked[2]])
    expect(await followedAmong(await read(), author.id, asked)).toEqual([])
  })

  test('is at most 500 things', async () => {
    await write(async tx => {
      for (let n = 0; n < mostFollows; n++) await tx.insert(follows).values({ personId: reader.id, subject: 'case', target: `1${n}`, createdAt: now })
    })
    expect(await follows_(reader, 'case', caseId)).toBe('too_many')
    expect(await follows_(reader, 'case', 10)).toBeNull()
  })
})

describe('a case with many followers', () => {
  const many = inProcess ? 450 : 10_000

  test('makes a reply as short as ever, and tells each of them once, though the worker is stopped in the middle', async () => {
    await write(async tx => {
      for (let from = 0; from < many; from += 500) {
        const rows = Array.from({ length: Math.min(500, many - from) }, (_, n) => {
          const unique = `crowd-${from + n}`
          return { name: unique, nameKey: unique, nameSkeleton: unique, pseudonym: unique, createdAt: now }
        })
        const added = await tx.insert(people).values(rows).returning({ id: people.id })
        await tx.insert(follows).values(added.map(({ id }) => ({ personId: id, subject: 'case' as const, target: String(caseId), createdAt: now })))
      }
    })
    const rowsBefore = await (await read()).$count(notifications)
    await say(moderator, caseId, '大家好')
    // The author's own notice, and nobody else's yet.
    expect(await (await read()).$count(notifications)).toBe(rowsBefore + 1)
    const [errand] = await (await read()).select().from(outbox).where(eq(outbox.kind, 'happening'))
    let steps = 0
    const stopping = { ...hands, happening: async (it: never, tools: never) => {
      await hands.happening(it, { ...(tools as object), now: () => { if (steps++ === 2) throw new Error('stopped'); return now } } as never)
    } }
    await new Worker(stopping as never, { now: () => now, post: null, siteUrl: 'https://guoshen.example', secret: 's' }).drain()
    const halfway = await (await read()).$count(notifications, eq(notifications.kind, 'followed_case'))
    expect(halfway).toBeGreaterThan(0)
    expect(halfway).toBeLessThan(many)
    now = errand!.dueAt + 600_000
    await deliver()
    const rows = await (await read()).select({ personId: notifications.personId }).from(notifications)
      .where(and(eq(notifications.kind, 'followed_case'), eq(notifications.caseId, caseId)))
    expect(rows).toHaveLength(many)
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(many)
  })
})
