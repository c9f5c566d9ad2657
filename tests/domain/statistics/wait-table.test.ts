import { describe, expect, test } from 'vitest'
import { readWaits } from '../../../domain/statistics/wait-table'

describe('A table of waits', () => {
  test('is read with a byte order mark, CRLF, quotes, columns in any order and blank lines: 3 waits', () => {
    const { waits, grouped } = readWaits('\ufeffstatus,group,"time",case\r\n1,"a, ""b""",3,17\r\n0,"two\nlines",4.5,18\r\n\r\n2.0,c,1e2,19')
    expect(grouped).toBe(true)
    expect(waits.map(({ time, cause, group }) => [time, cause, group])).toEqual([[3, 1, 'a, "b"'], [4.5, 0, 'two\nlines'], [100, 2, 'c']])
  })

  test('without entry, group and stratum watches everybody from the start, in one group', () => {
    expect(readWaits('time,status\n0,1\n')).toEqual(
      { waits: [{ time: 0, cause: 1, group: '', stratum: '' }], grouped: false, late: 0, firstLate: null })
  })

  test('leaves out who was not watched before the end, 2 of 4, as R does; an empty entry is from the start', () => {
    const { waits, late, firstLate } = readWaits('time,status,entry\n5,1,2\n5,1,5\n0,1,3\n0,1,')
    expect([waits.length, late, firstLate]).toEqual([2, 2, 3])
    expect(waits.map(({ entry }) => entry)).toEqual([2, undefined])
  })

  test.each([
    ['', 'Line 1: the table is empty'],
    ['time\n3', 'Line 1, column status: it is missing.'],
    ['time,status,colour\n', 'Line 1, column colour: there is no such column'],
    ['time,status,time\n', 'Line 1, column time: it is there twice.'],
    ['time,status\n3,1\n,0', 'Line 3, column time: it is empty.'],
    ['time,status\n3,x', 'Line 2, column status: "x" is no number.'],
    ['time,status\n3,1.5', 'Line 2, column status: it must be 0 or a whole number up to 99, not 1.5.'],
    ['time,status\n3,-1', 'Line 2, column status'],
    ['time,status\n-3,1', 'Line 2, column time: a wait cannot be shorter than nothing'],
    ['time,status\nInf,1', 'Line 2, column time: "Inf" is no number.'],
    ['time,status\n1e999,1', 'Line 2, column time: "1e999" is no number.'],
    ['time,status\n"a\nb",1', 'Line 2, column time'],
    ['status,time\n"\n1",3\n1,y', 'Line 4, column time: "y" is no number.'],
    ['time,status\n3,1,4', 'Line 2: it has 3 cells, the head 2.'],
    ['time,status\n"3,1', 'Line 2: a quote is opened and never closed.'],
    ['time,status\n"3"4,1', 'Line 2, column 1: there is text behind a closing quote.'],
  ])('%j is refused: %s', (csv, said) => {
    expect(() => readWaits(csv)).toThrow(said)
  })
})
