import { cohorts, type Cohort } from './cohort'
import { clocks, type Clock } from './working-figure'

/** How a figure of waits is looked at: on which clock, and whether the young cases are in. */
export type View = { clock: Clock; cohort: Cohort }

type Search = Record<string, string | string[] | undefined>

/** A view from an address; what is not understood is as if it were not there. */
export function readView(search: Search): View {
  const given = (name: string) => [search[name]].flat()[0]
  return {
    clock: clocks.find(clock => clock === given('clock')) ?? 'calendar',
    cohort: cohorts.find(cohort => cohort === given('cohort')) ?? 'settled',
  }
}

/** A view as an address says it: what is taken for granted is left out. */
export function writeView({ clock, cohort }: View): Record<string, string> {
  return { ...(clock !== 'calendar' && { clock }), ...(cohort !== 'settled' && { cohort }) }
}
