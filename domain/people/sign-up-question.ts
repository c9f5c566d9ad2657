/** What a browser without our script is asked in place of work: the call came after so many minutes, the approval so many later. */
export type SignUpQuestion = { first: number; second: number; /** The answer: from the payment to the approval. */ minutes: number }

/** `random(from, to)` draws a whole number, `to` excluded. */
export function signUpQuestion(random: (from: number, to: number) => number): SignUpQuestion {
  // No carrying over: it is to be done in one's head.
  const first = 10 * random(1, 9) + random(1, 6)
  const second = random(2, 5)
  return { first, second, minutes: first + second }
}

/** The number in what somebody typed, in whichever digits and with whatever unit; NaN when there is none, or more than one. */
export function answerInDigits(typed: string): number {
  const [number, ...more] = typed.normalize('NFKC').match(/\d+/g) ?? []
  return number !== undefined && number.length < 6 && more.length === 0 ? Number(number) : Number.NaN
}
