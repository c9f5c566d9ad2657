/** One record of a CSV file: the line it begins on (from 1) and its cells. */
export type CsvRecord = { line: number, cells: string[] }

/** A table that cannot be read; the message is one sentence that names the line, and the column where there is one. */
export class TableFault extends Error {
  constructor(line: number, column: string | null, said: string) {
    super(`Line ${line}${column === null ? '' : `, column ${column}`}: ${said}.`)
  }
}

/**
 * The records of a CSV text (RFC 4180): LF, CR or CRLF ends, quoted cells with doubled quotes and line ends inside, with or
 * without a byte order mark and a last line end. Blank lines are no records.
 * @throws TableFault on a quote that is never closed, or text after one that is
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let at = text.startsWith('\ufeff') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [] }
    for (let more = true; more;) {
      const quoted = text[at] === '"'
      const end = quoted ? closingQuote(text, at, line) + 1 : plainEnd(text, at)
      const cell = quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end)
      if (quoted) line += (cell.match(/\r\n|\r|\n/g) ?? []).length
      record.cells.push(cell)
      more = text[end] === ','
      if (quoted && end < text.length && !/[,\r\n]/.test(text[end]!)) {
        throw new TableFault(line, String(record.cells.length), 'there is text behind a closing quote')
      }
      at = more ? end + 1 : end + (text.startsWith('\r\n', end) ? 2 : 1)
    }
    line++
    if (record.cells.length > 1 || record.cells[0]!.trim() !== '') yield record
  }
}

function plainEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 44 || code === 10 || code === 13) break
  }
  return at
}

function closingQuote(text: string, open: number, line: number): number {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at)
    if (at === -1) throw new TableFault(line, null, 'a quote is opened and never closed')
    if (text[at + 1] !== '"') return at
  }
}
