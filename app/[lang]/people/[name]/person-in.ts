import { redirect } from 'next/navigation'
import { read } from '@/db/connection'
import { findPersonByAnyName } from '@/db/people/names'
import type { Person } from '@/db/people/people'
import { nameKey } from '@/domain/people/name'
import { pathIn, type Language } from '@/messages/languages'

/** Whose page an address means, by the name he has or one he had before; null where nobody has it. */
export async function personIn({ name }: { name: string }): Promise<Person | null> {
  try {
    return await findPersonByAnyName(await read(), decodeURIComponent(name).slice(0, 400))
  } catch (error) {
    // Half a percent sign in the address names nobody.
    if (error instanceof URIError) return null
    throw error
  }
}

/** The same for a page: an address of a name that he has given up leads on to the one he has. */
export async function personAt(place: { name: string }, { lang, under = '' }: { lang: Language; under?: string }): Promise<Person | null> {
  const person = await personIn(place)
  if (person && nameKey(person.name) !== nameKey(decodeURIComponent(place.name))) redirect(pathIn(lang, pageOf(person) + under))
  return person
}

/** His page, by the name he has now. */
export function pageOf({ name }: Pick<Person, 'name'>): string {
  return `/people/${encodeURIComponent(name)}`
}
