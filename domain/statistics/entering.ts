import { countRows, type Observation, type Row } from './counts'
import { exitOn, type Scale, type StageSpell } from './scale'
import { countAccounts } from './suppression'
import { fewestWaitingAsLong, preciseMinutes } from './thresholds'

/**
 * A spell and when it came under observation, in minutes since the epoch: the interval in which it started (null: unknown),
 * and when its case was first told.
 */
export type EnteringSpell = StageSpell & { started: readonly [number, number] | null, reported: number }

/** Days since the epoch in Asia/Shanghai, fixed at +08:00. */
const dayOf = (minute: number) => Math.floor((minute + 480) / 1440)

/**
 * The rows of delayed entry: only who was first told of while it still waited, at risk from then on. Who had ended before it
 * was told is left out; to enter those at 0 beside the others ("mixed entry") would shorten the median by 11–48 % (method 1,
 * 1). So is who began after that: later rounds of cases already known, which are another kind of wait.
 * Rows begin where at least 10 are at risk; `from` is the wait that all they say is given (null: from the start).
 */
export function enteringRows(scale: Scale, spells: readonly EnteringSpell[]):
{ n: number, accounts: number, from: number | null, rows: Row[] } {
  const told = spells.flatMap(spell => {
    const observation = observationOf(scale, spell)
    return observation ? [{ ...observation, account: spell.account }] : []
  })
  const rows = countRows(told)
  const first = rows.findIndex(({ atRisk }) => atRisk >= fewestWaitingAsLong)
  return {
    n: told.length, accounts: countAccounts(told),
    from: first > 0 ? rows[first - 1]!.t : null,
    rows: first === -1 ? [] : rows.slice(first),
  }
}

/** Null where it says nothing: not known finely enough, over before it came under observation, or begun after. */
function observationOf(scale: Scale, spell: EnteringSpell): Observation | null {
  const time = exitOn(scale, spell)
  const { started, reported, cause } = spell
  if (time === null || started === null || reported < started[0]) return null
  const [earliest, latest] = started
  if (scale === 'minute' ? latest - earliest > preciseMinutes : dayOf(earliest) !== dayOf(latest)) return null
  const entry = scale === 'minute' ? reported - (earliest + latest) / 2 : dayOf(reported) - dayOf(earliest)
  return entry < time ? { time, cause, entry } : null
}
