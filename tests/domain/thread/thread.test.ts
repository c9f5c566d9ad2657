import { describe, expect, test } from 'vitest'
import type { Viewer } from '@/domain/people/viewer'
import { replyDraft, wordsSchema } from '@/domain/thread/drafts'
import { mayReadWords, stateOf } from '@/domain/thread/reply'
import { formatCursor, readCursor, threadSortOf } from '@/domain/thread/sort'

const lin: Viewer = { kind: 'member', id: 1, name: '林', role: 'member', suspended: false, sessionId: 1 }
const chen: Viewer = { ...lin, id: 2, name: '陈' }
const mei: Viewer = { ...lin, id: 3, name: '梅', role: 'moderator' }

describe('The words of a reply', () => {
  const readers = [{ kind: 'guest' } as const, lin, chen, mei]
  const readBy = (hidden: boolean, deletedAt: number | null) =>
    readers.map(viewer => mayReadWords(viewer, { authorId: lin.id, hidden, deletedAt }))

  test('are read by all 4 of guest, author, another and moderator while it stands', () => {
    expect(readBy(false, null)).toEqual([true, true, true, true])
  })

  test('are read by its author and by moderators when it is hidden', () => {
    expect(readBy(true, null)).toEqual([false, true, false, true])
  })

  test('are read by nobody when it is deleted, hidden before or not', () => {
    expect([readBy(false, 9), readBy(true, 9)]).toEqual([[false, false, false, false], [false, false, false, false]])
    expect(stateOf({ authorId: 1, hidden: true, deletedAt: 9 })).toBe('deleted')
  })
})

describe('A cursor', () => {
  test('comes back from the address as it went', () => {
    const cursor = { replyId: 2_147_483_647, agreed: 12 }
    expect(formatCursor(cursor, 'most_agreed')).toBe('2147483647-12')
    expect(readCursor(formatCursor(cursor, 'most_agreed'))).toEqual(cursor)
    expect(readCursor(formatCursor(cursor, 'oldest'))).toEqual({ replyId: 2_147_483_647, agreed: 0 })
  })

  const broken = ['', '-1', '1-', 'x', '1;drop', '99999999999', '2147483648', '1-2-3', ' 1']
  test.each(broken)('that reads %j is none', text => {
    expect(readCursor(text)).toBeNull()
  })

  test('given twice is none, and an unknown order is the oldest first', () => {
    expect(readCursor(['1', '2'])).toBeNull()
    expect([threadSortOf('most_agreed'), threadSortOf('best'), threadSortOf(['newest'])])
      .toEqual(['most_agreed', 'oldest', 'oldest'])
  })
})

describe('A reply as typed', () => {
  const codes = (words: string) => {
    const result = wordsSchema.safeParse(words)
    return result.success ? [] : result.error.issues.map(issue => issue.message)
  }

  test('may be 2 signs or 20,000, but not 20,001', () => {
    expect([codes('同问'), codes('长'.repeat(20_000)), codes('长'.repeat(20_001))]).toEqual([[], [], ['words_too_long']])
  })

  test.each(['', '   \n\t', '\u200b\u200d', '\u0000'])('is empty when it is %j', words => {
    expect(codes(words)).toEqual(['words_needed'])
  })

  test('answers the case when it names no parent, and nothing else passes for a number', () => {
    expect(replyDraft.parse({ case: '3', parent: '', words: '好' })).toEqual({ case: 3, parent: null, words: '好' })
    expect(replyDraft.parse({ case: '3', parent: '8', words: '好' }).parent).toBe(8)
    for (const parent of ['0', '-1', '1e3', '01', 'null']) {
      expect(replyDraft.safeParse({ case: '3', parent, words: '好' }).success).toBe(false)
    }
  })

  test('brings no field of its own: author_id, hidden and created_at are left out', () => {
    const more = { author_id: '1', hidden: 'true', created_at: '0' }
    const draft = replyDraft.parse({ case: '3', parent: '', words: '好', ...more })
    expect(Object.keys(draft)).toEqual(['case', 'parent', 'words'])
  })
})
