import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { simulate } from '@/domain/simulation/simulate'
import { reportCase } from '@/domain/case/report'
import { read, write } from '@/db/connection'
import { storeCase } from '@/db/cases/store'
import { checkCells, rebuildCells } from '@/db/figures/cells/recount'
import { outcomesFigure } from '@/db/figures/outcomes'
import { plantTags } from '@/db/moderation/tags'
import { writeLog } from '@/db/moderation/log'
import { logPage } from '@/db/moderation/log-page'
import { leaveSite } from '@/db/people/leave'
import { createPerson, findPersonByName, personById } from '@/db/people/people'
import { startSession, memberOfToken } from '@/db/people/sessions'
import { caseRevisions, cases, favourites, people, replies, searchEntries, votes } from '@/db/schema'
import { threadPage } from '@/db/threads/thread-page'
import { setVote } from '@/db/threads/votes'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, replyRow, say, somebody } from '../support/threads'

useDatabase('per test')

const now = Date.parse('2026-11-24T12:00:00+08:00')
let lin: Member, mei: Member, token: string
const told = 12

// Lin is one of the people who tell of their certification; most of the others are somebody else.
beforeEach(async () => {
  await write(async tx => {
    await plantTags(tx)
    await rebuildCells(tx, now)
  })
  const id = await write(tx => createPerson(tx, { name: '林下风', passwordHash: 'x', now }))
  lin = { kind: 'member', id: id!, name: '林下风', role: 'member', suspended: false, sessionId: 1 }
  mei = await somebody('梅', 'admin')
  token = await write(tx => startSession(tx, { personId: lin.id, device: 'desk', now }))
  const { pseudonym } = (await personById(await read(), lin.id))!
  for (const [n, { draft, reportedAt }] of simulate({ seed: 'leave', now, cases: told * 3 }).entries()) {
    const reported = reportCase(draft, reportedAt)
    if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
    const isLins = n < told
    await write(tx => storeCase(tx, {
      case: { ...reported.case, ref: `leave-${n}`, source: 'own', words: isLins ? '林的原话' : '别人' }, authorId: isLins ? lin.id : null,
      account: isLins ? pseudonym : null, now: reportedAt,
    }))
  }
})

describe('Leaving cases without a name', () => {
  test('changes no figure and no cell, and leaves 12 cases to nobody under their old account', async () => {
    const before = await outcomesFigure(await read(), { process: 'certification', layer: 'own' })
    const [{ pseudonym }] = [(await personById(await read(), lin.id))!]
    expect(await go({ cases: 'keep', replies: 'keep' })).toBe(null)
    expect(await checkCells(await read())).toEqual([])
    expect(await outcomesFigure(await read(), { process: 'certification', layer: 'own' })).toEqual(before)
    expect(await (await read()).$count(cases, eq(cases.account, pseudonym))).toBe(told)
    expect(await (await read()).$count(cases, eq(cases.authorId, lin.id))).toBe(0)
    expect((await personById(await read(), lin.id))!.pseudonym).not.toBe(pseudonym)
  })
})

describe('Taking them out', () => {
  test('empties 12 cases, and the cells are what a recount of the others counts', async () => {
    await go({ cases: 'erase', replies: 'keep' })
    expect(await checkCells(await read())).toEqual([])
    const rows = await (await read()).select().from(cases).where(eq(cases.state, 'withdrawn'))
    expect(rows).toHaveLength(told)
    expect(JSON.stringify(rows)).not.toContain('林的原话')
    expect(rows.every(row => !row.inFigures && row.authorId === null && row.account === `case:${row.ref}`)).toBe(true)
    expect(await (await read()).$count(searchEntries)).toBe(told * 2)
    expect(await (await read()).$count(caseRevisions)).toBe(0)
  })
})

describe('Replies', () => {
  async function talk() {
    const caseId = await caseBy(mei)
    const first = await say(lin, caseId, '林先说的')
    const answer = await say(mei, caseId, '梅的回答', first)
    const last = await say(lin, caseId, '林最后说的')
    return { caseId, first, answer, last }
  }

  test('that stay keep words and order, and name nobody', async () => {
    const { caseId, first, answer, last } = await talk()
    await go({ cases: 'keep', replies: 'keep' })
    const { replies: shown } = await threadPage(await read(), { caseId, sort: 'oldest', after: null, viewer: { kind: 'guest' } })
    expect(shown.map(({ id, author, state }) => [id, author, state]))
      .toEqual([[first, null, 'standing'], [answer, '梅', 'standing'], [last, null, 'standing']])
    expect(await caseSums(caseId)).toEqual({ discussions: 2, replies: 1 })
  })

  test('that go leave a line where 1 was answered, and nothing where nobody did', async () => {
    const { caseId, first, answer } = await talk()
    await go({ cases: 'keep', replies: 'erase' })
    const { replies: shown } = await threadPage(await read(), { caseId, sort: 'oldest', after: null, viewer: { kind: 'guest' } })
    expect(shown.map(({ id, state }) => [id, state])).toEqual([[first, 'deleted'], [answer, 'standing']])
    expect(await caseSums(caseId)).toEqual({ discussions: 0, replies: 1 })
    expect((await replyRow(first)).words).toBe('')
    expect(await (await read()).$count(replies, eq(replies.authorId, lin.id))).toBe(0)
  })
})

describe('The person', () => {
  test('is signed out, cannot be found, and takes her 1 agreement and 1 kept case with her', async () => {
    const caseId = await caseBy(mei)
    await write(async tx => {
      const permission = permit('vote', lin, null)
      if ('permitted' in permission) await setVote(tx, permission.permitted, { subject: 'case', id: caseId, wanted: 'on', now })
      await tx.insert(favourites).values({ personId: lin.id, caseId, at: now })
      await tx.update(cases).set({ favouriteCount: 1 }).where(eq(cases.id, caseId))
    })
    await go({ cases: 'keep', replies: 'keep' })
    const [row] = await (await read()).select().from(cases).where(eq(cases.id, caseId))
    expect([row!.agreeCount, row!.favouriteCount, await (await read()).$count(votes)]).toEqual([0, 0, 0])
    expect(await memberOfToken(await read(), token, now)).toBe(null)
    expect([await findPersonByName(await read(), '林下风'), await findPersonByName(await read(), `#${lin.id}`)]).toEqual([null, null])
  })

  test('keeps her name, and what looks like it, from others for a year and not for ever', async () => {
    await go({ cases: 'keep', replies: 'keep' })
    const taken = (name: string, at: number) => write(tx => createPerson(tx, { name, passwordHash: null, now: at }))
    expect(await taken('林下风', now + 364 * 86_400_000)).toBe(null)
    expect(await taken('林下风', now + 366 * 86_400_000)).not.toBe(null)
    expect(JSON.stringify(await (await read()).select().from(people).where(eq(people.id, lin.id)))).not.toContain('林下风')
  })

  test('who is the last of the administrators cannot go, and nothing has happened', async () => {
    expect(await goAs(mei, { cases: 'erase', replies: 'erase' })).toBe('last_admin')
    expect((await personById(await read(), mei.id))!.name).toBe('梅')
  })

  test('who moderated leaves her acts in the log, under a number, with the line that she gave up her role', async () => {
    await somebody('安', 'admin')
    await write(tx => writeLog(tx, { at: now, actorId: mei.id, act: 'hide', caseId: 1, reason: '广告' }))
    expect(await goAs(mei, { cases: 'keep', replies: 'keep' })).toBe(null)
    const { entries } = await logPage(await read())
    expect(entries.map(({ act, actor }) => [act, actor])).toEqual([['set_role', `#${mei.id}`], ['hide', `#${mei.id}`]])
  })
})

type Choice = { cases: 'keep' | 'erase'; replies: 'keep' | 'erase' }
const go = (choice: Choice) => goAs(lin, choice)

async function goAs(who: Member, choice: Choice) {
  const permission = permit('leave', { ...who, suspended: true }, null)
  if ('refused' in permission) throw new Error(permission.refused)
  return write(tx => leaveSite(tx, permission.permitted, { ...choice, now }))
}
