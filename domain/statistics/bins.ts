// A histogram whose bins grow with the wait: what readers could tell apart is kept apart. Counted in half-minutes, since
// the middle of a wait known to lie between two whole minutes may be a half. 256 bins an octave (method 1, section 4, takes
// 128 of minutes): below 512 half-minutes each has a bin of its own, above a bin is at most 1/256 of its waits wide.

/** The bin of a wait in minutes (≥ 0, whole or half). */
export function binOf(minutes: number): number {
  const halves = Math.round(minutes * 2)
  if (halves < exact) return halves
  const shift = 23 - Math.clz32(halves)
  return perOctave * shift + (halves >>> shift)
}

/**
 * The minutes for which a bin stands. Below 256 exactly those that went in, below 512 to the half-minute; above, the whole
 * minute in it that people would say: a whole day, hour, half hour, ten or five minutes, else its middle. Never more than
 * 0.4 % from what went in.
 */
export function minutesOf(bin: number): number {
  if (bin < exact) return bin / 2
  const shift = Math.floor(bin / perOctave) - 1
  const from = (perOctave + bin % perOctave) * 2 ** (shift - 1)
  const to = from + 2 ** (shift - 1) - 1
  const middle = Math.floor((from + to) / 2)
  for (const round of roundMinutes) {
    const near = Math.round(middle / round) * round
    if (near >= from && near <= to) return near
  }
  return middle
}

const perOctave = 256
const exact = 2 * perOctave

const roundMinutes = [1440, 60, 30, 10, 5]
