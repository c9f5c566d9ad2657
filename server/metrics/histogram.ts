import type { Sample } from './exposition'

// Seconds. A page from memory takes a tenth of a millisecond, one that is made some tens of them.
const bounds = [0.0005, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** How many took how long. */
export class Histogram {
  private readonly counts = new Array<number>(bounds.length + 1).fill(0)
  private sum = 0

  observe(seconds: number): void {
    const at = bounds.findIndex(bound => seconds <= bound)
    this.counts[at === -1 ? bounds.length : at]!++
    this.sum += seconds
  }

  /** As a Prometheus histogram: each bucket holds all that are below its bound. */
  samples(labels: Record<string, string>): Sample[] {
    let below = 0
    const buckets = this.counts.map((n, at) => {
      below += n
      return { suffix: '_bucket', labels: { ...labels, le: String(bounds[at] ?? '+Inf') }, value: below }
    })
    return [...buckets, { suffix: '_sum', labels, value: this.sum }, { suffix: '_count', labels, value: below }]
  }
}
