import { beforeEach, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { reportForm } from '@/domain/case/form'
import { permit } from '@/domain/permission'
import { parseThread } from '@/domain/thread-import/page/thread'
import { readingsOf } from '@/domain/thread-import/reading'
import { read, write } from '@/db/connection'
import { acceptThreadCase, casesNamed, refOfComment } from '@/db/cases/thread-cases'
import { dropThreadItem, keepThreadPage, threadPageOf, threadPagesOf } from '@/db/desk/thread-pages'
import { logPage } from '@/db/moderation/log-page'
import { cases } from '@/db/schema'
import { useDatabase } from '../support/database'
import { oldThread } from '../support/old-thread'
import { somebody } from '../support/threads'

useDatabase('per test')

const now = Date.UTC(2026, 10, 20, 4)
const draft = { page: oldThread, saved_on: '2024-02-10', process: 'certification' as const, because: '社区里的讨论' }
const ref = `thread-${'0'.repeat(32)}`
let mei: Member
let tao: Member

beforeEach(async () => {
  mei = await somebody('Mei', 'moderator')
  tao = await somebody('Tao', 'moderator')
})

test('1 comment accepted by 2 moderators at once is 1 case of the layer, 1 line of the log, and the other is led to it', async () => {
  const accepted = await Promise.all([accept(mei), accept(tao)])
  const ids = accepted.map(it => ('id' in it ? it.id : it.already))
  expect(new Set(ids).size).toBe(1)
  expect(accepted.filter(it => 'already' in it)).toHaveLength(1)
  const rows = await (await read()).select().from(cases)
  expect(rows).toMatchObject([{ source: 'thread', authorId: null, account: `case:${rows[0]!.ref}`, inFigures: true }])
  const { entries } = await logPage(await read())
  expect(entries).toMatchObject([{ act: 'add_thread_case', reason: '社区里的讨论', caseId: ids[0] }])
})

test('the same words have the same name, and no others', async () => {
  await accept(mei)
  const [first, ...others] = readingsOf(parseThread(`\n\n${oldThread}`, { savedOn: null }), 'filing', now)
  const known = await casesNamed(await read(), [first!, ...others].map(it => refOfComment(it.content)))
  expect([...known.keys()]).toEqual([refOfComment(first!.content)])
})

test('of 700 names the one that is a case is found', async () => {
  await accept(mei)
  const [it] = await (await read()).select().from(cases)
  const names = [...Array.from({ length: 699 }, (_, at) => `thread-${at}`), it!.ref]
  expect(await casesNamed(await read(), names)).toEqual(new Map([[it!.ref, it!.id]]))
})

test('a page is its moderator’s alone, remembers what was dropped once, and ends with its draft', async () => {
  await write(tx => keepThreadPage(tx, mei.id, { key: 'a-page-of-hers-1', draft, now }))
  for (const _ of [1, 2]) expect(await write(tx => dropThreadItem(tx, mei.id, { page: 'a-page-of-hers-1', ref, now }))).toEqual({ done: true })
  expect(await threadPageOf(await read(), 'a-page-of-hers-1', mei.id)).toMatchObject({ savedOn: '2024-02-10', dropped: [ref] })
  expect(await threadPagesOf(await read(), mei.id)).toHaveLength(1)
  expect(await threadPageOf(await read(), 'a-page-of-hers-1', tao.id)).toBe(null)
  expect(await write(tx => dropThreadItem(tx, tao.id, { page: 'a-page-of-hers-1', ref, now }))).toBe(null)
})

async function accept(by: Member) {
  const [post] = readingsOf(parseThread(oldThread, { savedOn: '2024-02-10' }), 'certification', now)
  const name = refOfComment(post!.content)
  const reported = reportForm(post!.fields, now, undefined, { source: 'thread', ref: name })
  const permission = permit('import_thread', by, null)
  if (!reported.ok || !('permitted' in permission)) throw new Error('The builder made no case.')
  const { permitted } = permission
  return write(tx => acceptThreadCase(tx, permitted, { case: { ...reported.case, ref: name }, because: draft.because, now }))
}
