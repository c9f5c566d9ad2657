import { isoOf, sayDay, sayInstant } from './time'

/** An instant (epoch milliseconds) in Shanghai time, with its year. */
export function TimeOf({ at, dayOnly = false }: { at: number; dayOnly?: boolean }) {
  return <time dateTime={isoOf(at)} className="whitespace-nowrap">{dayOnly ? sayDay(at) : sayInstant(at)}</time>
}
