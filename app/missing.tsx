import type { ReactNode } from 'react'
import NotFound from './[lang]/not-found'
import { leaveNote } from './page-notes'

export { generateMetadata as missingHead } from './[lang]/not-found'

/**
 * What a page answers instead of itself when there is nothing to show: 404, and a page that says so. Next's notFound()
 * throws, and then sends an empty document which only JavaScript fills; this one can be read without.
 */
export async function missing(): Promise<ReactNode> {
  await leaveNote({ status: 404 })
  return <NotFound />
}
