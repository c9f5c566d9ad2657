import { factFields, type FactName } from '../case/facts'
import type { CaseAnswer } from './case-answer'
import type { Cell } from './csv'

const factNames = Object.keys(factFields) as FactName[]

/** The columns of the table of cases, in order: what a figure is made of, and where to read the rest. */
export const caseColumns = [
  'id', 'ref', 'account', 'source', 'in_figures', 'outcome', 'month', ...factNames, 'title', 'tags', 'events',
  'evidence_tier', 'retrospective', 'last_confirmed', 'created_at', 'edited_at', 'version',
] as const

/** One case as a row of that table. */
export function caseCells(it: CaseAnswer): Cell[] {
  return caseColumns.map(column => (column === 'events' ? it.events.map(eventCell) : it[column]))
}

/** One event in short: `paid 2023-11-09/2023-11-09`, `called after 0-30 min`, `sent_back name_generic`. */
function eventCell(event: CaseAnswer['events'][number]): string {
  const { type, at, since_previous_minutes: wait, reasons = [], kinds = [], scopes = [] } = event
  return [
    type,
    at?.join('/'),
    wait && `after ${wait.join('-')} min`,
    ...reasons, ...kinds, ...scopes,
  ].filter(Boolean).join(' ')
}
