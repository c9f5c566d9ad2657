import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AppealSaid } from '@/components/moderation/appeal-said'
import { MeasureLine } from '@/components/moderation/measure-line'
import { VerdictForm } from '@/components/moderation/verdict-form'
import { isId } from '@/domain/ids'
import type { Member } from '@/domain/people/viewer'
import { isModerator, permit } from '@/domain/permission'
import { read, type Reader } from '@/db/connection'
import { decidedAppeals, openAppeals, someoneMayDecide, type HeardAppeal } from '@/db/moderation/appeals'
import { pathIn } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { missing } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { appeals, about } = languageOf(await params).words
  return { title: appeals.title, description: about.appeals, robots: { index: false } }
}

/** Appeals that wait, the oldest first, and what was decided last. */
export default async function Appeals({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/moderation/appeals'))
  if (!isModerator(reader)) return missing()
  const [database, now, search] = [await read(), Date.now(), await searchParams]
  const after = typeof search.after === 'string' && isId(search.after) ? Number(search.after) : 0
  const [waiting, decided, typed] = await Promise.all([
    openAppeals(database, { after, now }), decidedAppeals(database, now), typedDraft(search),
  ])
  const { appeals } = words
  return (
    <div className="max-w-prose">
      <h1 className="finding">{appeals.title}</h1>
      <p className="mt-3 mb-6">{appeals.rule}</p>
      {search.done && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{appeals.decided}</p>}
      {waiting.appeals.length === 0 && <p className="border-y border-hair py-4 text-soft">{appeals.noneOpen}</p>}
      <ol>
        {await Promise.all(waiting.appeals.map(async it => {
          const why = await whyNot(database, reader, it, appeals)
          return (
            <li key={it.appeal.id} id={`appeal-${it.appeal.id}`} className="border-t border-hair py-5">
              <Of it={it} words={words} level={2} />
              <MeasureLine measure={it.measure} lang={lang} words={words} />
              <AppealSaid appeal={it.appeal} stands words={appeals} />
              {why ? <p className="hint mt-2">{why}</p> : <VerdictForm appealId={it.appeal.id} typed={typed} newKey={newFormKey} lang={lang} words={words} />}
            </li>
          )
        }))}
      </ol>
      {waiting.next && <p className="mt-4"><a className="button" href={pathIn(lang, `/moderation/appeals?after=${waiting.next}`)}>{words.site.more}</a></p>}
      {decided.length > 0 && <h2 className="mt-10 mb-3 text-lead">{appeals.decidedLast}</h2>}
      <ol>
        {decided.map(it => (
          <li key={it.appeal.id} className="border-t border-hair py-5">
            <Of it={it} words={words} level={3} />
            <MeasureLine measure={it.measure} lang={lang} words={words} />
            <AppealSaid appeal={it.appeal} stands={!it.measure.over} words={appeals} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Of({ it, words, level }: { it: HeardAppeal; words: Words; level: 2 | 3 }) {
  const Heading = `h${level}` as const
  return <Heading className="mb-1 font-semibold"><bdi>{words.appeals.by(it.person ?? words.appeals.nobody)}</bdi></Heading>
}

/** Why this moderator finds no form here; null: he does. */
async function whyNot(database: Reader, reader: Member, { measure }: HeardAppeal, words: Words['appeals']): Promise<string | null> {
  if ('permitted' in permit('decide_appeal', reader, measure)) return null
  if (!await someoneMayDecide(database, measure)) return words.nobodyYet
  if (measure.byId === reader.id) return words.own
  return measure.personId === reader.id ? words.yours : words.adminOnly
}
