import type { Problem } from '@/domain/case/problem'
import { valueOf, type Fields, type Parser } from '@/domain/fields'
import { isModerator } from '@/domain/permission'
import { safeReturnPath } from '@/domain/people/return-path'
import type { Member, Viewer } from '@/domain/people/viewer'
import { isDatabaseAway } from '@/db/away'
import type { Transaction } from '@/db/connection'
import { memberOfSession } from '@/db/people/sessions'
import { isLanguage, type Language } from '@/messages/languages'
import { answerGivenBack, answerRefusal, answerTo, type Refused } from './answer'
import { doDeed, hashOf, type Deed } from './deed'
import { deviceOf, type Device } from './device'
import { readForm } from './form-body'
import { useUp, type LimitName } from './limits'
import { isOpenKey, ownKey } from './open-key'
import { addressOf, isOwnOrigin } from './origin'
import { after, type Posted } from './request'
import { draftOwners } from './typed-draft'
import { viewer as whoIsAtTheDoor } from './viewer'

// The one door. Every change comes in as a form posted to /do/<act> and passes the same questions in the same
// order: from our own page? who are you? may you? not too fast? not twice? does it fit? Whatever is
// refused, the text is kept.

export type ActContext = {
  /** Epoch milliseconds: the one "now" of this act. */
  now: number
  lang: Language
  /** The page that holds the form, as Chinese has it. */
  back: string
  key: string
  act: string
  fields: Fields
  device: Device
  userAgent: string
  address: string
}
export type MemberContext = ActContext & { author: Member }
export type GuestContext = ActContext & { viewer: Viewer }

/** `to` and `back` are paths as Chinese has them; the door puts /en before them where that was spoken. */
export type ActAnswer =
  /**
   * `afterwards` runs once what was done is stored and answered; the act does not wait for it. `shows` is answered this once
   * in place of going there, for what is not to be seen twice.
   */
  | { to: string; afterwards?: () => Promise<void>; shows?: Response }
  | { problems: Problem[] }
  | { conflict: { yours: string; theirs: string } }
  /** The form was only rearranged (an event row added, say): keep it and show it again, at this anchor. */
  | { again: string; fields: Fields }
  | { missing: true }
  /** A file instead of a page; only where nothing was changed. */
  | { sends: Response }
  | { refused: Refused }

type Terms<Draft> = { draft: Parser<Draft>; limit?: LimitName; heldToo?: true; proof?: Deed<Draft>['proof'] }
export type Act = (request: Posted, name: string) => Promise<Response>
/** An act of somebody signed in, with what it does: programs that bring a token do the same (app/api/v1/token-route.ts). */
export type MemberAct<Draft> = Act & { deed: Deed<Draft> }

/** An act of somebody signed in, done in one transaction together with the memory of its key. */
export function memberAct<Draft>(
  terms: Terms<Draft>, work: (tx: Transaction, draft: Draft, context: MemberContext) => Promise<ActAnswer>,
): MemberAct<Draft> {
  return actFor(viewer => viewer.kind === 'member', terms, work)
}

export function moderatorAct<Draft>(
  terms: Terms<Draft>, work: (tx: Transaction, draft: Draft, context: MemberContext) => Promise<ActAnswer>,
): MemberAct<Draft> {
  return actFor(isModerator, terms, work)
}

export function adminAct<Draft>(
  terms: Terms<Draft>, work: (tx: Transaction, draft: Draft, context: MemberContext) => Promise<ActAnswer>,
): MemberAct<Draft> {
  return actFor(viewer => viewer.kind === 'member' && viewer.role === 'admin', terms, work)
}

/** An act open to everyone, such as signing in. It opens its own `write`. */
export function guestAct<Draft>(
  terms: Terms<Draft>, work: (draft: Draft, context: GuestContext) => Promise<ActAnswer>,
): Act {
  return async (request, name) => {
    const context = await contextOf(request, name)
    if (context instanceof Response) return context
    return orGiveBack(context, async () => {
      const viewer = await whoIsAtTheDoor()
      const wait = terms.limit && await useUp(terms.limit, context.address)
      if (wait) return answerRefusal({ limited: wait }, context, viewer)
      const draft = terms.draft(context.fields)
      if (!draft.ok) return answerTo({ problems: draft.problems }, context, viewer)
      return answerTo(await work(draft.value, { ...context, viewer }), context, viewer)
    })
  }
}

function actFor<Draft>(may: (viewer: Viewer) => boolean, terms: Terms<Draft>, work: Deed<Draft>['work']): MemberAct<Draft> {
  const deed = { may, ...terms, work }
  const act: Act = async (request, name) => {
    const context = await contextOf(request, name)
    if (context instanceof Response) return context
    return orGiveBack(context, async () => {
      const viewer = await whoIsAtTheDoor()
      if (viewer.kind === 'guest') {
        const wait = await useUp('draft', context.address)
        return answerRefusal(wait ? { limited: wait } : 'sign_in', context, viewer)
      }
      const again = (tx: Transaction) => memberOfSession(tx, viewer.sessionId, context.now)
      const done = await doDeed(deed, { member: viewer, again }, context)
      if ('to' in done && done.afterwards) after(done.afterwards)
      return answerTo(done, context, viewer)
    })
  }
  return Object.assign(act, { deed })
}

// A database that restarts or moves takes nothing away from anybody: all that was typed comes back, to be sent again.
async function orGiveBack(context: ActContext, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    console.error(`The database was away for ${context.act}: ${(error as Error).message}`)
    return answerGivenBack(context)
  }
}

async function contextOf(request: Posted, act: string): Promise<ActContext | Response> {
  const told = (refused: Refused) => answerRefusal(refused, { lang: 'zh', back: '/', act }, { kind: 'guest' })
  if (!isOwnOrigin(request)) return told('foreign_origin')
  const body = await readForm(request)
  if ('refused' in body) return told({ unreadable: body.refused })
  const { fields } = body
  const lang = valueOf(fields, 'lang')
  const given = valueOf(fields, 'key')
  if (!/^[\w-]{16,64}$/.test(given)) return told({ unreadable: 400 })
  const key = isOpenKey(given) ? ownKey(given, await ownerIfKnown(), deedOf(act, fields)) : given
  const userAgent = request.headers.get('user-agent') ?? ''
  return {
    now: Date.now(),
    lang: isLanguage(lang) ? lang : 'zh',
    back: safeReturnPath(valueOf(fields, 'back')),
    key,
    act,
    fields,
    device: deviceOf(userAgent),
    userAgent,
    address: addressOf(request),
  }
}

// While the database is away nobody is known, and a key of his own serves as well.
function ownerIfKnown(): Promise<string | null> {
  return draftOwners().then(([owner]) => owner ?? null, () => null)
}

// A form that is only written down from time to time is one text, however often it changes. Agreeing, and taking that
// back, and agreeing again are three deeds, though the first and the third look alike.
function deedOf(act: string, fields: Fields): string {
  if (act === 'keep-draft') return ''
  return `${act} ${hashOf(fields)}${act === 'vote' || act === 'favourite' || act === 'follow' ? ` ${Date.now()}` : ''}`
}
