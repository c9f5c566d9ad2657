// `npm run score-thread [-- --show]`: how well facts are read from comments of old threads, by field, on the labelled ones.
import { readFileSync } from 'node:fs'
import { proposedFor, scoreOf, type Labelled, type Score } from '../domain/thread-import/score'
import type { Estimate } from '../domain/statistics/wilson'

const show = process.argv.includes('--show')

for (const part of ['development', 'held-out']) {
  const labelled = readFileSync(`tests/labelled/${part}.ndjson`, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Labelled)
  console.log(`\n${part}: ${labelled.length} comments\n`)
  console.log('| field | precision (95 %) | recall (95 %) |\n|---|---|---|')
  for (const score of scoreOf(labelled)) console.log(lineOf(score))
  // Only where rules may be tuned: looking at the held-out part would end its use.
  if (show && part === 'development') for (const it of labelled) showMistakes(it)
}

function lineOf({ field, right, proposed, there, precision, recall }: Score): string {
  return `| ${field} | ${right}/${proposed} ${said(precision)} | ${right}/${there} ${said(recall)} |`
}

function said(share: Estimate | null): string {
  const percent = (value: number) => Math.round(value * 100)
  return share ? `= ${percent(share.value)} % (${percent(share.lower)}–${percent(share.upper)})` : ''
}

function showMistakes(it: Labelled): void {
  const proposed = proposedFor(it)
  const missed = it.facts.filter(fact => !proposed.includes(fact))
  const wrong = proposed.filter(fact => !it.facts.includes(fact))
  if (missed.length + wrong.length > 0) console.log(`${it.id} ${it.text}\n  missed: ${missed.join(' ')}\n  wrong: ${wrong.join(' ')}`)
}
