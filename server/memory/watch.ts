import { setTimeout as sleep } from 'node:timers/promises'
import { changesKept } from '../../db/changes/leave-word'
import type { Change } from '../../db/changes/noting'
import { changesSince, openBookmark, type Bookmark } from '../../db/changes/since'
import { read } from '../../db/connection'

const nothing: ReadonlyMap<number, number> = new Map()

const lookEvery = 100
// A little more than there is between two looks, in milliseconds.
const trusted = 140

/**
 * Looks what other processes have written, ten times a second. `tell` hears of each change that was not known before, and by
 * how many milliseconds it is old at most: it was not there yet when we last looked.
 */
export class Watch {
  private bookmark: Bookmark | null = null
  private lookedAt = 0
  private looking: Promise<void> | null = null
  private timer: NodeJS.Timeout | undefined
  private isAway = false
  private readonly known = new Set<number>()

  constructor(private readonly tell: (topics: readonly string[], ago: number) => void, private readonly forget: () => void) {}

  async start(): Promise<void> {
    await this.look()
    this.timer = setInterval(() => { this.look().catch(() => undefined) }, lookEvery)
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** A change of our own, of which we know already. What was seen before it was heard of is not seen again. */
  know({ id }: Change): void {
    const { last, missing } = this.bookmark ?? { last: 0, missing: nothing }
    if (id > last || missing.has(id)) this.known.add(id)
  }

  /** How many changes of our own it has been told of and has not seen yet. */
  get awaited(): number {
    return this.known.size
  }

  /** Whether we would know by now of whatever was written a moment ago. */
  get isCurrent(): boolean {
    return Date.now() - this.lookedAt < trusted
  }

  /** Looks once more where need be; false when the database does not answer in good time. */
  async becomeCurrent(): Promise<boolean> {
    return this.isCurrent || this.lookInTime()
  }

  /** Whether the database answers at all, within so many milliseconds. */
  async answersWithin(milliseconds: number): Promise<boolean> {
    const before = this.lookedAt
    return this.isCurrent || (await this.lookFor(milliseconds), this.lookedAt > before)
  }

  /** Looks anew, from now on: for somebody who has just written, and perhaps to another instance. */
  async lookAgain(): Promise<boolean> {
    await this.looking?.catch(() => undefined)
    return this.lookInTime()
  }

  private async lookInTime(): Promise<boolean> {
    await this.lookFor(trusted)
    return this.isCurrent
  }

  private async lookFor(milliseconds: number): Promise<void> {
    await Promise.race([this.look().catch(() => undefined), sleep(milliseconds, undefined, { ref: false })])
  }

  /** Looks at once, or waits for the look that is under way. Throws when the database cannot be asked. */
  private look(): Promise<void> {
    return (this.looking ??= this.ask().finally(() => { this.looking = null }))
  }

  private async ask(): Promise<void> {
    const now = Date.now()
    try {
      const reader = await read()
      if (this.bookmark && now - this.lookedAt > changesKept / 2) this.bookmark = null
      if (this.bookmark) {
        for (const change of await changesSince(reader, this.bookmark, now)) {
          if (!this.known.delete(change.id)) this.tell(change.topics, Math.max(0, Date.now() - this.lookedAt))
        }
      } else {
        this.bookmark = await openBookmark(reader, now)
        // Nobody can say what was missed.
        this.known.clear()
        this.forget()
      }
      this.lookedAt = now
      if (this.isAway) console.log('The database answers again; pages are fresh.')
      this.isAway = false
    } catch (error) {
      if (!this.isAway) console.error('The database does not answer; remembered pages are shown as they were.', error)
      this.isAway = true
      throw error
    }
  }
}
