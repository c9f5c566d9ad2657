import { LRUCache } from 'lru-cache'
import { Answer } from './answer'
import type { Entry } from './entry'
import { Flight } from './flight'
import { Shelf } from './shelf'

/** What is to be remembered of a page, or the answer of this one time where it is nothing to remember. */
export type Lasting = { answer: Answer; shows: readonly string[] }
export type Made<Other> = Lasting | { other: Other }
export type Terms<Other> = {
  topics: readonly string[]
  /** Whether the page itself tells of further topics when it has been made. */
  showsMore: boolean
  /** Milliseconds for which its clocks are right enough. */
  maxAge: number
  make: () => Promise<Made<Other>>
}
/** Where an answer came from, as the access log says it. */
export type From = 'memory' | 'made' | 'joined' | 'stale'
export type Told<Other> = { from: From; answer: Answer } | { from: From; other: Other }

// Nobody is shown what is older than 250 ms.
const longestStale = 240
// A page that many ask for at this moment is not made at each of twenty changes a second, but every sixth of one.
const manyAsk = { within: 10, inARow: 5 }
const waitsForMore = 100

/**
 * The finished answers, by address. Whoever comes first after a change waits for the new page; whoever comes while it is
 * being made, or in a crowd, is given the old one for a moment. Never is one page made twice at once for the same state of
 * the data.
 */
export class Memory<Other> {
  private readonly entries: LRUCache<string, Entry>
  private readonly shelf = new Shelf()
  private readonly flights = new Map<string, Flight<Made<Other>>>()
  private readonly flying = new Set<Flight<Made<Other>>>()

  constructor(bytes: number) {
    this.entries = new LRUCache({
      maxSize: Math.max(1, bytes), sizeCalculation: entry => entry.answer.size, dispose: entry => this.shelf.takeOff(entry),
    })
  }

  /** The remembered answer when nothing is wrong with it: the quick way in. */
  fresh(key: string): Answer | null {
    const entry = this.entries.get(key)
    if (!entry || entry.staleSince !== null) return null
    asked(entry, performance.now())
    return entry.askedAt < entry.goodUntil ? entry.answer : null
  }

  /** Whatever is remembered, however old: for when nothing better can be had. `notOlder` in milliseconds. */
  last(key: string, notOlder: number): Answer | null {
    const entry = this.entries.get(key)
    return entry && performance.now() - entry.begun < notOlder ? entry.answer : null
  }

  async answer(key: string, terms: Terms<Other>): Promise<Told<Other>> {
    const entry = this.entries.get(key)
    const now = performance.now()
    if (entry) asked(entry, now)
    if (entry && entry.staleSince === null) {
      if (now < entry.goodUntil) return { from: 'memory', answer: entry.answer }
      // Its clocks alone have moved on: it is shown for as long again while it is made anew.
      if (now < entry.goodUntil + terms.maxAge) {
        if (!this.flights.has(key)) this.fly(key, terms).made.catch(() => undefined)
        return { from: 'stale', answer: entry.answer }
      }
    }
    const flight = this.flights.get(key)
    if (entry?.staleSince != null && now - entry.staleSince < longestStale) {
      const isCrowd = entry.closely >= manyAsk.inARow
      if (isCrowd && !flight && now - entry.staleSince > waitsForMore) this.fly(key, terms).made.catch(() => undefined)
      if (isCrowd || (flight && !flight.isOvertaken())) return { from: 'stale', answer: entry.answer }
    }
    if (!flight || flight.isOvertaken()) return { from: 'made', ...await this.fly(key, terms).made }
    return { from: 'joined', ...await flight.made }
  }

  /** These changed so many milliseconds ago: what shows them is old since then, also what is being made at this moment. */
  changed(topics: readonly string[], ago = 0): void {
    const at = performance.now() - ago
    for (const flight of this.flying) flight.changed(topics, at)
    this.shelf.changed(topics, at)
  }

  forgetEverything(): void {
    this.entries.clear()
    for (const flight of this.flying) flight.forget()
    this.flights.clear()
  }

  /** How many answers are remembered. */
  get size(): number {
    return this.entries.size
  }

  get bytes(): number {
    return this.entries.calculatedSize
  }

  private fly(key: string, { topics, showsMore, maxAge, make }: Terms<Other>): Flight<Made<Other>> {
    const flight = new Flight(topics, showsMore, make)
    this.flights.set(key, flight)
    this.flying.add(flight)
    flight.made.then(made => {
      if ('answer' in made) this.remember(key, flight, made, maxAge)
    }, () => undefined).finally(() => {
      this.flying.delete(flight)
      if (this.flights.get(key) === flight) this.flights.delete(key)
    })
    return flight
  }

  private remember(key: string, flight: Flight<Made<Other>>, { answer, shows }: Lasting, maxAge: number): void {
    const present = this.entries.get(key)
    if (flight.isForgotten || (present && present.begun > flight.begun)) return
    const topics = [...flight.topics, ...shows]
    const entry: Entry = { key, answer, topics, begun: flight.begun, goodUntil: flight.begun + maxAge, staleSince: flight.overtakenOn(topics), ...notAsked }
    this.entries.set(key, entry)
    if (this.entries.get(key) !== entry) return
    if (entry.staleSince === null) this.shelf.put(entry)
  }
}

const notAsked = { askedAt: 0, closely: 0 }

// One person who looks, writes and looks again may be quick; a crowd goes on.
function asked(entry: Entry, now: number): void {
  entry.closely = now - entry.askedAt < manyAsk.within ? entry.closely + 1 : 0
  entry.askedAt = now
}
