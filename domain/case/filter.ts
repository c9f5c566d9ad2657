import {
  categories, namePatterns, outcomes, processes, proofs, reasons, subjects, type Category, type NamePattern, type Outcome,
  type Process, type Proof, type Reason, type Subject,
} from '../codes'
import { layers, type Layer } from './layers'

export const caseSorts = ['newest', 'active', 'agreed'] as const
export type CaseSort = (typeof caseSorts)[number]

/** What a list of cases can be narrowed to; a missing part narrows nothing. */
export type CaseFilter = {
  process?: Process
  subject?: Subject
  category?: Category
  pattern?: NamePattern
  outcome?: Outcome
  proof?: Proof
  reason?: Reason
  /** A tag's slug. */
  tag?: string
  /** 'YYYY-MM' of the first dated event. */
  month?: string
  layer?: Layer
}

type Search = Record<string, string | string[] | undefined>

const codesOf = {
  process: processes, subject: subjects, category: categories, pattern: namePatterns, outcome: outcomes, proof: proofs,
  reason: reasons, layer: layers,
} as const

/** The names a filter has in an address, in the order they are written there. */
export const filterNames = [...Object.keys(codesOf), 'tag', 'month'] as (keyof CaseFilter)[]

/**
 * Reads a filter from an address. What is not a code we know is named in `unknown` and narrows nothing; a name
 * given twice counts by its first value.
 */
export function readFilter(search: Search): { filter: CaseFilter; unknown: string[] } {
  const filter: Record<string, string> = {}
  const unknown: string[] = []
  for (const name of filterNames) {
    const given = [search[name]].flat()[0]?.trim()
    if (!given) continue
    if (isValue(name, given)) filter[name] = given
    else unknown.push(name)
  }
  return { filter: filter as CaseFilter, unknown }
}

/** The address part of a filter (and of anything else asked for), in one order, without empty values. */
export function writeSearch(filter: CaseFilter, more: Record<string, string | undefined> = {}): string {
  const params = new URLSearchParams()
  for (const name of filterNames) if (filter[name]) params.set(name, filter[name])
  for (const [name, value] of Object.entries(more)) if (value) params.set(name, value)
  return params.size > 0 ? `?${params}` : ''
}

export function readSort(search: Search): CaseSort {
  const given = [search.sort].flat()[0]
  return caseSorts.find(sort => sort === given) ?? 'newest'
}

function isValue(name: string, given: string): boolean {
  if (name === 'tag') return /^[a-z0-9_-]{1,60}$/.test(given)
  if (name === 'month') return /^\d{4}-(0[1-9]|1[0-2])$/.test(given)
  return (codesOf[name as keyof typeof codesOf] as readonly string[]).includes(given)
}
