/** A stream of chance that its seed determines wholly: the same words give the same numbers, everywhere, always. */
export type Random = {
  /** At least 0, less than 1. */
  unit: () => number
  chance: (probability: number) => boolean
  /** A whole number, both ends included. */
  whole: (least: number, most: number) => number
  one: <T>(list: readonly T[]) => T
  /** One of the keys, as often as its weight says; weights need not add to 1. */
  weighted: <Key extends string>(weights: Readonly<Partial<Record<Key, number>>>) => Key
  /** Log-normal: half lie below `median`, and two thirds within a factor of e^sigma of it. */
  around: (median: number, sigma: number) => number
  exponential: (mean: number) => number
}

/** One stream a purpose, so that one more draw in one place changes nothing in another. */
export function randomFrom(...seed: readonly (string | number)[]): Random {
  const unit = sfc32(seed.join('/'))
  const random: Random = {
    unit,
    chance: probability => unit() < probability,
    whole: (least, most) => least + Math.floor(unit() * (most - least + 1)),
    one: list => list[Math.floor(unit() * list.length)]!,
    weighted: weights => pick(weights, unit()),
    around: (median, sigma) => median * Math.exp(sigma * normal(unit)),
    exponential: mean => -mean * Math.log(1 - unit()),
  }
  return random
}

function pick<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>, unit: number): Key {
  const entries = Object.entries(weights) as [Key, number][]
  let left = unit * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  return entries.at(-1)![0]
}

/** Standard normal from two uniform numbers (Box & Muller 1958). */
function normal(unit: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())
}

/**
 * sfc32, "small fast counter" (Chris Doty-Humphrey, PractRand 0.94): 128 bits of state, passes its author's own tests.
 * Its words come from the text by FNV-1a (Fowler, Noll, Vo); the first twelve numbers mix them and are thrown away.
 */
function sfc32(text: string): () => number {
  let [a, b, c, d] = [fnv(`a${text}`), fnv(`b${text}`), fnv(`c${text}`), 1]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
