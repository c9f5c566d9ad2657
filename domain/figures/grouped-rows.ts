import { dayOf } from '../case/interval'
import type { Process } from '../codes'
import { countOn, exitOn, type Scale, type StageSpell } from '../statistics/scale'
import { isSilent } from '../statistics/suppression'
import { ofCohort } from './cohort'
import { comparedSpells, type ComparedSpell, type ComparisonFigure } from './comparison'
import { capCourses, type Course } from './course'
import type { EstimateFigure } from './estimate'
import { nameVerdictStage, timedChanges, type NameChangesFigure } from './name-changes'
import { causedBy, endingsOf, settledLike, type WholeSpell } from './outcomes'
import { refusedRounds } from './reasons'
import { firstRefusals, type RepairsFigure } from './repairs'
import type { RobustnessFigure } from './robustness'
import { orderTravellers, roundTravellers, wayOf, type AttemptsAnswer, type OrdersFigure, type Traveller } from './rounds'
import { table } from './rows'
import { startIn, type TrendFigure, type TrendSpell } from './trend'

// The rows behind figures that set groups side by side or follow a case from round to round; `now` in minutes since the epoch.

/** `time` is exact, null where a spell has no exposure; `group` where the figure has several. */
type Timed = { caseId: number; round: number; time: number | null; cause: number; group?: string | null; stratum: string | null }

const timedOn = (scale: Scale, spells: readonly (StageSpell & { group?: string | null })[]): Timed[] =>
  spells.map(spell => ({ ...spell, time: exitOn(scale, spell), stratum: spell.startMonth }))

function groupedTable(waits: readonly Timed[]): string {
  return table(['case', 'round', 'time', 'status', 'group', 'stratum'], waits.flatMap(({ caseId, round, time, cause, group, stratum }) =>
    (time === null ? [] : [[caseId, round, time, cause, group, stratum]])))
}

/** Both groups of a comparison, by their codes. */
export function comparisonRows(spells: readonly ComparedSpell[], figure: ComparisonFigure, now: number): string {
  return groupedTable(timedOn(figure.scale === 'day' ? 'day' : 'minute', comparedSpells(figure, spells, now)))
}

/** The waits of a trend, each in the stratum of the week or month in which it began, by its first day. */
export function trendRows(spells: readonly TrendSpell[], { within: { scale }, period }: TrendFigure): string {
  const dated = countOn(scale, spells).spells.flatMap(spell => {
    const start = startIn(period, spell)
    return start === null ? [] : [{ caseId: spell.caseId, round: spell.round, cause: spell.cause, time: exitOn(scale, spell), stratum: dayOf(start) }]
  })
  return groupedTable(dated)
}

/** Whole cases, grouped by the month they started in; no group where that is not known. */
export function monthRows(spells: readonly WholeSpell[], { filter: { process } }: { filter: { process: Process } }): string {
  const counted = countOn('day', causedBy(endingsOf[process], spells)).spells
  return groupedTable(timedOn('day', counted.map(spell => ({ ...spell, group: spell.startMonth }))))
}

/** The waits for the word on a name that was changed, grouped by the change. */
export function changeRows(
  courses: readonly Course[], spells: readonly StageSpell[], { filter: { process }, cohort }: NameChangesFigure, now: number,
): string {
  const { timed } = timedChanges(courses, spells)
  const counted = countOn('day', ofCohort(timed, cohort, nameVerdictStage[process], now)).spells
  return groupedTable(timedOn('day', counted.map(spell => ({ ...spell, group: spell.change }))))
}

/** All counted waits of a stage; those longer than what was asked about are who is compared with. */
export function estimateRows(spells: readonly StageSpell[], { stage, scale, cohort }: EstimateFigure, now: number): string {
  return groupedTable(timedOn(scale, countOn(scale, ofCohort(spells, cohort, stage, now)).spells))
}

/** The waits of the stage (group `wait`) and the whole cases (group `whole`, in days), as far as either may be said. */
export function robustnessRows(
  spells: readonly StageSpell[], whole: readonly WholeSpell[], { stage, filter: { process }, wait, outcome }: RobustnessFigure, now: number,
): string {
  const waits = isSilent(wait.suppressed) ? [] : countOn(wait.scale, ofCohort(spells, wait.cohort, stage, now)).spells
  const wholes = isSilent(outcome.suppressed) ? []
    : countOn('day', ofCohort(causedBy(endingsOf[process], whole), outcome.cohort, settledLike[process], now)).spells
  return groupedTable([
    ...timedOn(wait.scale, waits.map(spell => ({ ...spell, group: 'wait' }))), ...timedOn('day', wholes.map(spell => ({ ...spell, group: 'whole' }))),
  ])
}

/** A case a row: as `time` the step of its last round, as `Way` of the statistics counts it. */
export function roundRows(courses: readonly Course[], figure: AttemptsAnswer, now: number): string {
  return journeyRows(roundTravellers(courses), figure, now)
}

/** The same by orders, grouped by what one of them cost. */
export function orderRows(courses: readonly Course[], figure: OrdersFigure, now: number): string {
  return journeyRows(orderTravellers(courses).map(it => ({ ...it, group: it.facts.fee_yuan?.toString() })), figure, now)
}

function journeyRows(
  travellers: readonly (Traveller & { group?: string })[], { filter: { process }, cohort }: AttemptsAnswer, now: number,
): string {
  const { counted } = capCourses(ofCohort(travellers, cohort, settledLike[process], now))
  return groupedTable(counted.map(it => {
    const { step, cause } = wayOf(it, endingsOf[process])
    return { caseId: it.caseId, round: Math.ceil(step / 2), time: step, cause, group: it.group, stratum: it.startMonth }
  }))
}

/** The refused rounds whose reasons are told. */
export function reasonRows(courses: readonly Course[]): string {
  return table(['case', 'order', 'round', 'month', 'reasons'], refusedRounds(courses).counted.map(({ caseId, order, round, startMonth, reasons }) =>
    [caseId, order, round, startMonth, reasons]))
}

/** From the first refusal of a case to what came next, a row for each of its reasons. */
export function repairRows(courses: readonly Course[], { filter: { process }, cohort }: RepairsFigure, now: number): string {
  const { counted } = capCourses(ofCohort(firstRefusals(courses).told, cohort, settledLike[process], now))
  return table(['case', 'month', 'reason', 'change', 'next'], counted.flatMap(({ caseId, month, ways }) =>
    ways.map(({ reason, change, next }) => [caseId, month, reason, change, next])))
}
