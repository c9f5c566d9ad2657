import type { ReactNode } from 'react'
import { minuteOf, monthOf } from '@/domain/case/interval'
import { colourOf } from '@/domain/people/initial'
import type { HoldKind, Role } from '@/domain/people/viewer'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayMonth } from '../say/time'
import { Avatar } from './avatar'
import { FormerNames } from './former-names'

type Props = {
  person: { id: number; name: string; role: Role; createdAt: number }
  /** What holds him from writing now; null: nothing. */
  held: HoldKind | null
  /** The names he had before. */
  former: { name: string; at: number }[]
  /** What everybody may read of him. */
  counts: { cases: number; replies: number }
  shows: 'cases' | 'replies'
  /** His page without language. */
  path: string
  lang: Language
  words: Words
  /** What a reader may do about him. */
  acts?: ReactNode
}

/** Who somebody is here: his name, since which month, and what he shared. */
export function PersonHead({ person, held, former, counts, shows, path, lang, words, acts }: Props) {
  const { people: { heldNow, roles }, profile, time } = words
  const tab = (name: Props['shows'], href: string, label: string) => (
    <a
      href={pathIn(lang, href)} aria-current={shows === name ? 'page' : undefined}
      className="word-button aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {label}
    </a>
  )
  return (
    <>
      <h1 className="text-finding"><Avatar name={person.name} colour={colourOf(person.id)} large /><bdi>{person.name}</bdi></h1>
      <p className="weight">
        {person.role !== 'member' && <>{roles[person.role]} · </>}
        {profile.since(sayMonth(monthOf(minuteOf(person.createdAt)), time))}
        {held && <> · {heldNow[held]}</>}
      </p>
      <FormerNames former={former} words={words} />
      {acts}
      <nav aria-label={profile.shared} className="mt-6 flex flex-wrap gap-x-6 border-b border-hair text-soft">
        {tab('cases', path, profile.cases(counts.cases))}
        {tab('replies', `${path}/replies`, profile.replies(counts.replies))}
      </nav>
    </>
  )
}
