import type { Words } from '../zh'

export const profile: Words['profile'] = {
  since: month => `Joined in ${month}`,
  shared: 'What is public',
  cases: n => (n === 1 ? '1 case' : `${n} cases`),
  replies: n => (n === 1 ? '1 reply' : `${n} replies`),
  nothingShared: 'No public cases yet.',
  noReplies: 'No public replies yet.',
  noWords: '(no words)',
  repliesOf: name => `Replies by ${name}`,
  aboutReplies: name => `What ${name} has said here in public, the newest first.`,
  feed: name => `Cases by ${name}`,
}
