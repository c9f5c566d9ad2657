/** The making of one page, and what changed meanwhile. */
export class Flight<Made> {
  readonly begun = performance.now()
  readonly made: Promise<Made>
  isForgotten = false
  private readonly changes: { topics: readonly string[]; at: number }[] = []

  constructor(readonly topics: readonly string[], private readonly showsMore: boolean, make: () => Promise<Made>) {
    this.made = make()
  }

  changed(topics: readonly string[], at: number): void {
    this.changes.push({ topics, at })
  }

  forget(): void {
    this.isForgotten = true
  }

  /** Whether whoever asks now could miss something: then another one is made for him. */
  isOvertaken(): boolean {
    return this.isForgotten || this.changes.some(({ topics }) => topics.some(topic => this.topics.includes(topic) || this.mayShow(topic)))
  }

  /** When the first change came that concerns one of these; null when none did. */
  overtakenOn(topics: readonly string[]): number | null {
    return this.changes.find(change => change.topics.some(topic => topics.includes(topic)))?.at ?? null
  }

  // Which cases a page shows besides its own it says when it is done.
  private mayShow(topic: string): boolean {
    return this.showsMore && topic.startsWith('case:')
  }
}
