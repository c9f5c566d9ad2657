import type { Source } from '../codes'

// Cases of different origin are different evidence, so a reader chooses and every figure says which it shows.
export const layers = ['own', 'thread', 'all'] as const
export type Layer = (typeof layers)[number]

const sourcesIn: Record<Layer, readonly Source[]> = {
  own: ['own', 'demonstration'],
  thread: ['thread'],
  all: ['own', 'observed', 'thread', 'demonstration'],
}

export function sourcesOf(layer: Layer): readonly Source[] {
  return sourcesIn[layer]
}

/** What the layers are made of: no case is in two of them, so that counts of a layer are sums over its parts. */
export type Part = 'own' | 'thread' | 'observed'

const partsIn: Record<Layer, readonly Part[]> = { own: ['own'], thread: ['thread'], all: ['own', 'observed', 'thread'] }

export function partsOf(layer: Layer): readonly Part[] {
  return partsIn[layer]
}

export function partOf(source: Source): Part {
  if (sourcesIn.own.includes(source)) return 'own'
  return source === 'thread' ? 'thread' : 'observed'
}

/** A machine's case never counts, a demonstration only where everything is one. */
export function mayCount(source: Source, demonstration: boolean): boolean {
  return source !== 'machine' && (source !== 'demonstration' || demonstration)
}
