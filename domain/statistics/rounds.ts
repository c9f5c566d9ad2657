import { countRows } from './counts'
import { kaplanMeier, pointAt } from './kaplan-meier'
import { stack, type OutcomeShare } from './outcomes'
import { countAccounts, isEarly, type Suppression, suppressionOf } from './suppression'
import { fewestAtRisk } from './thresholds'

/**
 * How far a case came in attempts (rounds of a review, or orders paid). The verdict of attempt k stands at step 2k, what
 * happens before attempt k + 1 is handed in at 2k + 1. Who waits for verdict k is at step 2k - 1: he was seen to hand it in,
 * and not to have a verdict. `cause` 0 is no end yet.
 */
export type Way = { account: string, step: number, cause: number }

/** After attempt `attempt`, before the next: a share per cause and those still under way, together 1. */
export type AttemptPoint = { attempt: number, atRisk: number, causes: OutcomeShare[], waiting: OutcomeShare }

export type AttemptsFigure = {
  n: number
  accounts: number
  ended: number[] | null
  waiting: number | null
  suppressed: Suppression | null
  early: boolean
  attempts: AttemptPoint[]
}

/**
 * What became of cases attempt by attempt: cumulative incidence with the number of attempts for a clock, so that who is
 * still at his first verdict counts among the first attempts and says nothing of the second. Attempts with fewer than 5 at
 * risk are not told.
 * @param causes how many causes there are
 */
export function attemptsOf(causes: number, ways: readonly Way[]): AttemptsFigure {
  const n = ways.length
  const accounts = countAccounts(ways)
  const ended = Array.from({ length: causes }, (_, k) => ways.filter(({ cause }) => cause === k + 1).length)
  const events = ended.reduce((sum, count) => sum + count, 0)
  const suppressed = suppressionOf(accounts, events)
  const figure = {
    n, accounts, suppressed, early: isEarly(n),
    ended: suppressed === 'few_accounts' ? null : ended,
    waiting: suppressed === 'few_accounts' ? null : n - events,
  }
  if (suppressed) return { ...figure, attempts: [] }
  const rows = countRows(ways.map(({ step, cause }) => ({ time: step, cause })), causes)
  const points = stack(rows, kaplanMeier(rows), n)
  const attempts: AttemptPoint[] = []
  for (let attempt = 1; ; attempt++) {
    const atRisk = ways.filter(({ step }) => step >= 2 * attempt).length
    const point = pointAt(points, 2 * attempt + 1)
    if (atRisk < fewestAtRisk || !point) return { ...figure, attempts }
    attempts.push({ attempt, atRisk, causes: point.causes, waiting: point.waiting })
  }
}
