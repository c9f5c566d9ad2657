import type { CaseState } from './codes'
import type { Scope } from './people/api-token'
import type { Audience } from './people/audience'
import type { Member, Role, Viewer } from './people/viewer'

// Who may do what, in one table. Functions that change data demand the receipt that `permit` writes, so a
// change without a check does not compile.

type OwnedThing = { authorId: number | null }
type OwnedCase = OwnedThing & { state: CaseState }
type OwnedReply = OwnedThing & { deletedAt: number | null; hidden: boolean }

/** Each act and what it is done to. */
type Subjects = {
  report: null
  edit_case: OwnedCase
  confirm_case: OwnedCase
  ask_estimate: OwnedCase
  withdraw_case: OwnedCase
  see_case: OwnedCase
  reply: OwnedCase & { lockedFor: string | null }
  edit_reply: OwnedReply
  delete_reply: OwnedReply
  vote: null
  favourite: null
  follow: null
  tag: OwnedThing
  hide: OwnedThing | null
  keep_thread: null
  merge: OwnedThing
  act_in_bulk: null
  flag: OwnedThing
  work_queue: null
  decide: { personId: number | null }
  keep_tags: null
  keep_words: null
  keep_rules: null
  import_thread: null
  set_role: { id: number }
  suspend: { id: number; role: Role }
  appeal: { personId: number | null }
  decide_appeal: { personId: number | null; byId: number; ofKeeper: boolean }
  keep_settings: null
  admit: null
  make_token: { scopes: readonly Scope[] }
  change_name: null
  leave: null
}
export type Act = keyof Subjects

declare const receipt: unique symbol
/** The receipt of a check: this member may do this act to this subject. Only `permit` writes one. */
export type Permitted<A extends Act> = { readonly act: A; readonly by: Member; readonly [receipt]: true }
export type Refusal = 'sign_in' | 'suspended' | 'silenced' | 'awaiting' | 'not_allowed'
export type Permission<A extends Act> = { permitted: Permitted<A> } | { refused: Refusal }

const rules: { [A in Act]: (by: Member, subject: Subjects[A]) => boolean } = {
  report: () => true,
  edit_case: (by, it) => isOwn(by, it) && it.state === 'live',
  confirm_case: (by, it) => isOwn(by, it) && it.state === 'live',
  ask_estimate: (by, it) => isOwn(by, it) && it.state === 'live',
  withdraw_case: (by, it) => isOwn(by, it) && (it.state === 'live' || it.state === 'hidden'),
  see_case: (by, it) => it.state === 'live' || isOwn(by, it) || isModerator(by),
  reply: (_, it) => it.state === 'live' && it.lockedFor === null,
  edit_reply: (by, it) => isOwn(by, it) && it.deletedAt === null && !it.hidden,
  delete_reply: (by, it) => isOwn(by, it) && it.deletedAt === null,
  vote: () => true,
  favourite: () => true,
  follow: () => true,
  // A mark that says a moderator has checked it means that another has.
  tag: (by, it) => isModerator(by) && !isOwn(by, it),
  // Null where whose it is has been asked already, or was nobody's. What he wrote himself he withdraws or deletes.
  hide: (by, it) => isModerator(by) && (it === null || !isOwn(by, it)),
  keep_thread: by => isModerator(by),
  merge: (by, it) => isModerator(by) && !isOwn(by, it),
  act_in_bulk: by => isModerator(by),
  flag: (by, it) => !isOwn(by, it),
  work_queue: by => isModerator(by),
  // Of what he did himself another decides.
  decide: (by, it) => isModerator(by) && it.personId !== by.id,
  keep_tags: by => isModerator(by),
  keep_words: by => isModerator(by),
  keep_rules: by => isModerator(by),
  import_thread: by => isModerator(by),
  // Nobody takes the last key away from himself by mistake.
  set_role: (by, it) => by.role === 'admin' && by.id !== it.id,
  keep_settings: by => by.role === 'admin',
  admit: by => by.role === 'admin',
  // What only moderators do is done by moderators' programs alone.
  make_token: (by, it) => !it.scopes.includes('moderate') || isModerator(by),
  change_name: () => true,
  leave: () => true,
  suspend: (by, it) => by.id !== it.id && (by.role === 'admin' || (isModerator(by) && it.role === 'member')),
  appeal: (by, it) => it.personId === by.id,
  // Nobody judges what he did himself, nor his own case.
  decide_appeal: (by, it) => (
    isModerator(by) && by.id !== it.byId && by.id !== it.personId && (by.role === 'admin' || !it.ofKeeper)
  ),
}

/** What suspended people may do, and what a silence leaves: to take back, to go, and to be heard. */
const whileSuspended: readonly Act[] = ['leave', 'appeal']
const whileSilenced: readonly Act[] = [...whileSuspended, 'withdraw_case', 'delete_reply', 'see_case']

/** Asks the table. The receipt is for `by` alone and good for this request. */
export function permit<A extends Act>(act: A, viewer: Viewer, subject: Subjects[A]): Permission<A> {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  if (viewer.suspended && !whileSuspended.includes(act)) return { refused: 'suspended' }
  if (viewer.silenced && !whileSilenced.includes(act)) return { refused: 'silenced' }
  if (viewer.awaiting && !whileSilenced.includes(act)) return { refused: 'awaiting' }
  if (!rules[act](viewer, subject)) return { refused: 'not_allowed' }
  return { permitted: { act, by: viewer } as Permitted<A> }
}

export function isModerator(viewer: Audience): boolean {
  return viewer.kind === 'member' && (viewer.role === 'moderator' || viewer.role === 'admin')
}

/** Whether somebody may put tags on this case, for pages that offer it. */
export function mayTag(viewer: Viewer, it: OwnedThing): boolean {
  return 'permitted' in permit('tag', viewer, it)
}

/** A case is seen by everybody while it is live, afterwards by its author and by moderators. */
export function maySeeCase(viewer: Audience, it: OwnedCase): boolean {
  if (it.state === 'live') return true
  return viewer.kind === 'member' && (isOwn(viewer, it) || isModerator(viewer))
}

function isOwn(by: Member, it: OwnedThing): boolean {
  return it.authorId !== null && it.authorId === by.id
}
