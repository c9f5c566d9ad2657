// Who may open and who may do what. Every page and every act has its line; a new one without a line fails the test.

export const personas = ['guest', 'member', 'author', 'moderator', 'admin', 'suspended'] as const
export type Persona = (typeof personas)[number]

/** shown (200), sign_in (sent to the sign-in page), missing (404: not even its existence is told). */
export type PageAnswer = 'shown' | 'sign_in' | 'missing'
/** sign_in, suspended (403), not_allowed (403), or passes the door and is answered on its merits. */
export type ActAnswer = 'sign_in' | 'suspended' | 'not_allowed' | 'passes'

const everyone = <Answer>(answer: Answer) => Object.fromEntries(personas.map(it => [it, answer])) as Record<Persona, Answer>
const members = { ...everyone<PageAnswer>('shown'), guest: 'sign_in' } as const

/** CASE, REPLY and HIDDEN stand for a case of the author's, a reply of hers, and a case of hers that is hidden; KEPT for a kept figure; THREAD for an old page of the moderator’s. */
export const pages: Record<string, { at: string; answers: Record<Persona, PageAnswer> }> = {
  '/': { at: '/', answers: everyone('shown') },
  '/[...rest]': { at: '/nowhere/at/all', answers: everyone('missing') },
  '/admin/people': { at: '/admin/people', answers: { ...everyone('missing'), moderator: 'shown', admin: 'shown' } },
  '/cases': { at: '/cases', answers: everyone('shown') },
  '/cases/new': { at: '/cases/new', answers: everyone('shown') },
  '/cases/[id]': { at: '/cases/CASE', answers: everyone('shown') },
  '/cases/[id] hidden': { at: '/cases/HIDDEN', answers: { ...everyone('missing'), author: 'shown', moderator: 'shown', admin: 'shown' } },
  '/cases/[id]/edit': { at: '/cases/CASE/edit', answers: { ...everyone('missing'), guest: 'sign_in', author: 'shown' } },
  '/cases/[id]/history': { at: '/cases/CASE/history', answers: everyone('shown') },
  '/cases/[id]/history hidden': { at: '/cases/HIDDEN/history', answers: { ...everyone('missing'), author: 'shown', moderator: 'shown', admin: 'shown' } },
  '/charts/[picture]/embed': { at: '/charts/durations/embed', answers: everyone('shown') },
  '/data': { at: '/data', answers: everyone('shown') },
  '/estimate': { at: '/estimate?process=certification&stage=first_call&waited=3&unit=hour', answers: everyone('shown') },
  '/estimate of a case': { at: '/estimate?case=CASE', answers: { ...everyone('missing'), guest: 'sign_in', author: 'shown' } },
  '/data/figures/[ref]': { at: '/data/figures/KEPT', answers: everyone('shown') },
  '/data/figures/[ref] never kept': { at: '/data/figures/00000000000000000000', answers: everyone('missing') },
  '/first-admin': { at: '/first-admin', answers: everyone('shown') },
  '/me': { at: '/me', answers: members },
  '/me/cases': { at: '/me/cases', answers: members },
  '/me/drafts': { at: '/me/drafts', answers: members },
  '/me/favourites': { at: '/me/favourites', answers: members },
  '/me/leave': { at: '/me/leave', answers: members },
  '/me/notifications': { at: '/me/notifications', answers: members },
  '/me/appeals': { at: '/me/appeals', answers: members },
  '/me/sessions': { at: '/me/sessions', answers: members },
  '/me/tokens': { at: '/me/tokens', answers: members },
  '/me/two-step': { at: '/me/two-step', answers: members },
  '/method': { at: '/method', answers: everyone('shown') },
  '/moderation': { at: '/moderation', answers: everyone('shown') },
  '/moderation/threads': { at: '/moderation/threads', answers: { ...everyone('missing'), guest: 'sign_in', moderator: 'shown', admin: 'shown' } },
  '/moderation/threads/[page]': { at: '/moderation/threads/THREAD', answers: { ...everyone('missing'), guest: 'sign_in', moderator: 'shown' } },
  '/moderation/threads/[page]/[item]': { at: '/moderation/threads/THREAD/1', answers: { ...everyone('missing'), guest: 'sign_in', moderator: 'shown' } },
  '/moderation/appeals': { at: '/moderation/appeals', answers: { ...everyone('missing'), guest: 'sign_in', moderator: 'shown', admin: 'shown' } },
  '/moderation/tags': { at: '/moderation/tags', answers: everyone('shown') },
  '/people/[name]': { at: '/people/AUTHOR', answers: everyone('shown') },
  '/people/[name]/replies': { at: '/people/AUTHOR/replies', answers: everyone('shown') },
  '/replies/[id]': { at: '/replies/REPLY', answers: everyone('shown') },
  '/replies/[id]/edit': { at: '/replies/REPLY/edit', answers: { ...everyone('missing'), guest: 'sign_in', author: 'shown' } },
  '/replies/[id]/history': { at: '/replies/REPLY/history', answers: everyone('shown') },
  '/rules': { at: '/rules', answers: everyone('shown') },
  '/rules/[id]/edit': { at: '/rules/1/edit', answers: { ...everyone('missing'), guest: 'sign_in', moderator: 'shown', admin: 'shown' } },
  '/rules/[id]/history': { at: '/rules/1/history', answers: everyone('shown') },
  '/search': { at: '/search?q=软著', answers: everyone('shown') },
  '/sign-in': { at: '/sign-in', answers: everyone('shown') },
  '/sign-in/second-step': { at: '/sign-in/second-step', answers: everyone('shown') },
  '/sign-up': { at: '/sign-up', answers: everyone('shown') },
  '/stats': { at: '/stats', answers: everyone('shown') },
  '/stats/durations': { at: '/stats/durations', answers: everyone('shown') },
  '/stats/names': { at: '/stats/names', answers: everyone('shown') },
  '/stats/outcomes': { at: '/stats/outcomes', answers: everyone('shown') },
  '/stats/software-copyright': { at: '/stats/software-copyright', answers: everyone('shown') },
  '/stats/trend': { at: '/stats/trend', answers: everyone('shown') },
  '/tags/[tag]': { at: '/tags/joke', answers: everyone('shown') },
}

const forMembers = { ...everyone<ActAnswer>('passes'), guest: 'sign_in', suspended: 'suspended' } as const
const forAuthor = { ...everyone<ActAnswer>('not_allowed'), guest: 'sign_in', suspended: 'suspended', author: 'passes' } as const
const forModerators = { ...everyone<ActAnswer>('not_allowed'), guest: 'sign_in', suspended: 'suspended', moderator: 'passes', admin: 'passes' } as const
const forAdmins = { ...everyone<ActAnswer>('not_allowed'), guest: 'sign_in', suspended: 'suspended', admin: 'passes' } as const
/** One's own door: open to suspended people too. */
const forAnybodyIn = { ...everyone<ActAnswer>('passes'), guest: 'sign_in' } as const

export const acts: Record<string, { fields?: Record<string, string>; answers: Record<Persona, ActAnswer> }> = {
  'leave-for-good': { fields: { cases: 'keep', replies: 'keep', password: 'x', sure: 'on' }, answers: forAnybodyIn },
  'take-own-data': { answers: forAnybodyIn },
  'report-case': { answers: forMembers },
  'edit-case': { fields: { case: 'CASE', version: '1' }, answers: forAuthor },
  'confirm-case': { fields: { case: 'CASE', type: 'still_waiting', when: 'now' }, answers: forAuthor },
  'ask-estimate': { fields: { case: 'CASE' }, answers: forAuthor },
  'withdraw-case': { fields: { case: 'CASE' }, answers: forAuthor },
  'arrange-case': { fields: { press: 'add' }, answers: everyone('passes') },
  'keep-draft': { answers: everyone('passes') },
  'drop-draft': { fields: { draft: 'abcdefghijklmnop' }, answers: forMembers },
  'tag': { fields: { case: 'CASE', tag: 'joke', because: '只是试一试能不能' }, answers: forModerators },
  'untag': { fields: { case: 'CASE', tag: 'joke', because: '只是试一试能不能' }, answers: forModerators },
  'accept-suggestion': { fields: { case: 'CASE', tag: 'joke', because: '只是试一试能不能' }, answers: forModerators },
  'dismiss-suggestion': { fields: { case: 'CASE', tag: 'joke', because: '只是试一试能不能' }, answers: forModerators },
  'hide': { fields: { subject: 'reply', id: 'OTHER', because: '只是试一试能不能' }, answers: forModerators },
  'restore': { fields: { subject: 'reply', id: 'OTHER', because: '只是试一试能不能' }, answers: forModerators },
  'keep-tag': { answers: forModerators },
  'keep-synonyms': { answers: forModerators },
  'add-rule': { answers: forModerators },
  'edit-rule': { answers: forModerators },
  'withdraw-rule': { fields: { rule: '1', version: '1', because: '只是试一试能不能' }, answers: forModerators },
  'restore-rule': { fields: { rule: '1', version: '1', because: '只是试一试能不能' }, answers: forModerators },
  'read-thread': { answers: forModerators },
  'drop-thread-item': { fields: { thread: 'abcdefghijklmnop', ref: 'thread-00000000000000000000000000000000' }, answers: forModerators },
  'accept-thread-case': { answers: forModerators },
  'reply': { fields: { case: 'CASE', parent: '', words: '这里是一条足够长的回复。' }, answers: forMembers },
  'edit-reply': { fields: { reply: 'REPLY', version: '1', words: '这里是改过的一条回复。' }, answers: forAuthor },
  'delete-reply': { fields: { reply: 'REPLY' }, answers: forAuthor },
  'vote': { fields: { subject: 'case', id: 'CASE', wanted: 'on' }, answers: forMembers },
  'favourite': { fields: { case: 'CASE', wanted: 'on' }, answers: forMembers },
  'read-notifications': { fields: { until: '1' }, answers: forMembers },
  'keep-figure': { fields: { kind: 'outcomes', question: '' }, answers: everyone('passes') },
  'sign-up': { answers: everyone('passes') },
  'sign-in': { answers: everyone('passes') },
  'sign-out': { answers: everyone('passes') },
  'make-token': { fields: { name: '抓取程序', scopes: 'read', days: '30' }, answers: forMembers },
  'revoke-token': { fields: { token: '999999' }, answers: forAnybodyIn },
  'revoke-session': { fields: { session: '999999' }, answers: forAnybodyIn },
  'revoke-others': { answers: forAnybodyIn },
  'change-password': { answers: forAnybodyIn },
  'second-step': { fields: { one_time_code: '123456' }, answers: everyone('passes') },
  'plan-two-step': { fields: { password: 'x' }, answers: forAnybodyIn },
  'confirm-two-step': { fields: { one_time_code: '123456' }, answers: forAnybodyIn },
  'take-recovery-codes': { answers: forAnybodyIn },
  'turn-off-two-step': { fields: { current_password: 'x', one_time_code: '123456' }, answers: forAnybodyIn },
  'drop-two-step': { answers: forAnybodyIn },
  'first-admin': { answers: forMembers },
  'set-role': { answers: forAdmins },
  'suspend': { answers: forModerators },
  'lift-suspension': { answers: forModerators },
  'silence': { answers: forModerators },
  'lift-silence': { answers: forModerators },
  'appeal': { fields: { subject: 'hiding', id: '1', words: '这里没有广告，请再看一看。' }, answers: forAnybodyIn },
  'decide-appeal': { answers: forModerators },
}
