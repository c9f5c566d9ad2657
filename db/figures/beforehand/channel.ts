import type { CountedQuestion } from './question'

// Threads of one program hear each other by a name. Whoever asks does not know who counts, nor whether anybody does: a question
// that nobody hears is asked again with the next page.

const name = 'guoshen counts figures'

/**
 * What is to be done: a question to be answered, of which there was no answer at `missingAt` (epoch milliseconds), or the forecast on a
 * case to be made and written down.
 */
export type Ask = (CountedQuestion & { missingAt?: number }) | { forecast: number }

const shared = globalThis as typeof globalThis & { guoshenAsksToCount?: BroadcastChannel }

export function askToCount(ask: Ask): void {
  if (!shared.guoshenAsksToCount) {
    shared.guoshenAsksToCount = new BroadcastChannel(name)
    ;(shared.guoshenAsksToCount as unknown as { unref: () => void }).unref()
  }
  shared.guoshenAsksToCount.postMessage(ask)
}

/** Hears what others ask; answers how to stop. */
export function hearWhatToCount(heard: (ask: Ask) => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.onmessage = event => heard((event as MessageEvent<Ask>).data)
  return () => channel.close()
}
