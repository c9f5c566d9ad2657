import { Worker, type ResourceLimits } from 'node:worker_threads'

/** A thread beside the others that works by itself. When it ends by itself, it is opened again. */
export type ThreadRoom = { end: () => Promise<void> }

/** @param what it does, for the log; @param file where it begins */
export function openThreadRoom(what: string, file: URL, resourceLimits?: ResourceLimits): ThreadRoom {
  let isEnding = false
  let thread = open()
  return {
    end: async () => {
      isEnding = true
      const ended = new Promise(resolve => thread.once('message', resolve).once('exit', resolve))
      thread.postMessage('end')
      // What is still under way is done again: errands when their lease has ended, figures when they are asked.
      await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 4_000))])
      await thread.terminate()
    },
  }

  function open(): Worker {
    const opened = new Worker(file, { execArgv: [], ...(resourceLimits && { resourceLimits }) })
    opened.on('error', error => console.error(`The thread of ${what} failed:`, error))
    opened.once('exit', () => {
      if (!isEnding) setTimeout(() => { if (!isEnding) thread = open() }, 5_000).unref()
    })
    return opened
  }
}
