import type { FieldChange } from '../../../domain/case/changes'
import type { Random } from '../../../domain/simulation/random'
import { termsToIndex } from '../../../domain/text/terms'
import { derivedColumns, spellRows } from '../../../db/cases/refresh'
import { eventRow, traitsOf } from '../../../db/cases/rows'
import { newCaseRow, searchTextOf } from '../../../db/cases/store'
import {
  caseEvents, caseRevisions, cases, caseTraits, favourites, notifications, replies, replyRevisions, searchEntries, spells, votes,
} from '../../../db/schema'
import type { VoteSubject } from '../../../db/schema/threads'
import type { Desk } from './desk'
import { isCounted, type PlacedReply } from './placed'
import type { PlacedCase } from './portion'
import { pseudonymOf, type Site } from './site'

/** A case with all that its report, its edit, its votes and its moderation leave behind. */
export function writeCase(site: Site, it: PlacedCase, desk: Desk, random: Random): void {
  const { id, case: case_, authorId, told, again, state, tags, inFigures } = it
  const { bulk } = site
  const account = authorId === null ? null : pseudonymOf(authorId)
  const changes = revisionsOf(it, site)
  const counted = it.replies.filter(isCounted)
  const discussionCount = counted.filter(({ depth }) => depth === 0).length
  const lastSaid = it.replies.at(-1)?.at ?? told
  bulk.add(cases, {
    ...newCaseRow({ case: case_, authorId, account, now: Math.max(lastSaid, again?.at ?? told), device: random.one(['mobile', 'mini_program', null]) }),
    ...derivedColumns(case_), id, state, inFigures, discussionCount, replyCount: counted.length - discussionCount,
    agreeCount: agree(site, 'case', id, agreeing(random), told, random), favouriteCount: keep(site, id, told, random),
    version: 1 + changes.length, editedAt: changes.at(-1)?.at ?? null,
  })
  case_.events.forEach((event, position) => bulk.add(caseEvents, eventRow(id, position, event, again?.at ?? told)))
  for (const trait of traitsOf(case_)) bulk.add(caseTraits, { caseId: id, ...trait })
  for (const spell of spellRows(id, case_)) bulk.add(spells, spell)
  changes.forEach((change, n) => bulk.add(caseRevisions, { caseId: id, version: n + 2, byId: authorId, ...change }))
  desk.take(told, { caseId: id, authorId, state, tags })
  if (authorId === null && random.chance(0.3)) desk.propose(id, random.one(site.tags))
}

/** A reply with its notices, its versions and its votes. */
export function writeReply(site: Site, it: PlacedCase, reply: PlacedReply, desk: Desk, random: Random): void {
  const { id, caseId, parentId, rootId, replyToId, depth, path, authorId, device, answerCount, fate, at, said } = reply
  const { bulk } = site
  const later = Math.min(site.now, at + Math.ceil(random.exponential(7_200_000)))
  const { words, html, renderVersion } = fate === 'deleted' ? { ...said, words: '', html: '' } : said
  const agreeCount = agree(site, 'reply', id, random.chance(0.25) ? 1 + Math.floor(random.exponential(1)) : 0, at, random)
  bulk.add(replies, {
    id, caseId, parentId, rootId, replyToId, depth, path: Buffer.from(path), authorId, words, html, renderVersion, device, agreeCount,
    answerCount, hidden: fate === 'hidden', version: fate === 'edited' || fate === 'deleted' ? 2 : 1, createdAt: at,
    editedAt: fate === 'edited' ? later : null, deletedAt: fate === 'deleted' ? later : null,
  })
  if (fate === 'edited') {
    bulk.add(replyRevisions, { replyId: id, version: 1, words: `${words}？`, at })
    bulk.add(replyRevisions, { replyId: id, version: 2, words, at: later })
  }
  const answered = reply.above?.authorId ?? null
  const notice = { caseId, replyId: id, actorId: authorId, details: {}, createdAt: at, readAt: random.chance(0.7) ? later : null }
  if (answered !== null && answered !== authorId) bulk.add(notifications, { ...notice, personId: answered, kind: 'reply_answered' })
  if (it.authorId !== null && it.authorId !== answered && it.authorId !== authorId) {
    bulk.add(notifications, { ...notice, personId: it.authorId, kind: 'case_answered' })
  }
  if (fate === 'hidden') desk.take(at, { caseId, authorId, state: it.state === 'hidden' ? 'live' : it.state, tags: [], reply })
}

/** What the search looks through; what was withdrawn or taken back is not among it. */
export function writeEntry({ bulk }: Site, { id, case: case_, state }: PlacedCase, reply: PlacedReply | null): void {
  if (reply === null && state !== 'withdrawn') {
    bulk.add(searchEntries, { caseId: id, replyId: null, terms: termsToIndex(searchTextOf(case_)).join(' ') })
  }
  if (reply !== null && reply.fate !== 'deleted') bulk.add(searchEntries, { caseId: id, replyId: reply.id, terms: reply.said.terms })
}

function revisionsOf({ again, state, told }: PlacedCase, { now }: Site): { act: string; changes: FieldChange[]; at: number }[] {
  const edit = again && again.changes.length > 0 ? [{ act: 'edit_case', ...again }] : []
  if (state !== 'withdrawn') return edit
  const change = { field: 'state', before: 'live', after: 'withdrawn' }
  return [...edit, { act: 'withdraw_case', changes: [change], at: Math.min(now, (again?.at ?? told) + 86_400_000) }]
}

// Most cases are agreed with by nobody or a few, one in five hundred by a crowd.
function agreeing(random: Random): number {
  if (random.chance(0.002)) return random.whole(50, 300)
  return random.chance(0.4) ? Math.ceil(random.around(1.4, 0.7)) : 0
}

function agree({ bulk, people, now }: Site, subject: VoteSubject, subjectId: number, count: number, after: number, random: Random): number {
  const voters = someOf(people, count, random)
  for (const personId of voters) {
    bulk.add(votes, { personId, subject, subjectId, at: Math.min(now, after + Math.ceil(random.exponential(72_000_000))) })
  }
  return voters.size
}

function keep({ bulk, people, now }: Site, caseId: number, after: number, random: Random): number {
  const keepers = someOf(people, random.chance(0.12) ? random.whole(1, 4) : 0, random)
  for (const personId of keepers) bulk.add(favourites, { personId, caseId, at: Math.min(now, after + 3_600_000) })
  return keepers.size
}

function someOf(people: number, count: number, random: Random): Set<number> {
  return new Set(Array.from({ length: Math.min(count, people) }, () => random.whole(1, people)))
}
