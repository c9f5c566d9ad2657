import { closeDatabase, write } from '@/db/connection'
import { siteValues } from '@/db/schema'

// Eight at once write values under names of their own until somebody ends the process, and say each name once they have
// been told that it is stored. Every fifth thinks better of it.

async function writeOn(who: number): Promise<void> {
  for (let n = 0; ; n++) {
    const name = `${who}/${n}`
    try {
      await write(async tx => {
        await tx.insert(siteValues).values({ name, value: n, updatedAt: n })
        if (n % 5 === 4) throw new Error('no')
      })
      console.log(name)
    } catch (error) {
      if ((error as Error).message !== 'no') throw error
    }
  }
}

process.on('SIGTERM', () => void closeDatabase().then(() => process.exit(0)))
void Promise.all(Array.from({ length: 8 }, (_, who) => writeOn(who)))
