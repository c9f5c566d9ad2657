import { read } from '../../connection'
import { makeForecast } from '../forecasts'
import type { Ask } from './channel'
import { countAndKeep, forgetUnasked, hasChangedSince, oldest, standings, type Standing } from './kept'
import { areManyCases } from './many'
import { growsOlder, questionOf, type CountedKind, type CountedQuestion } from './question'

const minute = 60_000
const hour = 60 * minute

// A processor's quarter at most goes into counting anew: after each, three times as long something else.
const restingTimes = 3
const shortestRest = 5_000
/** A wait that is told by its start grows without any change. */
const oldestSince = 10 * minute
const forgottenAfter = 7 * 24 * hour
const afterFailure = 10 * minute
// So many of a kind wait for an answer. Whoever asks for more is not heard until there is room, and asks again with his next page. A
// wait can be asked for in a million ways; the other kinds have their own places, and their turns.
const mostOfAKind = 50
const givenUpAfter = 10 * minute

type Known = CountedQuestion & { askedAt: number; standing: Standing | null; notBefore: number }

// What the front page asks, before anybody looks at it.
const firstAsked: readonly CountedQuestion[] = [
  questionOf('names', { process: 'certification', layer: 'own' }), questionOf('softwareCopyright', { process: 'certification', layer: 'own' }),
]

/**
 * Counts what is asked, one question after another: first what has no answer yet, each kind in its turn and of a kind the widest
 * question before the narrower, then the oldest answer that is no longer right and was asked since. Times in epoch milliseconds.
 */
export class Counter {
  private readonly known = new Map<string, Known>()
  private readonly forecasts: number[] = []
  /** When each kind had its last turn, by the number of that. */
  private readonly turns = new Map<CountedKind, number>()
  private turn = 0
  private forgotAt = 0

  /** Takes up what was counted before this program started. */
  async open(now: number): Promise<void> {
    const database = await read()
    for (const { kind, text, ...standing } of await standings(database)) {
      this.known.set(nameOf({ kind, text }), { kind, text, askedAt: standing.askedAt, standing, notBefore: restAfter(standing) })
    }
    if (await areManyCases(database)) for (const question of firstAsked) this.hear(question, now)
  }

  hear(ask: Ask, now: number): void {
    if ('forecast' in ask) {
      this.forecasts.push(ask.forecast)
      return
    }
    const { kind, text, missingAt } = ask
    const before = this.known.get(nameOf(ask))
    if (before) before.askedAt = now
    // It may be too old, or another program let go of it. Who asked while it was being counted has it by now.
    const isMissing = !before || (before.standing && missingAt !== undefined && missingAt > before.standing.at + before.standing.took)
    if (!isMissing || this.unanswered(now).filter(it => it.kind === kind).length >= mostOfAKind) return
    this.known.set(nameOf(ask), { kind, text, askedAt: now, standing: null, notBefore: 0 })
  }

  /** Does the next thing; false where nothing is to be done now. */
  async next(now: number): Promise<boolean> {
    if (this.forgotAt < now - hour) await this.forget(now)
    const [next] = this.unanswered(now).filter(({ notBefore }) => notBefore <= now)
      .sort((a, b) => this.turnOf(a) - this.turnOf(b) || a.text.split(',').length - b.text.split(',').length || a.askedAt - b.askedAt)
    if (next) {
      this.turns.set(next.kind, ++this.turn)
      return this.count(next, now)
    }
    const caseId = this.forecasts.shift()
    if (caseId !== undefined) {
      await makeForecast(caseId, now)
      return true
    }
    const asked = [...this.known.values()].filter(it => it.standing && it.askedAt >= it.standing.at && it.notBefore <= now)
    for (const it of asked.sort((a, b) => a.standing!.at - b.standing!.at)) {
      if (await this.isOld(it, now)) return this.count(it, now)
    }
    return false
  }

  private async count(it: Known, now: number): Promise<true> {
    // Also where it fails, so that one question does not hold up the others.
    it.notBefore = now + afterFailure
    try {
      it.standing = await countAndKeep(it, it.askedAt, now)
      it.notBefore = restAfter(it.standing)
    } catch (error) {
      console.error(`A figure could not be counted: ${it.kind} ${it.text}`, error)
    }
    return true
  }

  private turnOf({ kind }: Known): number {
    return this.turns.get(kind) ?? 0
  }

  private async isOld(it: Known, now: number): Promise<boolean> {
    const { at, changeId } = it.standing!
    if (at < now - (growsOlder(it) ? oldestSince : oldest)) return true
    return hasChangedSince(await read(), changeId)
  }

  private async forget(now: number): Promise<void> {
    this.forgotAt = now
    await forgetUnasked(now - forgottenAfter)
    for (const [name, { askedAt }] of this.known) if (askedAt < now - forgottenAfter) this.known.delete(name)
  }

  private unanswered(now: number): Known[] {
    const waiting = [...this.known.values()].filter(({ standing }) => !standing)
    for (const it of waiting) if (it.askedAt < now - givenUpAfter) this.known.delete(nameOf(it))
    return waiting.filter(({ askedAt }) => askedAt >= now - givenUpAfter)
  }
}

const nameOf = ({ kind, text }: CountedQuestion) => `${kind} ${text}`
const restAfter = ({ at, took }: Standing) => at + took + Math.max(shortestRest, restingTimes * took)
