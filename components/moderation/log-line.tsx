import { Fragment, type ReactNode } from 'react'
import { hasLeft } from '@/domain/people/name'
import type { LogEntry } from '@/domain/moderation/log-entry'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayDay } from '../say/time'

type Props = { entry: LogEntry; lang: Language; words: Words['log'] }

/** One act as a sentence whose parts are links. */
export function LogLine({ entry, lang, words }: Props) {
  const { act, details } = entry
  const sentence = words.sentences[act === 'keep_tag' && details.made === 'yes' ? 'make_tag' : act]
  const parts = sentence<ReactNode>({
    who: entry.actor === null ? words.theSite : <Person name={entry.actor} lang={lang} />,
    what: <What entry={entry} lang={lang} words={words} />,
    tag: <TagThen details={details} lang={lang} words={words} />,
    person: entry.person === null ? words.somebody : <Person name={entry.person} lang={lang} />,
    before: words.settingValue(details.setting, details.from) ?? roleName(details.from, words),
    after: words.settingValue(details.setting, details.to) ?? roleName(details.to, words),
    setting: words.settingName(details.setting),
    target: <Target id={Number(details.to)} lang={lang} words={words} />,
    measure: <MeasureThen entry={entry} lang={lang} words={words} />,
    rule: <RuleThen details={details} lang={lang} words={words} />,
  })
  return (
    <>
      {parts.map((part, at) => <Fragment key={at}>{part}</Fragment>)}
      {(act === 'suspend' || act === 'silence') && details.endsAt && ` · ${words.until(sayDay(Number(details.endsAt)))}`}
    </>
  )
}

function Person({ name, lang }: { name: string; lang: Language }) {
  if (hasLeft(name)) return <bdi className="font-semibold">{name}</bdi>
  return <a href={pathIn(lang, `/people/${encodeURIComponent(name)}`)}><bdi className="font-semibold">{name}</bdi></a>
}

// What is hidden has no page for everybody, so it is named and not linked.
function What({ entry, lang, words }: Props) {
  const { caseId, replyId, caseIsOpen } = entry
  if (caseId === null) return null
  const name = replyId === null ? words.caseRef(caseId) : words.replyRef(caseId, replyId)
  if (!caseIsOpen) return name
  return <a href={pathIn(lang, replyId === null ? `/cases/${caseId}` : `/replies/${replyId}`)}>{name}</a>
}

// Only a case that everybody may open takes something in.
function Target({ id, lang, words }: { id: number; lang: Language; words: Words['log'] }) {
  return Number.isSafeInteger(id) ? <a href={pathIn(lang, `/cases/${id}`)}>{words.caseRef(id)}</a> : null
}

// The hiding of a case or reply, or what was done to a person.
function MeasureThen({ entry, lang, words }: Props) {
  const { details, person } = entry
  const it = entry.caseId === null
    ? person === null ? words.somebody : <Person name={person} lang={lang} />
    : <What entry={entry} lang={lang} words={words} />
  const say = words.measures[details.measure as keyof Words['log']['measures']]
  return say ? say<ReactNode>(it).map((part, at) => <Fragment key={at}>{part}</Fragment>) : it
}

// The tag as it was called on that day; its link leads to what it is called now.
function TagThen({ details, lang, words }: { details: LogEntry['details']; lang: Language; words: Words['log'] }) {
  const { slug } = details
  if (!slug) return null
  const name = (lang === 'zh' ? details.name_zh : details.name_en) ?? slug
  const isTag = details.figures !== undefined
  return (
    <>
      {isTag ? <a href={pathIn(lang, `/tags/${slug}`)}>{name}</a> : name}
      {details.figures === 'leaves' && <span className="text-small text-soft">{words.notCountedNote}</span>}
    </>
  )
}

// The rule change as it was worded on that day, cut to what a list can bear; its link leads to every version.
function RuleThen({ details, lang, words }: { details: LogEntry['details']; lang: Language; words: Words['log'] }) {
  const { rule, statement_zh = '', statement_en } = details
  const english = lang === 'en' && statement_en
  const statement = [...english || statement_zh]
  const short = statement.length > longestQuote ? `${statement.slice(0, longestQuote).join('')}…` : statement.join('')
  return (
    <a href={pathIn(lang, `/rules/${rule}/history`)} lang={english ? 'en' : 'zh-CN'}><bdi>{words.ruleRef(short)}</bdi></a>
  )
}

const longestQuote = 60

function roleName(role: string | undefined, words: Words['log']): string {
  return words.roles[role as keyof Words['log']['roles']] ?? role ?? ''
}
