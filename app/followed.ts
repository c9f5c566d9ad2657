import { followQuestion } from '@/domain/following/question'
import type { FollowSubject } from '@/domain/following/subjects'
import type { Audience, Known } from '@/domain/people/audience'
import type { Reader } from '@/db/connection'
import { isFollowing } from '@/db/following/follow'

/** Whether the reader of this page follows this. */
export async function followedBy(database: Reader, reader: Audience, subject: FollowSubject, target: string): Promise<Known> {
  if (reader.kind === 'anyone') return followQuestion(subject, target)
  return reader.kind === 'member' && isFollowing(database, reader.id, subject, target)
}
