// `npm run move -- --from URL --to URL [--rehearsal]`: brings a forum from one database to another while it runs, and
// closes the first for writes at the end. `npm run move -- --reopen URL` opens that one again.
import { parseArgs } from 'node:util'
import { moveForum, reopenForum } from '../db/move/move'
import { nameOf } from '../db/move/side'
import { Refusal } from '../server/refusal'
import { endRefused } from './refusal'

const usage = 'Say from where to where: npm run move -- --from file:data/guoshen.db --to postgres://USER@HOST/NAME [--rehearsal], or --reopen URL'

move().catch(endRefused)

async function move(): Promise<void> {
  const { from, to, rehearsal, reopen } = askedFor()
  if (reopen) {
    await reopenForum(reopen)
    return console.error(`${nameOf(reopen)} takes writes again.`)
  }
  if (!from || !to) throw new Refusal(2, usage)
  if (from === to) throw new Refusal(2, 'A forum cannot be moved to where it is.')
  const moved = await moveForum(from, to, { say: console.error, rehearsal })
  console.error(rehearsal
    ? 'The copy holds what the forum held, compared table by table. The forum goes on where it was.'
    : `The forum is at ${nameOf(to)}, compared table by table. Set DATABASE_URL to it and start; ${nameOf(from)} is closed for writes.`)
  console.log(JSON.stringify({ from: nameOf(from), to: nameOf(to), rehearsal: rehearsal ?? false, ...moved }))
}

function askedFor() {
  try {
    const text = { type: 'string' } as const
    return parseArgs({ options: { from: text, to: text, reopen: text, rehearsal: { type: 'boolean' } } }).values
  } catch (error) {
    throw new Refusal(2, `${(error as Error).message}. ${usage}`)
  }
}
