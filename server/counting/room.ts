import { isDatabaseAway } from '../../db/away'
import { read } from '../../db/connection'
import { areManyCases, countUpTo } from '../../db/figures/beforehand/many'
import { openThreadRoom, type ThreadRoom } from '../thread-room'

// What it holds for one question at most, in megabytes: so many for each million cases, and as many where there are fewer. A question
// that needs more ends this thread and nothing else.
const memoryOf = (cases: number) => Math.ceil(1000 * Math.max(1, cases / 1_000_000))
const lookEvery = 60_000

/** The room where figures of very many cases are counted (thread.ts): opened once there are so many, since a thread takes its room. */
export function openCountingRoom(): ThreadRoom {
  let room: ThreadRoom | null = null
  const look = async () => {
    try {
      const database = await read()
      if (room || !await areManyCases(database)) return
      const limits = { maxOldGenerationSizeMb: memoryOf(await countUpTo(database)) }
      room = openThreadRoom('figures', new URL('./thread.mjs', import.meta.url), limits)
      clearInterval(looking)
    } catch (error) {
      if (!isDatabaseAway(error)) console.error(error)
    }
  }
  const looking = setInterval(look, lookEvery)
  const first = look()
  return {
    end: async () => {
      clearInterval(looking)
      await first
      await room?.end()
    },
  }
}
