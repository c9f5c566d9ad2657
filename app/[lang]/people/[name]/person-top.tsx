import { FollowForm } from '@/components/following/follow-form'
import { PersonHead } from '@/components/people/person-head'
import { SilenceForm } from '@/components/people/silence-form'
import { Whether } from '@/components/reader/whether'
import { read } from '@/db/connection'
import { formerNames } from '@/db/people/names'
import type { Person } from '@/db/people/people'
import { sharedCounts } from '@/db/people/profile'
import { holdsOn } from '@/db/people/suspensions'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { followedBy } from '../../../followed'
import { newFormKey } from '../../../typed-draft'
import { audience } from '../../../viewer'
import { pageOf } from './person-in'

type Props = { person: Person; shows: 'cases' | 'replies'; lang: Language; words: Words }

/** The top of both pages about somebody, with what another member may do. */
export async function PersonTop({ person, shows, lang, words }: Props) {
  const database = await read()
  const [[hold], counts, former, reader] = await Promise.all([
    holdsOn(database, person.id, Date.now()), sharedCounts(database, person.id), formerNames(database, person.id), audience(),
  ])
  const path = pageOf(person)
  const himself = reader.kind === 'anyone' ? `is:${person.id}` as const : reader.kind === 'member' && reader.id === person.id
  const member = reader.kind === 'anyone' ? 'member' as const : reader.kind === 'member'
  const silence = (
    <SilenceForm personId={person.id} wanted="on" label={words.together.calls.silence} lang={lang} back={path} newKey={newFormKey} />
  )
  const follow = (
    <FollowForm
      subject="person" target={String(person.id)} followed={await followedBy(database, reader, 'person', String(person.id))}
      lang={lang} words={words.following} back={path} newKey={newFormKey}
    />
  )
  return (
    <PersonHead
      {...{ person, held: hold?.kind ?? null, former, counts, shows, path, lang, words }}
      acts={<div className="flex flex-wrap gap-x-6 text-small no-print"><Whether is={himself} no={<>{follow}<Whether is={member} yes={silence} /></>} /></div>}
    />
  )
}
