import { Worker } from 'node:worker_threads'

/** The room where errands are done (thread.ts). It looks after itself; when it ends by itself, it is opened again. */
export function openOutboxRoom(): { end: () => Promise<void> } {
  let isEnding = false
  let thread = open()
  return {
    end: async () => {
      isEnding = true
      const ended = new Promise(resolve => thread.once('message', resolve).once('exit', resolve))
      thread.postMessage('end')
      // What is still under way is done again when its lease has ended.
      await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 4_000))])
      await thread.terminate()
    },
  }

  function open(): Worker {
    const opened = new Worker(new URL('./thread.mjs', import.meta.url), { execArgv: [] })
    opened.on('error', error => console.error('The thread of errands failed:', error))
    opened.once('exit', () => {
      if (!isEnding) setTimeout(() => { if (!isEnding) thread = open() }, 5_000).unref()
    })
    return opened
  }
}
