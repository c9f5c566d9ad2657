import type { threadProblems as zh } from '../zh/thread-problems'

export const threadProblems: typeof zh = {
  follows_too_many: 'You follow 500 things already. Unfollow some first.',
  words_needed: 'Nothing has been written yet.',
  words_too_long: 'At most 20,000 characters; please make several replies of it.',
  parent_gone: 'The reply you were answering has just been deleted. Your text is kept; you can post it under the case itself.',
  parent_hidden: 'The reply you were answering has just been hidden by a moderator. Your text is kept; you can post it under the case itself.',
}
