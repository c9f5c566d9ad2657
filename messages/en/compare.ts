import type { Words } from '../zh'

export const compare: Words['compare'] = {
  clockTitle: 'Which time',
  clocks: { calendar: 'Calendar time', working: 'Working time' },
  workingDays: n => (n === 1 ? '1 working day' : `${n} working days`),
  withinWorking: (span, hasDays) => (hasDays ? `within ${span}` : `within ${span} of working time`),
  workingClock: 'only working time counts: Monday to Friday 9:00–18:00, without the public holidays that the State Council '
    + 'of China announced, with the weekends made up for; lunch is not taken out, so a working day has 9 hours; a wait that begins and ends outside of work counts as 0 minutes',
  workingRough: some => `${some} known by the day alone, or not to the hour, have no place on this clock`,
  workingUndated: some => `${some} known as a wait without a date: nobody can say whether it was during work`,
  workingOutside: (some, from, to) => `${some} outside ${from} to ${to}, the days whose holidays are known`,

  cohortTitle: 'Which months',
  cohorts: { settled: 'Settled months', all: 'All, young ones too' },
  youngHeld: 'Fewer than 5 people began lately, so they are not added: the difference would tell of them.',
  cohortAll: 'young months are in: their slow cases have no answer yet, so the figures are too fast and will move; take them as provisional',

  title: 'Compare two groups',
  byTitle: 'By',
  by: { subject: 'Subject', category: 'Category', pattern: 'Name pattern', channel: 'Channel', rule: 'Before and after a rule' },
  none: 'Do not compare',
  first: 'This group',
  second: 'and this one',
  rule: 'Which rule',
  apply: 'Compare',
  noSides: 'No two sides of this rule yet: in the 8 weeks before or after it no case has a known start.',
  noPair: 'No two groups here yet: there are no cases, or all are of one kind, or they do not say which.',
  noRule: 'No dated rule concerns these cases yet.',
  after: weeks => `the ${weeks} weeks after the rule`,
  before: weeks => `the ${weeks} weeks before it`,
  dated: (date, statement) => `${date}: ${statement}`,

  clear: (within, first, second, more, points, limits) =>
    `Answered ${within}: **${points} points** ${more ? 'more' : 'fewer'} in ${first} than in ${second} (95% interval ${limits}).`,
  unclear: (within, first, second) => `Answered ${within}: **no clear difference** between ${first} and ${second}.`,
  tooFew: (fewest, first, second) => `It takes ${fewest} answers in both groups to speak of a difference: ${first}, ${second}.`,
  ends: (name, n) => `${n} so far in ${name}`,
  fewPeople: name => `Fewer than 5 people in ${name} say when, so there is nothing to compare.`,
  countsOnly: name => `Too few in ${name}: counts only, no comparison.`,
  complement: name => `The figures of ${name} would give away those of fewer than 5 other people, so they are not shown or compared.`,
  noTime: 'At no time are 5 or more still followed in both groups, so there is nothing to compare.',
  limits: (from, to) => (from < 0 ? `from ${-from} fewer to ${to > 0 ? `${to} more` : to}` : `${from}–${to}`),
  points: n => (n === 0 ? '0' : n > 0 ? `${n} more` : `${-n} fewer`),
  verdicts: { clear: 'a difference', unclear: 'no clear difference', unknown: 'not followed so far' },

  group: (line, name, weight) => `${line === 'first' ? 'Solid line' : 'Dashed line'}, ${name}: ${weight}`,
  median: (within, limits) => `half ${within}${limits ? ` (95% interval ${limits})` : ''}`,
  medianBeyond: span => `fewer than half by ${span}`,
  chartLabel: (title, groups) => `${title} ${groups}.`,
  caption: 'Both lines are the share with an answer, the pale bands their 95% intervals, short strokes people still waiting. '
    + 'A difference whose interval holds 0 is none.',
  captionRule: weeks => ` Divided by the day they began: ${weeks} weeks before the rule and ${weeks} after. Some who began before it `
    + 'had their answer after it. More than the rule may have changed between the two.',
  both: some => `${some} of both kinds, in neither group`,
  unplaced: some => `${some} do not say which kind, or not whether before or after the rule: not counted`,
  columns: { by: 'By', gap: 'Difference (points)', verdict: 'In words' },
  chanceTitle: 'Could it be chance alone?',
  chance: often => `Taking the lines as a whole: if the two were really alike, chance alone would set them this far apart ${often}.`,
  chanceByMonth: 'Only people who began in the same month are held against one another, so a rule that changed one month does not pass '
    + 'for a difference between the groups.',
  chanceWhole: 'The two periods share no month, so they cannot be compared month by month: season and holidays are mixed in.',
  chanceNone: 'Nobody in the two groups began in the same month, so it cannot be said.',
  oneIn: n => (n < 2 ? 'more often than not' : n > 1000 ? 'less than once in a thousand' : `about once in ${n}`),
}
