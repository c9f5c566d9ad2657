import type { Words } from '../zh'

export const following: Words['following'] = {
  follow: { case: 'Follow', tag: 'Follow this tag', person: 'Follow', filter: 'Follow this filter', figure: 'Tell me when it moves' },
  stop: {
    case: 'Following', tag: 'Following this tag', person: 'Following', filter: 'Following this filter', figure: 'You will be told when it moves',
  },
  subjects: { case: 'Case', tag: 'Tag', person: 'Person', filter: 'Filter', figure: 'Figure' },
  title: 'Following',
  about: 'You are told when a case you follow moves on, when a tag or filter has a new case, and when somebody you follow posts a case or a reply. What you do yourself is not told to you.',
  none: 'You follow nothing yet. Cases, tags, filtered lists and figures each have a button for it.',
  since: 'followed',
  end: 'Unfollow',
  endOf: name => `Unfollow: ${name}`,
  gone: 'No longer there',
  more: 'Earlier ones',
  sayCase: ({ actor, title, replies, revised, hidden, restored }) => {
    if (replies === 1 && !revised && !hidden && !restored) return `${actor} replied to “${title}”, which you follow`
    const parts = [
      revised === 'outcome' && 'has an outcome', revised === 'event' && 'has moved on',
      replies > 0 && (replies === 1 ? 'has 1 new reply' : `has ${replies} new replies`),
      hidden && 'was hidden by a moderator', restored && 'is shown again',
    ].filter(Boolean)
    return `“${title}”, which you follow, ${parts.join(', ')}`
  },
  sayNew: {
    tag: ({ title, tag }) => `New under the tag “${tag}”, which you follow: “${title}”`,
    person: ({ title, actor }) => `${actor}, whom you follow, posted “${title}”`,
    filter: ({ title }) => `A new case fits a filter you follow: “${title}”`,
  },
  joinNames: (process, stage) => `${process} · ${stage}`,
  sayFigure: (what, before, after) => `A figure you follow has moved: ${what}, the median went from ${before} to ${after}`,
  sayPerson: ({ actor, title, replies }) =>
    (replies > 1 ? `${actor}, whom you follow, wrote ${replies} replies to “${title}”` : `${actor}, whom you follow, replied to “${title}”`),
}
