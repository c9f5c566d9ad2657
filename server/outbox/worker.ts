import { setTimeout as sleep } from 'node:timers/promises'
import { write } from '../../db/connection'
import { anyDue, endErrand, forgetEnded, LeaseLost, putOff, takeErrands, type Errand } from '../../db/outbox/errands'
import { forgetDeliveries } from '../../db/webhooks/deliveries'
import { mostAttempts } from '../../domain/outbox/back-off'
import { lanes } from '../../domain/outbox/errands'
import { GiveUp } from './give-up'
import type { Hand, Hands, Tools } from './tools'

const lookEvery = 500
const forgetEvery = 3_600_000

/**
 * Does what the outbox holds. Any number of workers may be at it, in any number of processes: an errand is taken by one of
 * them, and by another once its lease has ended.
 */
export class Worker {
  private readonly underWay = lanes.map(() => new Set<Promise<void>>())
  private timer: NodeJS.Timeout | undefined
  private looking: Promise<void> | null = null
  private forgotAt = 0
  private isAway = false

  constructor(private readonly hands: Hands, private readonly tools: Tools, private readonly also: (() => Promise<unknown>)[] = []) {}

  /** Looks from now on, twice a second. */
  start(): void {
    this.timer = setInterval(() => { this.look().catch(() => undefined) }, lookEvery)
  }

  /** Takes nothing more, and waits for what is under way, at most so many milliseconds; the rest is another's after its lease. */
  async stop(patience = 3_000): Promise<void> {
    clearInterval(this.timer)
    this.timer = undefined
    await Promise.race([this.allUnderWay(), sleep(patience, undefined, { ref: false })])
  }

  /** Works until nothing is due any more. */
  async drain(): Promise<void> {
    do {
      await this.look()
      await this.allUnderWay()
    } while (await anyDue(this.tools.now()))
  }

  private look(): Promise<void> {
    return (this.looking ??= this.takeAll().finally(() => { this.looking = null }))
  }

  private async takeAll(): Promise<void> {
    try {
      for (const work of this.also) await work()
      for (const [at, { kinds, most, inTurn = false }] of lanes.entries()) {
        const lane = this.underWay[at]!
        const free = most - lane.size
        const taken = await takeErrands(kinds, { now: this.tools.now(), most: free, inTurn })
        for (const errand of taken) {
          const work = this.does(errand).finally(() => {
            lane.delete(work)
            // Where there was more than could be taken, or may be another of its turn, the next one waits for no turn of the clock.
            if (this.timer && (inTurn || taken.length === free)) this.look().catch(() => undefined)
          })
          lane.add(work)
        }
      }
      if (this.tools.now() - this.forgotAt > forgetEvery) {
        this.forgotAt = this.tools.now()
        await allOf(() => forgetEnded(this.forgotAt))
        await allOf(() => forgetDeliveries(this.forgotAt))
      }
      if (this.isAway) console.log('The database answers again; errands are done.')
      this.isAway = false
    } catch (error) {
      // Said once, and tried again at the next look.
      if (!this.isAway) console.error('Errands have to wait:', error)
      this.isAway = true
    }
  }

  private async does(errand: Errand): Promise<void> {
    const { now } = this.tools
    try {
      if (errand.uselessAt !== null && errand.uselessAt < now()) throw new GiveUp('too late')
      // Whatever ends us before we can say that it failed.
      if (errand.attempt > mostAttempts) throw new GiveUp('ended with us')
      await (this.hands[errand.kind] as Hand<never>)(errand as never, this.tools)
    } catch (error) {
      await this.failed(errand, error).catch(worse => { if (!(worse instanceof LeaseLost)) console.error(worse) })
    }
  }

  private async failed(errand: Errand, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return
    if (error instanceof GiveUp) return write(tx => endErrand(tx, errand, this.tools.now(), error.message))
    const failure = wordFor(error)
    console.error(`Errand ${errand.id} (${errand.kind}) failed at attempt ${errand.attempt}: ${failure}`)
    await putOff(errand, failure, this.tools.now())
  }

  private async allUnderWay(): Promise<void> {
    await Promise.all(this.underWay.flatMap(lane => [...lane]))
  }
}

// Without what the other side said, in which addresses may stand.
function wordFor(error: unknown): string {
  const { code, name, message } = error as { code?: string; name?: string; message?: string }
  return String(code ?? (name === 'Error' ? message?.slice(0, 80) : name) ?? 'failed')
}

// What is done some hundred at a time, until there is no more; a long rest is left for the next hour.
async function allOf(some: () => Promise<number>): Promise<void> {
  for (let times = 0; times < 200 && await some() > 0; times++);
}

/** The same work, done at most once in so many milliseconds. */
export function every(milliseconds: number, work: () => Promise<unknown>): () => Promise<unknown> {
  let last = -Infinity
  return async () => {
    if (performance.now() - last < milliseconds) return
    last = performance.now()
    await work()
  }
}
