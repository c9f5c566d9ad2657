import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from '@/scripts/json-command'

test('what is written piece by piece is what JSON.stringify says of the whole', () => {
  fc.assert(fc.property(fc.jsonValue(), value => { expect([...piecesOf(value)].join('')).toBe(JSON.stringify(value)) }))
})

test('40,000 numbers, one of them none, come in 3 pieces that join without a seam', () => {
  const numbers = Array.from({ length: 40_000 }, (_, at) => (at === 20_000 ? NaN : at / 7))
  const pieces = [...piecesOf({ numbers, empty: [], nothing: {} })]
  expect(pieces.filter(it => it.length > 1000)).toHaveLength(3)
  expect(pieces.join('')).toBe(JSON.stringify({ numbers, empty: [], nothing: {} }))
})
