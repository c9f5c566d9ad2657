export type Cell = string | number | boolean | null | undefined | readonly string[]

// A spreadsheet runs a cell that begins like this as a formula; the full-width signs are the same to it.
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * One row of CSV (RFC 4180) with its line end. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, CSV injection); a list is written with `|` between its codes; nothing is an empty cell.
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = typeof cell === 'string' ? cell : cell.join('|')
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
