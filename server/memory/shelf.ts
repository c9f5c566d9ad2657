import type { Entry } from './entry'

/** Which remembered answers show what, so that a change finds them without looking through all. */
export class Shelf {
  private readonly byTopic = new Map<string, Set<Entry>>()

  put(entry: Entry): void {
    for (const topic of entry.topics) {
      const those = this.byTopic.get(topic) ?? new Set()
      this.byTopic.set(topic, those.add(entry))
    }
  }

  takeOff(entry: Entry): void {
    for (const topic of entry.topics) {
      const those = this.byTopic.get(topic)
      those?.delete(entry)
      if (those?.size === 0) this.byTopic.delete(topic)
    }
  }

  /** Marks all that show one of these as old since `now`. */
  changed(topics: readonly string[], now: number): void {
    for (const topic of topics) {
      for (const entry of this.byTopic.get(topic) ?? []) {
        entry.staleSince ??= now
        this.takeOff(entry)
      }
    }
  }
}
