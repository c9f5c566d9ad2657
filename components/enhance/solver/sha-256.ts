// SHA-256 (FIPS 180-4) of one beginning with many ends, each in ASCII.

/** Answers hashes, in hexadecimal, of `start` and what it is given behind it. What is common to all is reckoned once. */
export function newDigest(start: string): (end: string) => string {
  const whole = start.length & ~63
  const common = new Uint32Array(initial)
  for (let at = 0; at < whole; at += 64) mix(common, start.slice(at, at + 64))
  const rest = start.slice(whole)
  const zeros = '\0'.repeat(64)
  return end => {
    const state = new Uint32Array(common)
    const text = rest + end
    const bits = (start.length + end.length) * 8
    const padded = text + '\x80' + zeros.slice(0, (119 - text.length % 64) % 64) + '\0\0\0\0'
      + String.fromCharCode(bits >>> 24, bits >>> 16 & 255, bits >>> 8 & 255, bits & 255)
    for (let at = 0; at < padded.length; at += 64) mix(state, padded.slice(at, at + 64))
    let hex = ''
    for (const word of state) hex += word.toString(16).padStart(8, '0')
    return hex
  }
}

const primes: number[] = []
for (let it = 2; primes.length < 64; it++) if (primes.every(prime => it % prime)) primes.push(it)
// The first 32 bits of the fraction of a root of a prime.
const fraction = (root: number) => (root % 1 * 2 ** 32) >>> 0
const initial = Uint32Array.from(primes.slice(0, 8), it => fraction(it ** 0.5))
const constants = Uint32Array.from(primes, it => fraction(it ** (1 / 3)))

const words = new Uint32Array(64)

function mix(state: Uint32Array, block: string): void {
  for (let i = 0; i < 16; i++) {
    const at = i * 4
    words[i] = block.charCodeAt(at) << 24 | block.charCodeAt(at + 1) << 16 | block.charCodeAt(at + 2) << 8 | block.charCodeAt(at + 3)
  }
  for (let i = 16; i < 64; i++) {
    const [early, late] = [words[i - 15]!, words[i - 2]!]
    words[i] = words[i - 16]! + words[i - 7]! + (turn(early, 7) ^ turn(early, 18) ^ early >>> 3) + (turn(late, 17) ^ turn(late, 19) ^ late >>> 10)
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + constants[i]! + words[i]! | 0
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0
    h = g
    g = f
    f = e
    e = d + one | 0
    d = c
    c = b
    b = a
    a = one + two | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + word
}

function turn(word: number, by: number): number {
  return word >>> by | word << 32 - by
}
