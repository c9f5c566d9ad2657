import { mayCount } from '../../../domain/case/layers'
import type { Random } from '../../../domain/simulation/random'
import { tagAsItIs } from '../../../db/moderation/tagging'
import type { Tag } from '../../../db/moderation/tags'
import { hidings, logEntries, notifications, taggings, tagSuggestions } from '../../../db/schema'
import { hidingReason, taggingReasons } from '../../demo-words'
import type { PlacedReply } from './placed'
import { moderators, type Site } from './site'
import type { ToldCase } from './telling'

/** What moderators, or its author, made of a case. */
export type Handled = { state: 'live' | 'hidden' | 'withdrawn'; tags: Tag[]; inFigures: boolean }

const states = { live: 990, hidden: 4, withdrawn: 6 } as const

/** One in fourteen cases has a tag, one in two hundred one that leaves the figures; inventions are found out more often. */
export function handle({ case: it, invented }: ToldCase, { tags }: Site, random: Random): Handled {
  const state = random.weighted(states)
  const kind = invented && random.chance(0.2) ? 'leaving' : random.weighted({ none: 930, staying: 65, leaving: 5 })
  const given = kind === 'none' ? [] : [random.one(tags.filter(tag => tag.leavesFigures === (kind === 'leaving')))]
  return { state, tags: given, inFigures: state === 'live' && mayCount(it.source, false) && kind !== 'leaving' }
}

type Act = { at: number; write: (at: number) => void }
type About = { caseId: number; authorId: number | null; state: Handled['state'] }

/** The rows of all that a moderator did, in order of time: the state, its line in the log, the notice. */
export class Desk {
  private readonly acts: Act[] = []

  constructor(private readonly site: Site, private readonly random: Random) {}

  take(after: number, it: About & Pick<Handled, 'tags'> & { reply?: PlacedReply }): void {
    const { tags, state, reply } = it
    for (const tag of tags) this.later(after, (at, byId) => this.tag(it, tag, at, byId))
    if (state === 'hidden') this.later(after, (at, byId) => this.hide({ ...it, replyId: null }, at, byId))
    if (reply) this.later(after, (at, byId) => this.hide({ ...it, authorId: reply.authorId, replyId: reply.id }, at, byId))
  }

  propose(caseId: number, tag: Tag): void {
    this.site.bulk.add(tagSuggestions, { caseId, slug: tag.slug })
  }

  write(): void {
    for (const { at, write } of this.acts.sort((a, b) => a.at - b.at)) write(at)
  }

  private later(after: number, act: (at: number, byId: number) => void): void {
    const byId = this.random.whole(1, moderators)
    const at = Math.min(this.site.now, after + Math.ceil(this.random.exponential(144_000_000)))
    this.acts.push({ at, write: () => act(at, byId) })
  }

  private tag({ caseId, authorId, state }: About, tag: Tag, at: number, byId: number): void {
    const reason = tag.leavesFigures ? taggingReasons.coordinated : taggingReasons.cause
    const details = tagAsItIs(tag)
    const { bulk } = this.site
    bulk.add(taggings, { caseId, tagId: tag.id, byId, reason, at, counted: state === 'live' })
    bulk.add(logEntries, { at, actorId: byId, act: 'tag', reason, caseId, tagId: tag.id, details })
    if (authorId !== null) {
      bulk.add(notifications, { personId: authorId, kind: 'tagged', caseId, actorId: byId, details: { ...details, reason }, createdAt: at })
    }
  }

  private hide({ caseId, authorId, replyId }: About & { replyId: number | null }, at: number, byId: number): void {
    const subject = replyId === null ? 'case' : 'reply'
    const { bulk } = this.site
    bulk.add(hidings, { subject, subjectId: replyId ?? caseId, byId, reason: hidingReason, at })
    bulk.add(logEntries, { at, actorId: byId, act: 'hide', reason: hidingReason, caseId, replyId, details: { subject } })
    if (authorId === null) return
    const details = { subject, reason: hidingReason }
    bulk.add(notifications, { personId: authorId, kind: 'hidden', caseId, replyId, actorId: byId, details, createdAt: at })
  }
}
