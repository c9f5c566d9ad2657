import { expect, test } from 'vitest'
import { permit } from '@/domain/permission'
import { guest, roles, type Member } from '@/domain/people/viewer'

// A case of somebody else.
const subjects = { tag: { authorId: 2 }, hide: null, keep_tags: null }
const acts = ['tag', 'hide', 'keep_tags'] as const
const somebody = (role: Member['role'], suspended = false): Member => (
  { kind: 'member', id: 1, name: 'Mei', role, suspended, sessionId: 1 }
)

test('of 3 roles 2 get a receipt for tagging, hiding and keeping tags', () => {
  for (const act of acts) {
    expect(roles.filter(role => 'permitted' in permit(act, somebody(role), subjects[act])), act).toEqual(['moderator', 'admin'])
  }
})

test('a guest is asked to sign in, and a suspended moderator gets none of 3 receipts', () => {
  for (const act of acts) {
    expect(permit(act, guest, subjects[act])).toEqual({ refused: 'sign_in' })
    expect(permit(act, somebody('moderator', true), subjects[act])).toEqual({ refused: 'suspended' })
  }
})

test.each(['tag', 'hide'] as const)('of 3 cases, his own, another’s and one of nobody here, a moderator may %s 2', act => {
  for (const role of ['moderator', 'admin'] as const) {
    const done = [1, 2, null].filter(authorId => 'permitted' in permit(act, somebody(role), { authorId }))
    expect(done, role).toEqual([2, null])
    expect(permit(act, somebody(role), { authorId: 1 })).toEqual({ refused: 'not_allowed' })
  }
})
