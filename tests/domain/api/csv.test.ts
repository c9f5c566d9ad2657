import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRow } from '@/domain/api/csv'

describe('A row of CSV', () => {
  test('separates 5 cells by 4 commas and leaves nothing for null', () => {
    expect(csvRow([1, 'two', null, true, ['a', 'b']])).toBe('1,two,,true,a|b\r\n')
  })

  test('quotes a cell with a comma, a line end or a quotation mark, which it doubles', () => {
    expect(csvRow(['a,b', 'a\nb', 'say "no"', ' kept '])).toBe('"a,b","a\nb","say ""no"""," kept "\r\n')
  })

  test.each([
    '=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")', '＝1+1', '-认证',
    '=cmd|\' /C calc\'!A0',
  ])('puts an apostrophe before %j', text => {
    expect(cellsOf(csvRow([text, 'end']))).toEqual([`'${text}`, 'end'])
  })

  test('leaves 3 harmless signs in the middle alone, and numbers below 0', () => {
    expect(csvRow(['a=b', '1-2', 'x@y', -5])).toBe('a=b,1-2,x@y,-5\r\n')
  })

  test('of any texts reads back as them, but for the apostrophe, and begins no cell as a formula', () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(texts, cells => {
      const read = cellsOf(csvRow(cells))
      expect(read.some(cell => /^[=+\-@\t\r]/.test(cell))).toBe(false)
      expect(read.map((cell, at) => (cell === cells[at] ? cell : cell.slice(1)))).toEqual(cells)
    }))
  })
})

/** Reads one record as RFC 4180 says, independently of how it was written. */
function cellsOf(record: string): string[] {
  const body = record.slice(0, -2)
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let at = 0; at < body.length; at++) {
    const sign = body[at]!
    if (quoted && sign === '"' && body[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1]
    else if (sign === '"') quoted = !quoted
    else if (sign === ',' && !quoted) [cell] = ['', cells.push(cell)]
    else cell += sign
  }
  return [...cells, cell]
}
