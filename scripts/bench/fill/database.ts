import { statSync } from 'node:fs'
import { randomFrom } from '../../../domain/simulation/random'
import { closeDatabase, write } from '../../../db/connection'
import { rebuildCells } from '../../../db/figures/cells/recount'
import { migrateDatabase } from '../../../db/migrate'
import { openBulk } from './bulk'
import { echo } from './echo'
import { writePortion } from './portion'
import { furnish, moderators, siteOn, type Site } from './site'
import { threadSizes } from './thread'

export type Filling = {
  file: string
  cases: number
  replies: number
  seed: string
  /** Epoch milliseconds. */
  now: number
  /** So many cases are simulated, the others are echoes of them; of so many a whole number of blocks is made. */
  simulated?: number
  say?: (sentence: string) => void
}

const day = 86_400_000
/** The first cases were told this long before the last; on top comes what their tellers remember (domain/simulation/world.ts). */
const grewFor = 728
const remembered = 426
const [mostAtOnce, portionsAtLeast] = [5000, 20]

/**
 * Makes a database at `file` that holds so many cases and replies, as if people had written them through the site until
 * `now`: the same for the same seed. Rows come from the functions that the site uses, but go in past its transactions, indexes
 * and search, which are made at the end, as are the cells of the figures. DATABASE_URL must name the file. Left out are only
 * what forms leave behind (keys, drafts), sessions and forecasts.
 */
export async function fillDatabase(
  { file, cases, replies, seed, now, simulated = 100_000, say = () => undefined }: Filling,
): Promise<void> {
  const began = performance.now()
  const tell = (what: string) => say(`${clock(began)}  ${String(Math.round(statSync(file).size / 1e6)).padStart(6)} MB  ${what}`)
  const blocks = Math.max(1, Math.round(cases / simulated))
  if (cases % blocks !== 0 || replies % blocks !== 0) throw new RangeError(`${cases} cases and ${replies} replies are not ${blocks} times as many`)
  await migrateDatabase(`file:${file}`)
  const tags = await furnish(now - (grewFor + remembered) * day)
  await closeDatabase()

  const bulk = openBulk(file)
  const every = Math.floor(grewFor / blocks) * day
  const site = siteOn(bulk, tags, { seed, now: now - (blocks - 1) * every, replies })
  fillBlock(site, { cases: cases / blocks, replies: replies / blocks, grewFor: every }, tell)
  echo(bulk, { people: site.people - moderators, cases: site.cases, replies: site.replies, every }, blocks - 1, tell)
  bulk.finish(tell)

  tell('cells of the figures')
  await write(tx => rebuildCells(tx, now))
  await closeDatabase()
  tell('done')
}

function fillBlock(site: Site, { cases, replies, grewFor }: { cases: number; replies: number; grewFor: number }, tell: (what: string) => void): void {
  const size = Math.min(mostAtOnce, Math.ceil(cases / portionsAtLeast))
  const portions = Math.ceil(cases / size)
  const sizes = threadSizes(cases, replies, randomFrom(site.seed, 'threads'))
  for (let n = 0; n < portions; n++) {
    const [from, to] = [n * size, Math.min(cases, (n + 1) * size)]
    const then = site.now - Math.round((portions - 1 - n) * grewFor / portions)
    site.bulk.together(() => writePortion(site, { n, cases: to - from, now: then, sizes: sizes.subarray(from, to) }))
    if (n % 5 === 4 || n === portions - 1) tell(`${site.cases} cases, ${site.replies} replies, ${site.people} people`)
  }
}

function clock(began: number): string {
  const seconds = Math.round((performance.now() - began) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`.padStart(6)
}
