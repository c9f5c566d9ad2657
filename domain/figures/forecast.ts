import { exitOn, timeOn, type Length, type Scale } from '../statistics/scale'
import type { EstimateFigure, WayToEnd } from './estimate'

/** What was said to somebody who waited, in the unit of `scale`; a quantile that was not reached is null. */
export type Forecast = {
  scale: Scale
  waited: number
  n: number
  p10: number | null
  p50: number | null
  p75: number | null
  p90: number | null
  /** By the horizon, by way to end, and `waiting`. */
  chances: Partial<Record<WayToEnd | 'waiting', number>>
}

/** The forecast that an estimate makes; null where it says nothing. */
export function forecastIn({ scale, waited, n, suppressed, left, endings, course }: EstimateFigure): Forecast | null {
  const chances = course.at(-1)
  if (suppressed || !chances) return null
  // What may lie between two days, or two minutes, had ended by the later one.
  const at = (name: '0.1' | '0.5' | '0.75' | '0.9') => left[name].value === null ? null : Math.ceil(left[name].value)
  return {
    scale, waited, n, p10: at('0.1'), p50: at('0.5'), p75: at('0.75'), p90: at('0.9'),
    chances: {
      ...Object.fromEntries(endings.map((way, k) => [way, chances.endings[k]!.share])), waiting: chances.waiting.share,
    },
  }
}

/**
 * How much longer it then took, or for a pending spell how much longer it was seen to wait. Null where that is known too
 * roughly for the forecast's scale, or where the end came before the forecast: it was told of something already over.
 */
export function cameAfter({ scale, waited }: Pick<Forecast, 'scale' | 'waited'>, spell: Length): number | null {
  const length = spell.cause > 0 ? timeOn(scale, spell) : exitOn(scale, spell)
  if (length === null) return null
  if (length >= waited) return Math.round(length - waited)
  // A wait remembered to the quarter of an hour may have ended a little after its middle.
  const roughly = scale === 'minute' && spell.cause > 0 && spell.wait !== null && spell.wait[1] >= waited
  return roughly ? 0 : null
}
