import { readFilter, writeSearch, type CaseFilter } from '../case/filter'
import type { Layer } from '../case/layers'
import { processes, type Process, type Stage } from '../codes'

/**
 * Which counted cases a figure is about. One process always: minutes of a certification and weeks of a filing are
 * never mixed. And always one layer, which the figure names.
 */
export type FigureFilter = Pick<CaseFilter, 'subject' | 'category' | 'pattern' | 'proof'> & {
  process: Process
  layer: Layer
}

/** The stages a process has, in the order they are gone through. */
export const stagesOf: Record<Process, readonly Stage[]> = {
  certification: ['first_call', 'call_decision', 'decision', 'fix', 'total'],
  renewal: ['first_call', 'call_decision', 'decision', 'fix', 'total'],
  filing: ['platform', 'sms', 'bureau', 'filing_total'],
  rename: ['decision'],
  code_review: ['decision'],
}

/** Where a name is judged, and proofs of it are asked for. */
export const namedProcesses = ['certification', 'renewal', 'filing', 'rename'] as const satisfies readonly Process[]

type Search = Record<string, string | string[] | undefined>

/** A filter from an address, and whether the address says something that is not understood and narrows nothing. */
export type ReadFigureFilter = { filter: FigureFilter; misread: boolean }

/**
 * Reads a filter from an address: people's own cases, and the process it names, else the one whose stage it names, else
 * first certification.
 * @param offered the processes the page has; another one is not understood
 */
export function readFigureFilter(search: Search, offered: readonly Process[] = processes): ReadFigureFilter {
  const { filter: { process, layer = 'own', subject, category, pattern, proof }, unknown } = readFilter(search)
  const named = process && offered.includes(process) ? process : processOfStage(search, offered)
  return {
    filter: {
      process: named,
      layer,
      ...(subject && { subject }),
      ...(category && { category }),
      ...(pattern && { pattern }),
      ...(proof && { proof }),
    },
    misread: unknown.length > 0 || (process !== undefined && named !== process),
  }
}

/** The address part of a filter; what is taken for granted is left out. */
export function writeFigureSearch(filter: FigureFilter): string {
  const { process, layer, ...narrower } = filter
  return writeSearch({
    ...narrower,
    ...(process !== 'certification' && { process }),
    ...(layer !== 'own' && { layer }),
  })
}

/** The address of a figure's page with its filter, its stage where it has one, and what else it was asked for. */
export function pageOf(path: string, filter: FigureFilter, stage?: Stage, more: Record<string, string> = {}): string {
  const search = writeFigureSearch(filter)
  const rest = new URLSearchParams({ ...(stage && { stage }), ...more }).toString()
  return rest ? `${path}${search}${search ? '&' : '?'}${rest}` : `${path}${search}`
}

/** A stage of the process from an address, or its first. */
export function readStage(search: Search, process: Process): Stage {
  return stagesOf[process].find(stage => stage === stageIn(search)) ?? stagesOf[process][0]!
}

/** Whether an address names a stage that the process does not have. */
export function namesOtherStage(search: Search, process: Process): boolean {
  const stage = stageIn(search)
  return Boolean(stage) && !stagesOf[process].some(it => it === stage)
}

/** Whether anything but process and layer narrows the cases. */
export function isNarrowed({ subject, category, pattern, proof }: FigureFilter): boolean {
  return Boolean(subject || category || pattern || proof)
}

function processOfStage(search: Search, offered: readonly Process[]): Process {
  const stage = stageIn(search)
  return offered.find(process => stagesOf[process].some(it => it === stage)) ?? 'certification'
}

const stageIn = (search: Search) => [search.stage].flat()[0]
