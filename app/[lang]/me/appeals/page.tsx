import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AppealForm } from '@/components/moderation/appeal-form'
import { AppealSaid } from '@/components/moderation/appeal-said'
import { MeasureLine } from '@/components/moderation/measure-line'
import { read } from '@/db/connection'
import { appealsOf, someoneMayDecide } from '@/db/moderation/appeals'
import { measuresAgainst } from '@/db/moderation/measures'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { appeals, about } = languageOf(await params).words
  return { title: appeals.mine, description: about.myAppeals, robots: { index: false } }
}

/** What was done to somebody and to what he wrote, each with its reason, its end and one appeal. */
export default async function MyAppeals({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/appeals'))
  const [database, now, search] = [await read(), Date.now(), await searchParams]
  const [standing, heard, typed] = await Promise.all([
    measuresAgainst(database, reader.id, now), appealsOf(database, reader.id, now), typedDraft(search),
  ])
  const [open, past] = [new Map(heard.map(it => [`${it.measure.subject}-${it.measure.id}`, it])), heard.filter(it => !it.measure.stands)]
  const { appeals } = words
  return (
    <div className="max-w-prose">
      <h1 className="finding">{appeals.mine}</h1>
      <p className="mt-3 mb-6">{appeals.intro}</p>
      {search.done && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{appeals.sent}</p>}
      {standing.length + past.length === 0 && <p>{appeals.nothing}</p>}
      <ul>
        {await Promise.all(standing.map(async measure => {
          const at = `${measure.subject}-${measure.id}`
          const made = open.get(at)
          return (
            <li key={at} id={at} className="border-t border-hair py-5">
              <MeasureLine {...{ measure, lang, words }} />
              {made ? <AppealSaid appeal={made.appeal} stands words={appeals} /> : <AppealForm {...{ measure, typed, lang, words }} newKey={newFormKey} />}
              {!made?.appeal.decision && !await someoneMayDecide(database, measure) && <p className="hint mt-2">{appeals.nobodyYet}</p>}
            </li>
          )
        }))}
      </ul>
      {past.length > 0 && <h2 className="mt-10 mb-3 text-lead">{appeals.past}</h2>}
      <ul>
        {past.map(({ measure, appeal }) => (
          <li key={appeal.id} className="border-t border-hair py-5">
            <MeasureLine {...{ measure, lang, words }} />
            <AppealSaid appeal={appeal} stands={!measure.over} words={appeals} />
          </li>
        ))}
      </ul>
    </div>
  )
}
