import type { CaseAnswer } from '@/domain/api/case-answer'
import { recordOf } from '@/domain/case/exchange'
import { minuteOf } from '@/domain/case/interval'
import { formatMinute } from '@/domain/case/moment'
import type { Database } from '@/db/connection'
import { accountIn } from '@/db/cases/export'
import type { StoredCase } from '@/db/cases/rows'
import { tagsOf } from '@/db/moderation/tags'

/** Cases as the API tells them. What leaves the house is listed here, field by field; nothing else of a row does. */
export async function caseAnswers(database: Database, stored: StoredCase[]): Promise<CaseAnswer[]> {
  const tags = await tagsOf(database, stored.map(({ row }) => row.id))
  return stored.map(it => caseAnswer(it, (tags.get(it.row.id) ?? []).map(tag => tag.slug)))
}

type Told = Pick<CaseAnswer, 'process' | 'subject' | 'program_age' | 'kind' | 'category' | 'source' | 'events'>

function caseAnswer({ row, case: it }: StoredCase, tags: string[]): CaseAnswer {
  return {
    id: row.id,
    ref: row.ref,
    account: accountIn(row.account),
    // Checked by its schema when it came in.
    ...recordOf(it, true) as Told,
    outcome: row.outcome,
    month: row.month,
    tags,
    in_figures: row.inFigures,
    evidence_tier: it.evidence_tier,
    retrospective: it.retrospective,
    last_confirmed: it.last_confirmed === null ? null : formatMinute(it.last_confirmed),
    agrees: row.agreeCount,
    favourites: row.favouriteCount,
    discussions: row.discussionCount,
    replies: row.replyCount,
    version: row.version,
    created_at: formatMinute(minuteOf(row.createdAt)),
    edited_at: row.editedAt === null ? null : formatMinute(minuteOf(row.editedAt)),
  }
}
