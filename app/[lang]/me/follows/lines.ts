import type { FollowedLine } from '@/components/following/follow-list'
import { sayFilter } from '@/components/cases/filter-words'
import { titleOf } from '@/components/cases/title'
import { kindWords } from '@/components/figures/figure-head'
import { nameIn } from '@/components/moderation/tag-words'
import { readFigure } from '@/domain/following/figure-address'
import { readFilter } from '@/domain/case/filter'
import { casesByIds } from '@/db/cases/rows'
import type { Reader } from '@/db/connection'
import type { Followed } from '@/db/following/follow'
import { namedTags, tagsByIds } from '@/db/moderation/tags'
import { namesOf } from '@/db/people/people'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Said = { lang: Language; words: Words }

/** Follows as lines of a list, each by the name it has today; in as many questions as there are kinds. */
export async function linesOf(database: Reader, follows: readonly Followed[], { lang, words }: Said): Promise<FollowedLine[]> {
  const idsOf = (subject: Followed['subject']) => follows.filter(it => it.subject === subject).map(it => Number(it.target))
  const hasFilter = follows.some(it => it.subject === 'filter')
  const [cases, tags, people, named] = await Promise.all([
    casesByIds(database, idsOf('case')), tagsByIds(database, idsOf('tag')), namesOf(database, idsOf('person')),
    hasFilter ? namedTags(database, lang) : [],
  ])
  return follows.map(it => ({ id: it.id, subject: it.subject, target: it.target, since: it.createdAt, ...placeOf(it) }))

  function placeOf({ subject, target }: Followed): { name: string; href: string | null } {
    const gone = { name: words.following.gone, href: null }
    const id = Number(target)
    switch (subject) {
      case 'case': {
        const it = cases.find(({ row }) => row.id === id)
        return it?.row.state === 'live' ? { name: titleOf(it.case, words), href: `/cases/${id}` } : { ...gone, name: words.cases.caseNumber(id) }
      }
      case 'tag': {
        const tag = tags.find(it => it.id === id)
        return tag ? { name: nameIn(lang, tag), href: `/tags/${tag.slug}` } : gone
      }
      case 'person': {
        const name = people.get(id)
        return name === undefined ? gone : { name, href: `/people/${encodeURIComponent(name)}` }
      }
      case 'filter': {
        const { filter } = readFilter(Object.fromEntries(new URLSearchParams(target)))
        const tag = named.find(({ slug }) => slug === filter.tag)?.name ?? null
        return { name: sayFilter(filter, tag, words), href: `/cases?${target}` }
      }
      case 'figure': {
        const it = readFigure(target)
        if (!it) return gone
        return { name: `${kindWords(it.filter, words)} · ${words.codes.stage[it.stage]}`, href: `/stats/durations?${target}` }
      }
    }
  }
}
