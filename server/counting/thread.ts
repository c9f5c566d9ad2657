import { parentPort } from 'node:worker_threads'
import { closeDatabase } from '../../db/connection'
import { hearWhatToCount } from '../../db/figures/beforehand/channel'
import { Counter } from '../../db/figures/beforehand/counter'

// Figures of very many cases take seconds to count. They have a thread of their own, so that this delays neither pages nor errands,
// and so that its memory ends with it.

process.on('unhandledRejection', reason => console.error(reason))

// With nothing to do it looks again after this long, and at once when somebody asks.
const lookEvery = 2_000

const counter = new Counter()
let isEnding = false
let wake = () => undefined as void
const stopHearing = hearWhatToCount(ask => {
  counter.hear(ask, Date.now())
  wake()
})
const counted = count()

parentPort!.once('message', async () => {
  isEnding = true
  stopHearing()
  wake()
  await counted
  await closeDatabase()
  parentPort!.postMessage('ended')
})

async function count(): Promise<void> {
  for (let isOpen = false; !isEnding;) {
    try {
      if (!isOpen) await counter.open(Date.now())
      isOpen = true
      if (await counter.next(Date.now())) continue
    } catch (error) {
      console.error('Figures are not counted for now:', error)
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, lookEvery)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
