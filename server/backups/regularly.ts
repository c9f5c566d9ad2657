import { Worker } from 'node:worker_threads'

const lookEvery = 300_000

type Said = { made: string | null } | { failed: string }

/** Has the SQLite file backed up once an hour from now on; answers how to end that. The first look comes after five minutes. */
export function backUpRegularly(file: string): () => Promise<void> {
  let thread: Worker | null = null
  let complaint = ''
  const look = () => {
    if (thread) return
    thread = new Worker(new URL('./thread.mjs', import.meta.url), { execArgv: [], workerData: { file } })
    thread.unref()
    thread.once('message', (said: Said) => {
      // The same complaint is made once, not every five minutes.
      const failed = 'failed' in said ? said.failed : ''
      if (failed && failed !== complaint) console.error(`No backup was made: ${failed}.`)
      complaint = failed
    })
    thread.on('error', error => console.error('The thread of backups failed:', error))
    thread.once('exit', () => { thread = null })
  }
  const timer = setInterval(look, lookEvery)
  timer.unref()
  return async () => {
    clearInterval(timer)
    // A copy that is half done has no name yet, and is begun anew the next time.
    await thread?.terminate()
  }
}
