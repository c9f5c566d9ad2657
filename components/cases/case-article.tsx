import type { ReactNode } from 'react'
import type { Case } from '@/domain/case/case'
import type { Outcome } from '@/domain/codes'
import { dayOf } from '@/domain/case/interval'
import { colourOf } from '@/domain/people/initial'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { Avatar } from '../people/avatar'
import { sayMonth } from '../say/time'
import { TimeOf } from '../say/time-of'
import { Said } from '../thread/said'
import { roundsOf } from './case-list'
import { FactList } from './facts'
import { Stamp } from './stamp'
import { Timeline } from './timeline'
import { kindOf, titleOf } from './title'

type Row = {
  id: number
  authorId: number | null
  outcome: Outcome
  html: string
  month: string | null
  /** mobile, mini_program or null. */
  device: string | null
  createdAt: number
  editedAt: number | null
  inFigures: boolean
  lastConfirmedMinute: number | null
}
type Props = {
  row: Row
  case: Case
  author: string | null
  lang: Language
  words: Words
  tags: ReactNode
  /** Agree, favourite, follow and the like. */
  acts: ReactNode
  /** What only the author or a moderator sees. */
  desk: ReactNode
  /** `h2` where the page is of something else and has its own first heading. */
  heading?: 'h1' | 'h2'
}

/** A case on its own sheet: what it is, the drawn timeline, the facts, the words. */
export function CaseArticle({ row, case: it, author, lang, words, tags, acts, desk, heading: Heading = 'h1' }: Props) {
  const { cases } = words
  return (
    <article className="-mx-2 rounded-[4px] border border-line bg-sheet px-4 py-5 sm:mx-0 sm:px-7 sm:py-6">
      <p className="eyebrow">
        {cases.caseNumber(row.id)} · {kindOf(it, words)}{row.month && <> · {sayMonth(row.month, words.time)}</>}
        {' · '}{cases.recorded} <TimeOf at={row.createdAt} dayOnly />
        {' · '}{author && row.authorId !== null && <Avatar name={author} colour={colourOf(row.authorId)} />}{author ? <a href={pathIn(lang, `/people/${encodeURIComponent(author)}`)}><bdi>{author}</bdi></a> : it.source === 'own' ? words.thread.nobody : cases.nobody}
        {isNamed(row.device, cases.postedFrom) && <> · {cases.postedFrom[row.device]}</>}
      </p>
      <div className="flex items-start justify-between gap-4">
        <Heading className="mt-1 text-[1.25rem] leading-normal"><bdi>{titleOf(it, words)}</bdi></Heading>
        <Stamp outcome={row.outcome} process={it.facts.process} rounds={roundsOf(it)} words={words} />
      </div>
      <Timeline events={it.events} process={it.facts.process} words={words} />
      <FactList facts={it.facts} words={words} />
      {row.html && <Said html={row.html} lang={lang} className="mt-6 border-t border-hair pt-4" />}
      <div className="mt-5">{tags}</div>
      <p className="mt-3 text-mini text-soft">
        {[
          row.outcome === 'waiting' && row.lastConfirmedMinute !== null && cases.lastConfirmed(dayOf(row.lastConfirmedMinute)),
          !row.inFigures && cases.notCounted,
        ].filter(Boolean).join(' ')}
        {row.editedAt !== null && (
          <> {cases.editedAt} <TimeOf at={row.editedAt} /> · <a href={pathIn(lang, `/cases/${row.id}/history`)}>{cases.history}</a></>
        )}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-6 no-print">{acts}</div>
      {desk}
    </article>
  )
}

function isNamed<Names extends object>(device: string | null, names: Names): device is keyof Names & string {
  return device !== null && Object.hasOwn(names, device)
}
