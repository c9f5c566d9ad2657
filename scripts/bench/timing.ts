/** Milliseconds of as many runs as fit into a second or so, 5 at least; the first two warm up. */
export async function timesOf(work: (n: number) => Promise<unknown>): Promise<number[]> {
  await work(0)
  await work(1)
  const times: number[] = []
  for (const until = performance.now() + 800; times.length < 5 || (performance.now() < until && times.length < 400);) {
    const from = performance.now()
    await work(times.length + 2)
    times.push(performance.now() - from)
  }
  return times
}

export function quantileOf(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!
}
