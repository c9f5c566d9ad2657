import { reviseCase } from '../db/cases/revise'
import { caseById } from '../db/cases/rows'
import { storeCase } from '../db/cases/store'
import type { Transaction } from '../db/connection'
import { forecastFor, storeForecast } from '../db/figures/forecasts'
import { hideSubject } from '../db/moderation/hiding'
import { tagCase } from '../db/moderation/tagging'
import { tagNamed } from '../db/moderation/tags'
import { suspend } from '../db/people/suspensions'
import { addReply } from '../db/threads/add-reply'
import { setFavourite } from '../db/threads/favourites'
import { setVote } from '../db/threads/votes'
import { reportCase } from '../domain/case/report'
import type { Reason } from '../domain/codes'
import type { Member } from '../domain/people/viewer'
import { permit, type Act, type Permission, type Permitted } from '../domain/permission'
import { randomFrom, type Random } from '../domain/simulation/random'
import type { SimulatedCase } from '../domain/simulation/simulate'
import { advertisement, answerTo, hidingReason, replyTo, silenceReason, taggingReasons } from './demo-words'

/** Something somebody did at `at` (epoch milliseconds). */
export type Deed = { at: number, happen: (tx: Transaction, at: number) => Promise<unknown> }

/** Who is there, and under which numbers what they did was stored; by account, case and reply. */
export type Stage = {
  people: { member: Member, pseudonym: string }[]
  moderators: { member: Member }[]
  /** Advertises until somebody silences him. */
  advertiser: { member: Member }
  caseIds: Map<string, number>
  replyIds: Map<string, number>
}

const hour = 3_600_000
const day = 24 * hour

/** Every so many cases are told how much longer: enough to see whether forecasts hold, and the filling stays quick. */
const onceIn = 5

/** All that happens around the simulated cases, in order of time. */
export function deedsOf(
  simulated: readonly SimulatedCase[], stage: Stage, { seed, now }: { seed: string, now: number },
): Deed[] {
  const deeds = simulated.flatMap((it, n) => {
    const random = randomFrom(seed, 'deeds', n)
    return [...tellings(it, n, stage), ...talk(it, stage, random, now), ...moderation(it, n, stage, random)]
  })
  deeds.push(...silenced(simulated, stage, now))
  return deeds.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
}

function tellings({ draft, reportedAt, later, account }: SimulatedCase, n: number, stage: Stage): Deed[] {
  const { member, pseudonym } = stage.people[account]!
  const report: Deed = {
    at: reportedAt,
    happen: async (tx, now) => {
      const told = reportCase(draft, now)
      if (!told.ok) throw new Error(`${draft.ref}: ${JSON.stringify(told.problems)}`)
      const id = await storeCase(tx, { case: told.case, authorId: member.id, account: pseudonym, now })
      stage.caseIds.set(draft.ref!, id)
      const forecast = n % onceIn === 0 ? await forecastFor(tx, id, now) : null
      if (forecast) await storeForecast(tx, forecast)
    },
  }
  if (!later) return [report]
  const retell: Deed = {
    at: later.at,
    happen: async (tx, now) => {
      const stored = (await caseById(tx, stage.caseIds.get(draft.ref!)!))!
      const told = reportCase(later.draft, now, stored.case)
      if (!told.ok) throw new Error(`${draft.ref}: ${JSON.stringify(told.problems)}`)
      const receipt = allowed(permit('edit_case', member, { authorId: member.id, state: 'live' }))
      await reviseCase(tx, receipt, { stored, revised: told.case, now })
    },
  }
  return [report, retell]
}

/** Replies, agreement and favourites: over a quarter of the cases are talked about, a few of them much. */
function talk(it: SimulatedCase, stage: Stage, random: Random, now: number): Deed[] {
  const { draft, reportedAt } = it
  const someone = () => random.one(stage.people).member
  const caseId = () => stage.caseIds.get(draft.ref!)!
  const later = () => reportedAt + Math.ceil(random.exponential(30 * hour))
  const deeds: Deed[] = []
  const replies: { name: string, at: number }[] = []
  const many = random.chance(0.28) ? Math.min(24, Math.ceil(random.around(2, 0.8))) : 0
  for (let n = 0; n < many; n++) {
    const above = replies.length > 0 && random.chance(0.5) ? random.one(replies) : null
    const at = above ? above.at + Math.ceil(random.exponential(9 * hour)) : later()
    const name = `${draft.ref}/${n}`
    const by = above && random.chance(0.5) ? stage.people[it.account]!.member : someone()
    const words = above ? replyTo(random) : answerTo(draft, random)
    const device = random.one(['mobile', 'mini_program', null] as const)
    const spoken = { name, above: above?.name ?? null, by, words, device }
    replies.push({ name, at })
    deeds.push({ at, happen: (tx, now) => reply(tx, stage, { ...spoken, caseId: caseId(), now }) })
    if (!random.chance(0.3)) continue
    for (let votes = random.whole(1, 3); votes > 0; votes--) {
      const voter = someone()
      deeds.push({
        at: at + Math.ceil(random.exponential(20 * hour)),
        happen: (tx, at) => agree(tx, voter, 'reply', stage.replyIds.get(name), at),
      })
    }
  }
  for (let votes = random.chance(0.4) ? Math.ceil(random.around(1.4, 0.7)) : 0; votes > 0; votes--) {
    const voter = someone()
    deeds.push({ at: later(), happen: (tx, at) => agree(tx, voter, 'case', caseId(), at) })
    if (!random.chance(0.3)) continue
    deeds.push({
      at: later(),
      happen: (tx, now) =>
        setFavourite(tx, allowed(permit('favourite', voter, null)), { caseId: caseId(), wanted: 'on', now }),
    })
  }
  return deeds.filter(({ at }) => at <= now)
}

type Spoken = {
  name: string, above: string | null, by: Member, words: string, device: 'mobile' | 'mini_program' | null
  caseId: number, now: number
}

async function reply(tx: Transaction, { replyIds }: Stage, { name, above, by, ...spoken }: Spoken): Promise<void> {
  const parentId = above === null ? null : replyIds.get(above) ?? null
  const receipt = allowed(permit('reply', by, { authorId: null, state: 'live', lockedFor: null }))
  const added = await addReply(tx, receipt, { ...spoken, parentId })
  if ('id' in added) replyIds.set(name, added.id)
}

async function agree(
  tx: Transaction, by: Member, subject: 'case' | 'reply', id: number | undefined, now: number,
): Promise<void> {
  if (id === undefined) return
  await setVote(tx, allowed(permit('vote', by, null)), { subject, id, wanted: 'on', now })
}

const causes: Partial<Record<Reason, string>> = {
  name_unrelated: 'name_unrelated', name_generic: 'name_generic', name_region: 'name_region', name_brand: 'name_brand',
  name_app_like: 'app_like', name_exaggerated: 'name_official', identity_mismatch: 'identity_mismatch',
  unreachable: 'unreachable', category_mismatch: 'category_mismatch', industry_licence: 'industry_licence',
  occupation_proof: 'occupation_proof',
}

/** Some of the refused are sorted by cause, some cases commended, some inventions found out, advertisements hidden. */
function moderation(
  { draft, reportedAt, truth, account }: SimulatedCase, n: number, stage: Stage, random: Random,
): Deed[] {
  const by = random.one(stage.moderators).member
  const author = stage.people[account]!.member
  const later = () => reportedAt + Math.ceil(random.exponential(40 * hour))
  const tag = (slug: string, because: string): Deed => ({
    at: later(),
    happen: async (tx, now) => {
      const found = await tagNamed(tx, slug)
      if (!found) return
      const tagging = { caseId: stage.caseIds.get(draft.ref!)!, tagId: found.id, because, now }
      await tagCase(tx, allowed(permit('tag', by, { authorId: author.id })), tagging)
    },
  })
  if (!truth) return random.chance(0.2) ? [tag('coordinated', taggingReasons.coordinated)] : []
  const reasons = draft.events.flatMap(event => (event.reasons ?? []) as Reason[])
  const cause = reasons.map(reason => causes[reason]).find(Boolean)
  const detailed = draft.words !== undefined && draft.events.length > 6
  const advertiser = stage.people[(account + 7) % stage.people.length]!.member
  return [
    ...(cause && random.chance(0.3) ? [tag(cause, taggingReasons.cause)] : []),
    ...(detailed && random.chance(0.1) ? [tag('worth_reading', taggingReasons.worth_reading)] : []),
    ...(draft.motive === 'ask' && random.chance(0.08) ? [tag('answered', taggingReasons.answered)] : []),
    ...(n % 150 === 149 ? advertised(draft.ref!, later(), stage, advertiser, by) : []),
  ]
}

function advertised(ref: string, at: number, stage: Stage, advertiser: Member, by: Member): Deed[] {
  const name = `${ref}/advertisement`
  return [{
    at,
    happen: tx => reply(tx, stage, {
      name, above: null, by: advertiser, words: advertisement, device: 'mobile', caseId: stage.caseIds.get(ref)!, now: at,
    }),
  }, {
    at: at + 2 * hour,
    happen: async (tx, now) => {
      const hiding = { subject: 'reply' as const, subjectId: stage.replyIds.get(name)!, because: hidingReason, now }
      await hideSubject(tx, allowed(permit('hide', by, null)), hiding)
    },
  }]
}

/** Somebody who is silenced when the visitor comes: so that he sees how that looks, on his page and in the log. */
function silenced(simulated: readonly SimulatedCase[], stage: Stage, now: number): Deed[] {
  const { advertiser: { member }, moderators: [first] } = stage
  const at = now - 2 * day
  const under = simulated.filter(it => it.reportedAt < at).at(-1)
  if (!under) return []
  return [...advertised(under.draft.ref!, at, stage, member, first!.member), {
    at: at + 3 * hour,
    happen: (tx, then) => {
      const receipt = allowed(permit('suspend', first!.member, { id: member.id, role: 'member' }))
      return suspend(tx, receipt, { personId: member.id, kind: 'silence', reason: silenceReason, endsAt: then + 30 * day, now: then })
    },
  }]
}

function allowed<A extends Act>(permission: Permission<A>): Permitted<A> {
  if ('refused' in permission) throw new Error(`The demonstration is not allowed to: ${permission.refused}.`)
  return permission.permitted
}
