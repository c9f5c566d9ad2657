import { parentPort, workerData } from 'node:worker_threads'
import { backUpHourly } from './hourly'

// Checking a copy reads all of it and waits for nobody, so it has a thread of its own, which ends when it is done.

const { file } = workerData as { file: string }
try {
  const made = await backUpHourly(file, Date.now())
  parentPort!.postMessage({ made })
} catch (error) {
  parentPort!.postMessage({ failed: (error as Error).message })
}
