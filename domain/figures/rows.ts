import { csvRow, type Cell } from '../api/csv'
import { demandedProofs, suppliedProofs, toldOf } from '../case/told'
import { binOf, minutesOf } from '../statistics/bins'
import { exitOn, timeOn, type Scale, type StageSpell } from '../statistics/scale'
import { countsOn, markCounted, type MarkedSpell } from '../statistics/tally'
import { csvRecords } from '../text/csv-records'
import type { Stage } from '../codes'
import { ofCohort, type Cohort } from './cohort'
import { judgedOf } from './names'
import { sayDemand } from './software-copyright'
import { capTold, type ToldCase } from './told'

// The rows behind a figure: what was counted, and no more. Their CSV, byte by byte, is what a figure's data hash is of.

/** Which spells of a figure count: those of its cohort on its scale; `settling` is the stage by whose age months settle. */
export type CountedWhere = { scale: Scale; cohort: Cohort; settling: Stage; now: number }

/**
 * The table that `npm run survival` reads: one counted spell a row, with its time as the figure has it. Minutes stand for
 * their bin, and in days somebody last heard of on day d was seen through day d - 1; without a whole day there is no row.
 */
export function waitRows(spells: readonly MarkedSpell[], { scale, cohort, settling, now }: CountedWhere): string {
  const counted = ofCohort(spells, cohort, settling, now).filter(({ counts }) => counts & countsOn[scale])
  return waitTable(counted, spell => {
    const exit = exitOn(scale, spell)
    return exit === null || scale === 'day' ? exit : minutesOf(binOf(exit))
  })
}

/** The same of waits on the clock of working hours, which are not binned. */
export function workingRows(spells: readonly StageSpell[], { cohort, settling, now }: Omit<CountedWhere, 'scale'>): string {
  const counted = markCounted(ofCohort(spells, cohort, settling, now))
  return waitTable(counted.filter(({ counts }) => counts & countsOn.minute), spell => timeOn('minute', spell))
}

function waitTable<S extends StageSpell>(spells: readonly S[], timeOf: (spell: S) => number | null): string {
  return table(['case', 'round', 'time', 'status', 'stratum'], spells.flatMap(spell => {
    const time = timeOf(spell)
    return time === null ? [] : [[spell.caseId, spell.round, time, spell.cause, spell.startMonth]]
  }))
}

/** The cases whose name was answered, and what of it the figure of names reads. */
export function nameRows(told: readonly ToldCase[]): string {
  const { counted } = capTold(judgedOf(told))
  const columns = ['case', 'month', 'category', 'name_pattern', 'to_change', 'to_prove', 'name_change', 'passed_elsewhere']
  return table(columns, counted.map(it => {
    const { toChange, toProve } = toldOf(it)
    const { category, name_pattern, name_change, passed_elsewhere } = it.facts
    return [it.caseId, it.month, category, name_pattern, toChange, toProve, name_change, passed_elsewhere]
  }))
}

/** The cases that say what they were asked for, and what of it the figure of software copyrights reads. */
export function copyrightRows(told: readonly ToldCase[]): string {
  const { counted } = capTold(sayDemand(told))
  const columns = ['case', 'month', 'category', 'name_pattern', 'demanded', 'had', 'supplied', 'result', 'outcome']
  return table(columns, counted.map(it => {
    const { category, name_pattern, software_copyright, proof_result } = it.facts
    return [it.caseId, it.month, category, name_pattern, demandedProofs(it), software_copyright, suppliedProofs(it),
      proof_result, it.outcome]
  }))
}

/** The head of a table alone: of what may not be shown there are no rows. */
export function withoutRows(csv: string): string {
  return csv.slice(0, csv.indexOf('\r\n') + 2)
}

/** How many rows a table has under its head. */
export function countTable(csv: string): number {
  return [...csvRecords(csv)].length - 1
}

const numbers = ['case', 'order', 'round', 'time', 'status']
const lists = ['name_pattern', 'demanded', 'supplied', 'reasons']

/** The same rows as one JSON object a line; an empty cell is null, and what may be several codes is a list. */
export function asNdjson(csv: string): string {
  const [head, ...rows] = csvRecords(csv)
  return rows.map(({ cells }) => `${JSON.stringify(Object.fromEntries(cells.map((cell, i) => {
    const column = head!.cells[i]!
    return [column, cell === '' ? null : valueOf(column, cell)]
  })))}\n`).join('')
}

function valueOf(column: string, cell: string): unknown {
  if (numbers.includes(column)) return Number(cell)
  if (lists.includes(column)) return cell.split('|')
  return cell === 'true' || cell === 'false' ? cell === 'true' : cell
}

/** A head and its rows as CSV. */
export function table(columns: readonly string[], rows: readonly Cell[][]): string {
  return [columns, ...rows].map(csvRow).join('')
}
