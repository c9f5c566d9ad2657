import type { Metadata } from 'next'
import { AdmissionList } from '@/components/people/admission-list'
import { PersonPanel } from '@/components/people/person-panel'
import { sayDay } from '@/components/say/time'
import { isModerator, permit } from '@/domain/permission'
import { read } from '@/db/connection'
import { waitingPeople } from '@/db/people/admissions'
import { findPersonByName, listPeople, personById } from '@/db/people/people'
import { activeSuspensions, holdsOn } from '@/db/people/suspensions'
import { pathIn, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { missing } from '../../../missing'
import { newFormKey, typedDraft, type SearchParams } from '../../../typed-draft'
import { viewer } from '../../../viewer'

type Props = { params: Promise<{ lang: Language }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { people, about } = wordsFor((await params).lang)
  return { title: people.admin.title, description: about.admin, robots: { index: false } }
}

// A site with more keepers than this has another problem than a list that ends.
const most = 200

export default async function AdminPeople({ params, searchParams }: Props) {
  const { lang } = await params
  const reader = await viewer()
  if (!isModerator(reader)) return missing()
  const search = await searchParams
  const words = wordsFor(lang)
  const { admin, roles } = words.people
  const database = await read()
  const now = Date.now()
  const name = [search.name].flat()[0]?.slice(0, 400) ?? ''
  const person = name ? await findPersonByName(database, name) : null
  const [admins, moderators, held, holds, typed, waiting] = await Promise.all([
    listPeople(database, { limit: most, role: 'admin' }),
    listPeople(database, { limit: most, role: 'moderator' }),
    activeSuspensions(database, now),
    person ? holdsOn(database, person.id, now) : [],
    typedDraft(search),
    waitingPeople(database, most),
  ])
  const suspended = await Promise.all(
    held.slice(0, most).map(async it => ({ ...it, person: await personById(database, it.personId) })),
  )
  return (
    <div className="max-w-prose">
      <h1 className="text-finding">{admin.title}</h1>
      <p className="hint mb-6">{admin.logged}</p>
      {search.done && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{admin.done}</p>}
      <form role="search" className="mb-6 flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor="name" className="mb-1 block font-semibold">{admin.find}</label>
          <input id="name" name="name" defaultValue={name} autoComplete="off" />
        </div>
        <button className="button">{admin.findSubmit}</button>
      </form>
      {name && !person && <p className="mb-6"><bdi>{admin.nobody(name)}</bdi></p>}
      {person && (
        <PersonPanel
          person={{ id: person.id, name: person.name, role: person.role }} holds={holds}
          may={{
            setRole: 'permitted' in permit('set_role', reader, person),
            suspend: 'permitted' in permit('suspend', reader, person),
          }}
          typed={typed} newKey={newFormKey} lang={lang} words={words}
          back={`/admin/people?name=${encodeURIComponent(person.name)}`}
        />
      )}
      {'permitted' in permit('admit', reader, null) && waiting.length > 0 && <AdmissionList people={waiting} typed={typed} newKey={newFormKey} lang={lang} words={words} />}
      <h2 className="mt-10 text-lead">{admin.keepers}</h2>
      <ul>
        {[...admins, ...moderators].map(it => (
          <li key={it.id}>
            <PersonLink name={it.name} lang={lang} /> <span className="hint">{roles[it.role]}</span>
          </li>
        ))}
      </ul>
      <h2 className="mt-10 text-lead">{admin.suspended}</h2>
      {suspended.length === 0 && <p className="hint">{admin.noneSuspended}</p>}
      <ul>
        {suspended.map(it => it.person && (
          <li key={it.id}>
            <PersonLink name={it.person.name} lang={lang} />{' '}
            <span className="hint">
              {admin.kinds[it.kind]} {admin.until(it.endsAt === null ? null : sayDay(it.endsAt))} · <bdi>{it.reason}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function PersonLink({ name, lang }: { name: string; lang: Language }) {
  const href = pathIn(lang, `/admin/people?name=${encodeURIComponent(name)}`)
  return <a className="inline-flex min-h-11 items-center" href={href}><bdi>{name}</bdi></a>
}
