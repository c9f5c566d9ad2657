import { eventTypes } from '../codes'
import type { Fields } from '../fields'
import type { Case, CaseDraft } from './case'
import { mostEvents, type EventDraft } from './event'
import { factFields, type FactName, type Facts } from './facts'
import { readTime, tellTime, type Row } from './form-time'
import type { Problem } from './problem'
import { reportCase, type Reported } from './report'
import { isSelfNumbered } from './sequence'

export type ParsedForm = {
  /** As much as could be read; whole only where there are no problems and reportCase agrees. */
  draft: CaseDraft
  problems: Problem[]
  /** The form row each event of the draft was typed in, since blank rows are passed over. */
  rows: number[]
}

const setFacts: readonly FactName[] = [
  'features', 'name_pattern', 'name_pattern_after', 'proof_demanded', 'proof_supplied',
]
const numberFacts: readonly FactName[] = ['notice_deadline_days', 'fee_yuan', 'orders_paid', 'software_copyright_days']

// Whose cases people may hand in: what machines, imports and demonstrations make does not come by form.
export const formSources = ['own', 'observed'] as const

/**
 * What a posted form says, and what of it cannot be read, each problem with the name of its field. Names it
 * does not know are left alone. With `former` it is an edit, which may leave the source what it was.
 */
export function parseForm(fields: Fields, former?: Case): ParsedForm {
  const problems: Problem[] = []
  const facts = readFacts(fields, problems)
  const source = first(fields, 'source') || (former?.source ?? 'own')
  if (!(formSources as readonly string[]).includes(source) && source !== former?.source) problems.push({ path: 'source', code: 'not_in_list' })
  const rows = typedRows(fields)
  if (rows.length > mostEvents) problems.push({ path: 'events', code: 'too_many', values: { most: mostEvents } })
  const kept = rows.slice(0, mostEvents)
  return {
    draft: {
      facts,
      ...text(fields, 'title'),
      ...text(fields, 'words'),
      events: kept.map(number => readEvent(fields, number, problems)),
      source: source as CaseDraft['source'],
      ...(text(fields, 'motive') as Pick<CaseDraft, 'motive'>),
    },
    problems,
    rows: kept,
  }
}

/**
 * A posted form as a case: read, then held to all that a case must be. Every problem at once, beside its field. `given`
 * is what whoever asks knows better than the form: where the case comes from, and by which name.
 */
export function reportForm(
  fields: Fields, now: number, former?: Case, given: Pick<CaseDraft, 'source' | 'ref'> = {},
): Reported {
  const { draft, problems, rows } = parseForm(fields, former)
  const reported = reportCase({ ...draft, ...given }, now, former)
  if (problems.length === 0 && reported.ok) return reported
  const others = reported.ok ? [] : placeProblems(reported.problems, rows)
  const fresh = others.filter(other => !problems.some(problem => problem.path === other.path))
  return { ok: false, problems: [...problems, ...fresh] }
}

/** Problems of a draft's events as problems of the form's fields. */
export function placeProblems(problems: readonly Problem[], rows: readonly number[]): Problem[] {
  const fields: Record<string, string> = { at: 'when_date', since_previous_minutes: 'wait_least' }
  return problems.map(problem => {
    const [, index, field = 'type'] = /^events\.(\d+)(?:\.([a-z_]+))?/.exec(problem.path) ?? []
    if (index === undefined) return problem
    return { ...problem, path: `events.${rows[Number(index)] ?? index}.${fields[field] ?? field}` }
  })
}

/** A case as the fields of the form that edits it; parseForm makes the same facts and events of them. */
export function formFromCase(it: Case): Fields {
  const fields: Fields = {}
  for (const name of Object.keys(factFields) as FactName[]) {
    const value = it.facts[name]
    if (value !== undefined) fields[name] = Array.isArray(value) ? [...value] : [String(value)]
  }
  for (const name of ['title', 'words', 'motive', 'source'] as const) {
    if (it[name] !== undefined) fields[name] = [it[name]]
  }
  const numbered = !isSelfNumbered(it.events, it.facts.process)
  it.events.forEach((event, number) => {
    const put = (field: string, values: string[]) => { fields[`events.${number}.${field}`] = values }
    put('type', [event.type])
    if (numbered) {
      put('order', [String(event.order)])
      put('round', [String(event.round)])
    }
    for (const [field, value] of Object.entries(tellTime(event))) put(field, [value])
    for (const field of ['reasons', 'kinds', 'scopes'] as const) if (event[field]) put(field, [...event[field]])
    if (event.note !== undefined) put('note', [event.note])
  })
  return fields
}

function readFacts(fields: Fields, problems: Problem[]): Facts {
  const facts: Record<string, unknown> = {}
  for (const name of Object.keys(factFields) as FactName[]) {
    const values = (fields[name] ?? []).map(value => value.trim()).filter(value => value !== '')
    if (values.length === 0) continue
    if (setFacts.includes(name)) facts[name] = values
    else if (numberFacts.includes(name)) facts[name] = readNumber(name, values[0]!, problems)
    else facts[name] = values[0]
  }
  return facts as Facts
}

function readNumber(path: string, typed: string, problems: Problem[]): number | undefined {
  const digits = typed.normalize('NFKC').trim()
  if (/^\d{1,6}$/.test(digits)) return Number(digits)
  problems.push({ path, code: 'not_a_number' })
  return undefined
}

/** Rows in which something was typed; what a blank row has chosen by itself (a unit, a kind of time) does not count. */
function typedRows(fields: Fields): number[] {
  const numbers = new Set<number>()
  for (const [name, values] of Object.entries(fields)) {
    const [, number, field] = /^events\.(\d{1,3})\.([a-z_]+)$/.exec(name) ?? []
    const byItself = field === 'when_kind' || field === 'wait_unit' || field === 'order' || field === 'round'
    if (number !== undefined && !byItself && values.some(value => value.trim() !== '')) numbers.add(Number(number))
  }
  return [...numbers].sort((one, other) => one - other)
}

function readEvent(fields: Fields, number: number, problems: Problem[]): EventDraft {
  const name = (field: string) => `events.${number}.${field}`
  const row: Row = field => first(fields, name(field))
  const type = row('type') as EventDraft['type']
  if (type as string === '') problems.push({ path: name('type'), code: 'required' })
  else if (!eventTypes.includes(type)) problems.push({ path: name('type'), code: 'not_in_list' })
  const { problems: untimely, ...time } = readTime(row)
  problems.push(...untimely.map(({ field, code }) => ({ path: name(field), code })))
  // A detail that does not belong to its event is kept for order.ts to refuse: dropping it would lose what was chosen.
  const chosen = (field: 'reasons' | 'kinds' | 'scopes') => {
    const values = (fields[name(field)] ?? []).filter(value => value !== '')
    return values.length > 0 ? { [field]: values } : {}
  }
  const numberOf = (field: 'order' | 'round') =>
    row(field) === '' ? {} : { [field]: readNumber(name(field), row(field), problems) }
  return {
    type,
    ...numberOf('order'),
    ...numberOf('round'),
    ...time,
    ...chosen('reasons'),
    ...chosen('kinds'),
    ...chosen('scopes'),
    ...(row('note') !== '' && { note: row('note') }),
  }
}

const first = (fields: Fields, name: string) => (fields[name]?.[0] ?? '').trim()
const text = (fields: Fields, name: string) => {
  const value = fields[name]?.[0] ?? ''
  return value.trim() === '' ? {} : { [name]: value }
}
