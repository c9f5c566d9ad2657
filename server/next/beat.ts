import type { Change } from '../../db/changes/noting'

// What the thread of Next and that of the door have in common, so that the door knows at once and without asking: how many
// changes were told so far, and when Next's thread last turned to its clock.
const told = 0
const turned = 1

/** Milliseconds between two turns to the clock. */
export const beatEvery = 20

export type SharedBeat = Int32Array<SharedArrayBuffer>

export function newBeat(): SharedBeat {
  const beat = new Int32Array(new SharedArrayBuffer(8))
  beat[turned] = clock()
  return beat
}

export function countTold(beat: SharedBeat): void {
  Atomics.add(beat, told, 1)
}

export function toldSoFar(beat: SharedBeat): number {
  return Atomics.load(beat, told)
}

export function turnToClock(beat: SharedBeat): void {
  Atomics.store(beat, turned, clock())
}

/** Milliseconds by which the other thread is late in turning to its clock. */
export function lateness(beat: SharedBeat): number {
  return Math.max(0, ((clock() - Atomics.load(beat, turned)) | 0) - beatEvery)
}

// Fits into 32 bits, and wraps every fifty days.
function clock(): number {
  return Date.now() | 0
}

/** What the thread of Next is started with. */
export type ThreadOrders = { socket: string; port: number; beat: SharedBeat; changes: import('node:worker_threads').MessagePort }
export type ThreadWord = 'ready' | 'ended' | { refused: string }
export type ToldChange = Change
