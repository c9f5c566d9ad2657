export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Lets at most `most` works run at once; the others wait their turn in the order they came. */
export function gateFor(most: number): Gate {
  let running = 0
  const waiting: (() => void)[] = []
  return async work => {
    // Whoever leaves hands his place over, so nobody who comes in between can take it.
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
