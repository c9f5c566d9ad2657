import type { Words } from '../zh'

export const feeds: Words['feeds'] = {
  titleOf: (what, site) => `${what} · ${site}`,
  follow: 'Follow',
  thread: id => `The discussion under case ${id}, newest first.`,
  cases: filter => (filter ? `Cases: ${filter}` : 'Cases'),
  about: 'Follow in a feed reader: the list of cases (with its filter), every tag, the cases of every person, the discussion of every case, the rule changes and the moderation log, each as Atom and as JSON Feed; the links stand at the foot of each page.',
}
