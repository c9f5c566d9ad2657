import { closeDatabase } from '../db/connection'
import { sqliteFile } from '../db/engines/sqlite'
import type { Settings } from '../domain/settings'
import { Door } from './door'
import { lookEvery, Valve } from './limits/valve'
import type { Once } from './making'
import { Memory } from './memory/memory'
import { Watch } from './memory/watch'
import { openNextRoom } from './next/room'
import { backUpRegularly } from './backups/regularly'
import { openCountingRoom } from './counting/room'
import { openOutboxRoom } from './outbox/room'
import type { Answer, Site } from './site'
import { sweepRegularly } from './sweeper'

/** How requests are answered from now on, and what is to be done when that ends. */
export type Opened = { answer: Answer; close: () => Promise<void> }

/** The built site: the door in this thread, Next in another. */
export async function openHouse(settings: Settings, site: Site): Promise<Opened> {
  // A PostgreSQL inside a process belongs to one thread: to Next's, and nobody else can write to it.
  const isOurs = process.env.DATABASE_URL?.startsWith('pglite:') ?? false
  if (isOurs) await closeDatabase()
  const room = await openNextRoom(site.port, !isOurs, reason => {
    console.error(isOurs ? 'The thread that makes pages has ended, and the data with it.'
      : 'The thread that makes pages ended again and again within a minute, or could not be started anew; this program ends.')
    console.error(reason)
    process.exit(15)
  })
  const errands = isOurs ? null : openOutboxRoom()
  const counting = isOurs ? null : openCountingRoom()
  const isFile = process.env.DATABASE_URL?.startsWith('file:') ?? false
  const endBackups = isFile && settings.BACKUPS ? backUpRegularly(sqliteFile(process.env.DATABASE_URL!)) : null
  const memory = new Memory<Once>(settings.PAGE_MEMORY_MB * 1024 * 1024)
  const watch = isOurs ? null : new Watch((topics, ago) => memory.changed(topics, ago), () => memory.forgetEverything())
  await watch?.start()
  const valve = new Valve(room.underWay)
  const stopSweeping = isOurs ? () => undefined : sweepRegularly()
  const turning = lookRegularly(valve, room.lateness)
  const door = new Door({ settings, room, memory, watch, valve, isDraining: site.isDraining })
  return {
    answer: (request, response) => door.open(request, response),
    close: async () => {
      clearInterval(turning)
      stopSweeping()
      watch?.stop()
      await endBackups?.()
      await Promise.all([errands?.end(), counting?.end()])
      await room.end()
      await closeDatabase()
    },
  }
}

function lookRegularly(valve: Valve, lateness: () => number): NodeJS.Timeout {
  let expected = performance.now() + lookEvery
  return setInterval(() => {
    const own = Math.max(0, performance.now() - expected)
    expected = performance.now() + lookEvery
    valve.look(Math.max(own, lateness()))
  }, lookEvery)
}
