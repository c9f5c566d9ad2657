import { read } from '@/db/connection'
import { findPersonByName, type Person } from '@/db/people/people'

/** Whose page an address means; null where nobody has this name. */
export async function personIn({ name }: { name: string }): Promise<Person | null> {
  try {
    return await findPersonByName(await read(), decodeURIComponent(name).slice(0, 400))
  } catch (error) {
    // Half a percent sign in the address names nobody.
    if (error instanceof URIError) return null
    throw error
  }
}

/** His page, by the name he has now. */
export function pageOf({ name }: Pick<Person, 'name'>): string {
  return `/people/${encodeURIComponent(name)}`
}
