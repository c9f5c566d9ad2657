import type { Metadata } from 'next'
import { CaseList } from '@/components/cases/case-list'
import { TimeOf } from '@/components/say/time-of'
import { listCases } from '@/db/cases/list'
import { read } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { isSuspended } from '@/db/people/suspensions'
import { pathIn } from '@/messages/languages'
import { missing, missingHead } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'

type Props = PageProps<{ name: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, ...rest } = await params
  const person = await personIn({ name })
  if (!person) return missingHead()
  const { about } = languageOf(rest).words
  return { title: person.name, description: about.person(person.name), robots: { index: false } }
}

/** Somebody by name: since when, and the cases he shares in public. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { name, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const person = await personIn({ name })
  if (!person) return missing()
  const { people, cases } = words
  const database = await read()
  const [suspended, shared] = await Promise.all([
    isSuspended(database, person.id, Date.now()),
    listCases(database, { authorId: person.id, after: [(await searchParams).after].flat()[0] }),
  ])
  const next = shared.next && pathIn(lang, `/people/${encodeURIComponent(person.name)}?after=${shared.next}`)
  return (
    <div className="max-w-[48rem]">
      <h1 className="text-finding"><bdi>{person.name}</bdi></h1>
      <p className="weight">
        {person.role !== 'member' && <>{people.roles[person.role]} · </>}
        {people.profile.since} <TimeOf at={person.createdAt} dayOnly />
        {suspended && <> · {people.profile.suspended}</>}
      </p>
      <h2 className="mt-8 text-lead">{cases.title}</h2>
      {shared.cases.length === 0
        ? <p className="text-soft">{people.profile.nothingShared}</p>
        : <CaseList id="cases" cases={shared.cases} lang={lang} words={words} level={3} />}
      {next && <a className="button mt-6" href={next} data-more="cases" rel="next">{words.site.more}</a>}
    </div>
  )
}

async function personIn({ name }: { name: string }) {
  try {
    return await findPersonByName(await read(), decodeURIComponent(name).slice(0, 400))
  } catch (error) {
    // Half a percent sign in the address names nobody.
    if (error instanceof URIError) return null
    throw error
  }
}
