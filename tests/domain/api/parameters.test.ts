import { describe, expect, test } from 'vitest'
import { endpoints } from '@/domain/api/endpoints'
import { filterParameters, readParameters } from '@/domain/api/parameters'
import { filterNames } from '@/domain/case/filter'

const { parameters } = endpoints.cases
const ask = (query: string) => readParameters(new URLSearchParams(query), parameters)

describe('The parameters of a list of cases', () => {
  test('are the 10 filters of the page, by the same names, and sort, after and limit', () => {
    expect(Object.keys(filterParameters).sort()).toEqual([...filterNames].sort())
    expect(Object.keys(parameters)).toHaveLength(filterNames.length + 3)
  })

  test('left out mean no filter, the newest first and 20 a page', () => {
    expect(ask('')).toEqual({ ok: true, asked: { sort: 'newest', limit: 20 }, filter: {} })
    expect(ask('process=&limit=')).toEqual(ask(''))
  })

  test('narrow by process, tag and month, and 100 is the largest page', () => {
    expect(ask('process=filing&tag=joke&month=2023-11&limit=100&sort=agreed')).toMatchObject({
      ok: true, filter: { process: 'filing', tag: 'joke', month: '2023-11' }, asked: { limit: 100, sort: 'agreed' },
    })
  })

  test('with 2 wrong values are unreadable, and each is named with the values it takes', () => {
    expect(ask('process=passport&month=2023-13&subject=personal')).toEqual({
      ok: false,
      problem: 'unreadable_value',
      errors: [
        {
          parameter: 'process', code: 'not_in_list',
          allowed: ['certification', 'renewal', 'filing', 'rename', 'code_review'],
        },
        { parameter: 'month', code: 'wrong_form' },
      ],
    })
  })

  test('go on after what a page before may have ended with, and after no number that no case can have', () => {
    for (const after of ['1', '2147483647', '1732400000000-2147483647', '0-1']) expect([after, ask(`after=${after}`).ok]).toEqual([after, true])
    for (const after of ['0', '2147483648', '999999999999999', '1-2147483648', '1-0', '9999999999999999-1', '-1', '1-']) {
      expect([after, ask(`after=${after}`)]).toEqual([after, { ok: false, problem: 'unreadable_value', errors: [{ parameter: 'after', code: 'wrong_form' }] }])
    }
  })

  test.each(['0', '101', '9999'])('do not take %s for a page', limit => {
    expect(ask(`limit=${limit}`)).toMatchObject({ ok: false, errors: [{ parameter: 'limit', code: 'out_of_range' }] })
  })

  test.each(['-1', '1e1', ' 5', '0x10', '12345'])('do not take “%s” for a number', limit => {
    expect(ask(new URLSearchParams({ limit }).toString())).toMatchObject(
      { ok: false, errors: [{ parameter: 'limit', code: 'wrong_form' }] })
  })

  test.each(['colour', '__proto__', 'constructor', 'toString'])('do not hold %s', name => {
    const read = ask(`${name}=x&process=filing`)
    expect(read).toMatchObject(
      { ok: false, problem: 'bad_request', errors: [{ parameter: name, code: 'unknown_parameter' }] })
  })

  test('given twice are one problem, even with the same value', () => {
    expect(ask('process=filing&process=filing&limit=5')).toEqual(
      { ok: false, problem: 'bad_request', errors: [{ parameter: 'process', code: 'given_twice' }] })
  })
})

describe('The parameters of a figure', () => {
  test('left out mean first certifications told by 1 layer, people’s own', () => {
    const read = readParameters(new URLSearchParams(), endpoints.durations.parameters)
    expect(read).toMatchObject({ ok: true, asked: { process: 'certification', layer: 'own' } })
  })

  test('of names leave out code review, where no name is judged', () => {
    const read = readParameters(new URLSearchParams('process=code_review'), endpoints.names.parameters)
    const allowed = ['certification', 'renewal', 'filing', 'rename']
    expect(read).toMatchObject({ ok: false, errors: [{ parameter: 'process', allowed }] })
  })
})
