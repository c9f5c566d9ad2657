import { randomBytes } from 'node:crypto'
import type { Reader } from '../../db/connection'
import { followedAmong } from '../../db/following/follow'
import { marksOf } from '../../db/people/marks'
import type { FollowQuestion } from '../../domain/following/question'
import type { Question } from '../../domain/people/audience'
import type { Member } from '../../domain/people/viewer'
import type { ReaderFacts } from './personal-page'

/** What this member answers to these questions now. */
export async function factsOf(database: Reader, member: Member, questions: readonly Question[]): Promise<ReaderFacts> {
  const idsOf = (kind: string) => questions.filter(it => it.startsWith(kind)).map(it => Number(it.slice(kind.length)))
  const cases = [...new Set([...idsOf('agrees:case:'), ...idsOf('keeps:')])]
  const { agreed, kept, unread } = await marksOf(database, member.id, { cases, replies: idsOf('agrees:reply:') })
  const yes = new Set<Question>(['member', `is:${member.id}`])
  if (unread > 0) yes.add('news')
  for (const { subject, id } of agreed) yes.add(`agrees:${subject}:${id}`)
  for (const id of kept) yes.add(`keeps:${id}`)
  for (const question of await followedAmong(database, member.id, questions.filter(isAboutFollowing))) yes.add(question)
  return { yes, name: member.name, news: unread, key: randomBytes(16).toString('base64url') }
}

function isAboutFollowing(question: Question): question is FollowQuestion {
  return question.startsWith('follows:')
}
