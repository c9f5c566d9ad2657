/** A mistake as somebody might make it: in `file` the text `search` becomes `replace`. */
export type Mutation = { name: string, file: string, search: string, replace: string }

// Where a rule stands in two places, it is broken in each.
export const mutations: readonly Mutation[] = [
  {
    name: 'pending cases dropped from a figure',
    file: 'domain/statistics/tally.ts',
    search: 'const exits = entries[scale].map(',
    replace: 'const exits = entries[scale].filter(it => it.cause > 0).map(',
  },
  {
    name: 'pending cases dropped on the way to the engine',
    file: 'domain/statistics/scale.ts',
    search: 'return length === null ? [] :',
    replace: 'return length === null || spell.cause === 0 ? [] :',
  },
  {
    name: 'waiting until now instead of until last heard of',
    file: 'domain/case/story.ts',
    search: 'wait, days: story.timeline.daysBetween(from, to),',
    replace: 'wait: mark ? wait : [Date.now() / 60_000 - start.latest, Date.now() / 60_000 - start.earliest], '
      + 'days: story.timeline.daysBetween(from, to),',
  },
  {
    name: 'one minus Kaplan–Meier for each cause',
    file: 'domain/statistics/cumulative-incidence.ts',
    search: 'sum.f += before * d / n',
    replace: 'sum.f = 1 - (1 - sum.f) * (1 - d / n)',
  },
  {
    name: 'S(t) for S(t-) in the incidence of a cause',
    file: 'domain/statistics/cumulative-incidence.ts',
    search: 'sum.f += before * d / n',
    replace: 'sum.f += before * (n - ended) / n * d / n',
  },
  {
    name: 'ties in the wrong order: losses from sight before ends',
    file: 'domain/statistics/counts.ts',
    search: 'if (kind === 0) row.censored = to - from',
    replace: 'if (kind === 0) row.atRisk -= row.censored = to - from',
  },
  {
    name: 'ties in the wrong order where rows are added up',
    file: 'domain/statistics/counts.ts',
    search: 'row.atRisk = atRisk\n',
    replace: 'row.atRisk = atRisk - row.censored\n',
  },
  {
    name: 'mixed entry: those over when first told entered at 0',
    file: 'domain/statistics/entering.ts',
    search: 'return entry < time ? { time, cause, entry } : null',
    replace: 'return entry < time ? { time, cause, entry } : { time, cause }',
  },
  {
    name: 'mixed entry within the engine',
    file: 'domain/statistics/counts.ts',
    search: 'const sizes = new Array<number>(causes + 1).fill(0)',
    replace: 'const sizes = new Array<number>(causes + 1).fill(0); observations = observations.map(it => '
      + 'it.entry === undefined || it.entry < it.time ? it : { time: it.time, cause: it.cause })',
  },
  {
    name: 'no cap on what one account may count',
    file: 'domain/statistics/cap.ts',
    search: 'if (before >= mostPerAccountStageMonth) continue',
    replace: 'if (before >= Infinity) continue',
  },
  {
    name: 'day d instead of d - 1 for those last heard of on it, in a figure',
    file: 'domain/statistics/tally.ts',
    search: "time: scale === 'day' && cause === 0 && at >= 0 ? at - 1 : at",
    replace: 'time: at',
  },
  {
    name: 'day d instead of d - 1 for those last heard of on it, on the way to the engine',
    file: 'domain/statistics/scale.ts',
    search: 'return length > 0 ? length - 1 : null',
    replace: 'return length',
  },
]
