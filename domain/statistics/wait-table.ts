import { csvRecords, TableFault, type CsvRecord } from '../text/csv-records'
import type { Observation } from './counts'

/** One line of a table of waits; `group` and `stratum` are empty where the table has no such column. */
export type Wait = Observation & { group: string, stratum: string }

/** `late` lines say nothing, since observation began only when they ended or after; `firstLate` is the first of them. */
export type WaitTable = { waits: Wait[], grouped: boolean, late: number, firstLate: number | null }

const needed = ['time', 'status'] as const
const known = [...needed, 'entry', 'group', 'stratum'] as const
/** Columns that say where a row comes from; they change nothing. */
const ignored = ['case', 'round']

/** Far more ways to end than any process has; a larger number is a slip of the columns. */
const mostCauses = 99

type Column = (typeof known)[number]

/**
 * Reads a table of waits, one a line: `time` (≥ 0) and `status` (0 still waiting, 1, 2, … the way it ended), and where there
 * are such columns `entry` (empty: watched from the start), `group` and `stratum`; in any order, `case` and `round` aside.
 * Rows whose entry is not before their time are left out, as R leaves them out.
 * @throws TableFault naming line and column
 */
export function readWaits(csv: string): WaitTable {
  const records = csvRecords(csv)
  const head = records.next().value as CsvRecord | undefined
  const columns = columnsOf(head)
  const place = (column: Column) => columns.indexOf(column)
  const [time, status, entry, group, stratum] =
    [place('time'), place('status'), place('entry'), place('group'), place('stratum')]
  const waits: Wait[] = []
  let [late, firstLate]: [number, number | null] = [0, null]
  for (const { line, cells } of records) {
    if (cells.length !== columns.length) throw new TableFault(line, null, `it has ${counted(cells.length, 'cell')}, the head ${columns.length}`)
    const wait: Wait = {
      time: timeIn(cells[time]!, line),
      cause: causeIn(cells[status]!, line),
      group: cells[group]?.trim() ?? '',
      stratum: cells[stratum]?.trim() ?? '',
    }
    const entered = cells[entry]?.trim() ?? ''
    if (entered !== '') wait.entry = numberIn(entered, line, 'entry')
    if (wait.entry === undefined || wait.entry < wait.time) waits.push(wait)
    else {
      late++
      firstLate ??= line
    }
  }
  return { waits, grouped: group !== -1, late, firstLate }
}

function columnsOf(head: CsvRecord | undefined): string[] {
  if (!head) throw new TableFault(1, null, `the table is empty, it needs the columns ${needed.join(' and ')}`)
  const columns = head.cells.map(cell => cell.trim())
  for (const [at, column] of columns.entries()) {
    if (![...known, ...ignored].includes(column)) {
      throw new TableFault(head.line, column || String(at + 1), `there is no such column, only ${[...known, ...ignored].join(', ')}`)
    }
    if (columns.indexOf(column) < at) throw new TableFault(head.line, column, 'it is there twice')
  }
  for (const column of needed) {
    if (!columns.includes(column)) throw new TableFault(head.line, column, 'it is missing')
  }
  return columns
}

function timeIn(cell: string, line: number): number {
  const time = numberIn(cell, line, 'time')
  if (time < 0) throw new TableFault(line, 'time', `a wait cannot be shorter than nothing, like ${cell.trim()}`)
  return time
}

function causeIn(cell: string, line: number): number {
  const cause = numberIn(cell, line, 'status')
  if (!Number.isInteger(cause) || cause < 0 || cause > mostCauses) {
    throw new TableFault(line, 'status', `it must be 0 or a whole number up to ${mostCauses}, not ${cell.trim()}`)
  }
  return cause
}

function numberIn(cell: string, line: number, column: Column): number {
  const text = cell.trim()
  const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  if (!Number.isFinite(number)) throw new TableFault(line, column, text === '' ? 'it is empty' : `"${text.slice(0, 40)}" is no number`)
  // Minus nothing is nothing.
  return number + 0
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
