import type { Metadata } from 'next'
import { CheckInForm } from '@/components/cases/check-in-form'
import { isOver } from '@/domain/case/outcome'
import { caseById } from '@/db/cases/rows'
import { checkInLinkOf } from '@/db/check-ins/links'
import { readCurrent } from '@/db/connection'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../page-words'
import { newFormKey } from '../../typed-draft'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { checkIn } = languageOf(await params).words.together
  return { title: checkIn.title, description: checkIn.about, robots: { index: false } }
}

/** Where the link of a letter leads: it shows buttons and changes nothing, since programs open such links before people do. */
export default async function CheckInPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const token = typeof search.token === 'string' ? search.token.slice(0, 100) : ''
  const { checkIn } = words.together
  const database = await readCurrent()
  const link = token ? await checkInLinkOf(database, token, Date.now()) : null
  const stored = link && await caseById(database, link.caseId)
  const open = stored?.row.state === 'live' && !isOver(stored.case.events, stored.case.facts.process)
  const said = search.done === 'stop' ? checkIn.stopped : search.done === 'answered' ? checkIn.answered : checkIn.gone
  return (
    <div className="mx-auto max-w-[30rem]">
      <h1 className="mb-4 text-finding">{checkIn.title}</h1>
      {stored && open
        ? <CheckInForm stored={stored} token={token} failed={search.failed !== undefined} lang={lang} words={words} newKey={newFormKey} />
        : <p>{said} <a href={pathIn(lang, '/me/cases')}>{words.people.mine.cases}</a></p>}
    </div>
  )
}
