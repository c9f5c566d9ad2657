import { expect, test } from 'vitest'
import { caseSorts } from '@/domain/case/filter'
import { largestId } from '@/domain/ids'
import { listCases } from '@/db/cases/list'
import { read } from '@/db/connection'
import { logPage } from '@/db/moderation/log-page'
import { sharedReplies } from '@/db/people/profile'
import { latestReplies } from '@/db/threads/latest-replies'
import { useDatabase } from '../support/database'
import { caseBy, say, somebody } from '../support/threads'

useDatabase()

// PostgreSQL's ids have four bytes, and it fails when it is asked to compare one with more.
const tooLong = ['999999999999999', '2147483648', '99999999999999999999', '0', '-1', '1e3', 'x']

test('where a list goes on is never asked of the database with a number that cannot be', async () => {
  const lin = await somebody('林')
  const caseId = await caseBy(lin)
  const reply = await say(lin, caseId, '只有一条')
  const database = await read()
  for (const after of [...tooLong, ...tooLong.map(it => `999999999999999-${it}`), `999999999999999-${largestId}`]) {
    for (const sort of caseSorts) expect([after, sort, (await listCases(database, { sort, after, limit: 10 })).cases.map(({ row }) => row.id)]).toEqual([after, sort, [caseId]])
  }
  for (const after of tooLong) {
    expect((await latestReplies(database, { caseId, after, limit: 10 })).replies.map(({ id }) => id)).toEqual([reply])
    expect((await sharedReplies(database, lin.id, { after })).replies.map(({ id }) => id)).toEqual([reply])
    expect((await logPage(database, { after })).entries).toEqual([])
  }
})
