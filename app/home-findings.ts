import { cache } from 'react'
import type { Database } from '@/db/connection'
import { homeFindings } from '@/db/figures/findings'

/** The front page's findings; the page and what it is passed on as ask once. */
export const findingsOfHome = cache((database: Database) => homeFindings(database))
