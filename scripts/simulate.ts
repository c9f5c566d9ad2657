// `npm run simulate -- bias|coverage [--runs N]`: holds the method against a truth that is known. Seeded: the same numbers
// every time. `npm run --silent simulate -- bias > domain/simulation/bias-table.json` makes what /method shows.
import { biasTable } from './simulate-bias'
import { coverageTable, lineOf } from './simulate-coverage'

const [which, ...rest] = process.argv.slice(2)
const runs = Number(rest[rest.indexOf('--runs') + 1])

if (which === 'bias') {
  console.log(JSON.stringify(biasTable(runs || 60, 3000), null, 2))
} else if (which === 'coverage') {
  const lines = coverageTable(runs || 1000)
  for (const line of lines) console.log(lineOf(line))
  if (lines.some(({ held }) => held < 0.93 || held > 0.97)) process.exitCode = 1
} else {
  console.error('npm run simulate -- bias|coverage [--runs N]')
  process.exitCode = 2
}
