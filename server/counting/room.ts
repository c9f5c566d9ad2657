import { isDatabaseAway } from '../../db/away'
import { read } from '../../db/connection'
import { areManyCases } from '../../db/figures/beforehand/many'
import { openThreadRoom, type ThreadRoom } from '../thread-room'

// What it holds for one question at most; one that needs more ends this thread and nothing else.
const resourceLimits = { maxOldGenerationSizeMb: 3_000 }
const lookEvery = 60_000

/** The room where figures of very many cases are counted (thread.ts): opened once there are so many, since a thread takes its room. */
export function openCountingRoom(): ThreadRoom {
  let room: ThreadRoom | null = null
  const look = async () => {
    try {
      if (room || !await areManyCases(await read())) return
      room = openThreadRoom('figures', new URL('./thread.mjs', import.meta.url), resourceLimits)
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
