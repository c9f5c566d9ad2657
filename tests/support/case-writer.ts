import { once } from 'node:events'
import { closeDatabase } from '@/db/connection'
import { acts, newHistory } from './history'

// One of several processes that change cases at once: says "ready", waits for a line, does as many acts as told and says
// how many. Arguments: a seed of its own, how many acts, now.
const [seed, count, now] = process.argv.slice(2) as [string, string, string]
const act = await newHistory({ seed, now: Number(now), cases: Number(count) })

console.log('ready')
await once(process.stdin, 'data')
let which = seed.length
for (let done = 0; done < Number(count); done++) {
  which = (which * 1_103_515_245 + 12_345) % 2_147_483_648
  await act(which % 2 === 0 ? 'report' : acts[which % acts.length]!, which)
}
console.log(count)
await closeDatabase()
process.exit(0)
