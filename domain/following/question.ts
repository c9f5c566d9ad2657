import { createHash } from 'node:crypto'
import type { FollowSubject } from './subjects'

export type FollowQuestion = `follows:${FollowSubject}:${string}`

/** Does the reader follow this? What is longer than a number stands in a page as its hash, which has no signs of markup. */
export function followQuestion(subject: FollowSubject, target: string): FollowQuestion {
  return `follows:${subject}:${/^\d+$/.test(target) ? target : createHash('sha256').update(target).digest('hex').slice(0, 16)}`
}
