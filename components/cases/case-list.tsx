import type { Case } from '@/domain/case/case'
import type { LikenessReason } from '@/domain/case/likeness'
import type { CaseState, Outcome } from '@/domain/codes'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'
import { sayLater, sayMonth } from '../say/time'
import { AlikeReasons } from './alike-reasons'
import { sayEvent } from './event-words'
import { Stamp } from './stamp'
import { layOut } from './timeline-layout'
import { kindOf, titleOf } from './title'

/** What a list shows of a case. */
export type ListedCase = {
  row: {
    id: number
    state: CaseState
    /** False while it waits for a moderator. */
    published: boolean
    outcome: Outcome
    createdAt: number
    /** When it began, 'YYYY-MM'; null where no month is certain. */
    month: string | null
    agreeCount: number
    discussionCount: number
    replyCount: number
  }
  case: Case
}

type Props = {
  cases: ListedCase[]
  lang: Language
  words: Words
  id?: string
  level?: 2 | 3
  /** Names of each case's tags, in the reader's language. */
  tags?: Map<number, string[]>
  /** What makes each like the case that the list stands under. */
  because?: Map<number, LikenessReason[]>
  /** Whether it says what people made of each: beside figures it does not, since those do not grow old with every reply. */
  echoed?: boolean
}

/** Cases one under the other, each in four lines: what it is, its title, how it went, what people made of it. */
export function CaseList({ cases, lang, words, id, level = 2, tags, because, echoed = true }: Props) {
  return (
    <ol id={id}>
      {cases.map(it => <li key={it.row.id} className="border-b border-hair last:border-0"><Entry {...{ it, lang, words, level, echoed }} tags={tags?.get(it.row.id) ?? []} because={because?.get(it.row.id) ?? []} /></li>)}
    </ol>
  )
}

type EntryProps = { it: ListedCase; lang: Language; words: Words; level: 2 | 3; tags: string[]; because: LikenessReason[]; echoed: boolean }

function Entry({ it, lang, words, level, tags, because, echoed }: EntryProps) {
  const { row } = it
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <article className="py-4">
      <p className="eyebrow">{kindOf(it.case, words)}{row.month && <> · {sayMonth(row.month, words.time)}</>}</p>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <Title className="min-w-0 flex-[1_1_10rem] text-lead"><a className="no-underline hover:underline" href={pathIn(lang, `/cases/${row.id}`)}><bdi>{titleOf(it.case, words)}</bdi></a></Title>
        <Stamp outcome={row.outcome} process={it.case.facts.process} rounds={roundsOf(it.case)} words={words} />
      </div>
      <p className="text-small text-soft">{courseOf(it.case, words)}</p>
      <p className="mt-1 text-mini text-soft">{words.cases.recorded} <TimeOf at={row.createdAt} dayOnly /> · {[echoesOf(row, words, echoed), ...tags].join(' · ')}</p>
      {because.length > 0 && <AlikeReasons because={because} process={it.case.facts.process} words={words} />}
    </article>
  )
}

export function roundsOf(it: Case): number {
  return Math.max(1, ...it.events.map(event => event.round))
}

// The first steps of many cases are alike; what tells one from another is how it went on.
const stepsShown = 5

function courseOf(it: Case, words: Words): string {
  const beads = layOut(it.events).flatMap(row => row.beads)
  const from = Math.max(0, beads.length - stepsShown)
  const steps = beads.slice(from).map(({ event, wait }, index) => {
    const said = wait && wait[1] > 0 && index > 0 ? `${sayLater(wait, words)} ` : ''
    return said + sayEvent(event, it.facts.process, words)
  })
  return (from > 0 ? '… → ' : '') + steps.join(' → ')
}

function echoesOf(row: ListedCase['row'], words: Words, echoed: boolean): string {
  const { cases, codes } = words
  return [
    cases.caseNumber(row.id),
    row.state !== 'live' && (row.published || row.state !== 'hidden' ? codes.state[row.state] : words.queue.held.back),
    echoed && row.agreeCount > 0 && cases.agreed(row.agreeCount),
    echoed && row.discussionCount > 0 && cases.discussions(row.discussionCount),
    echoed && row.replyCount > 0 && cases.replies(row.replyCount),
  ].filter(Boolean).join(' · ')
}
