import { expect, test } from 'vitest'
import { coverageTable, type Coverage } from '../../../scripts/simulate-coverage'

// The full table is `npm run simulate -- coverage`: 1,000 samples a line, all between 93 and 97 %. With 150, chance alone
// leaves the share of intervals that hold the truth within 95 % ± 3.3·√(.95·.05/150), that is from 89 % on.
const table = coverageTable(150)

test.each(table)('of 150 samples of $n the 95 % interval of "$what" holds the truth in as many as it promises', line => {
  expect(line.said).toBeGreaterThan(20)
  expect(Math.abs(line.held - 0.95)).toBeLessThan(3.3 * errorOf(line))
})

test('over all 22 lines together it is 95 % within 1.5 points', () => {
  expect(table.length).toBe(22)
  const said = table.reduce((sum, line) => sum + line.said, 0)
  const held = table.reduce((sum, line) => sum + line.held * line.said, 0)
  expect(Math.abs(held / said - 0.95)).toBeLessThan(0.015)
})

const errorOf = ({ said }: Coverage) => Math.sqrt(0.95 * 0.05 / said)
