import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * What the answer under way may be read from. Outside of any such answer everything is read from the primary, and so is
 * whatever is remembered for others: only who asks for himself alone is answered from a replica.
 */
export type Answering = {
  /** Whether it may be a blink old (`mostBehind` in db/engines/replicas.ts); no longer so once it has written. */
  mayBeBehind: boolean
  /** Whether it has written something. */
  wrote: boolean
}

// Next bundles this module several times in one process.
const shared = globalThis as typeof globalThis & { guoshenAnswering?: AsyncLocalStorage<Answering> }
const answers = (shared.guoshenAnswering ??= new AsyncLocalStorage<Answering>())

/** Runs what makes an answer; all it reads and writes, however late, is told by `answering`. */
export function answerWith<Result>(answering: Answering, work: () => Result): Result {
  return answers.run(answering, work)
}

export function answerMayBeBehind(): boolean {
  return answers.getStore()?.mayBeBehind ?? false
}

/** Whoever has written reads his own write: from now on this answer is read from the primary. */
export function noteWrite(): void {
  const answering = answers.getStore()
  if (answering) Object.assign(answering, { wrote: true, mayBeBehind: false })
}
