import type { Words } from '../zh'

const around = { week: '8 weeks', month: 'two whole months' }

const dot = { week: 'a dot a week', month: 'a dot a month' }

export const trend: Words['trend'] = {
  title: 'Has it become slower or stricter?',
  hint: 'By the week in which people began: whether more or fewer had an answer in time, and what was before and after a rule change.',
  question: 'Look at',
  howMany: 'How many came through',
  answered: {
    first_call: within => `People who heard back ${within} of paying`,
    call_decision: within => `People with a verdict ${within} of the call`,
    decision: (within, process) => `People with a verdict ${within} of ${process === 'rename' || process === 'code_review' ? 'submitting' : 'paying'}`,
    fix: within => `People who resubmitted ${within} of being sent back`,
    total: within => `People done ${within} of first paying`,
    platform: within => `People with the platform’s answer ${within} of submitting`,
    sms: within => `People done with the SMS check ${within} of receiving it`,
    bureau: within => `People with a result ${within} of reaching the bureau`,
    filing_total: within => `People done with filing ${within} of first submitting`,
  },
  approved: (within, process) => (process === 'filing' ? `People filed ${within} of submitting` : `People approved ${within} of the start`),
  found: (whom, week, isFewer, before, after, measure) => {
    const pace = measure === 'answered' ? `It has become ${isFewer ? 'slower' : 'faster'} since about ${week}` : `Since about ${week}`
    return `${pace}: ${whom.charAt(0).toLowerCase()}${whom.slice(1)} ${isFewer ? 'fell' : 'rose'} from **${before}** to **${after}**, cause unknown.`
  },
  none: (whom, since) => `${whom}: no change that is sure in their share since ${since}.`,
  tooFew: whom => `${whom}: too few cases to say whether their share has changed.`,
  few: (whom, n) => (n === 0 ? `${whom}: no cases yet.` : `${whom}: only ${n === 1 ? '1 case' : `${n} cases`}, so it cannot be said whether their share has changed.`),
  fewPeople: whom => `${whom}: fewer than 5 people have told, so it cannot be said whether their share has changed.`,
  by: { week: 'by the week in which they began', month: 'by the month in which they began, as there are few' },
  changeLimits: points => `95 % interval of the difference ${points}`,
  points: n => (n === '1' ? '1 point' : `${n} points`),
  range: (from, to) => `${from}–${to}`,
  underOne: 'under 1',
  leftOut: n => `${n} more known too roughly, not counted`,
  missing: accounts =>
    `A dot takes 10 people who began in the same month and know their times; to say whether anything changed takes 6 weeks and 30 cases on each side. ${accounts === 1 ? '1 person has' : `${accounts} people have`} told so far.`,

  chartFound: (whom, before, after, kind) => `${whom}, ${dot[kind]}: from ${before} to ${after}`,
  chartPlain: (whom, isKnown, kind) => `${whom}, ${dot[kind]}: ${isKnown ? 'no change that is sure' : 'too few to tell whether it changed'}`,
  chartLabel: (whom, points, first, last) => `${whom}: their share from ${first} to ${last}, ${points} dots; the numbers are in the table below.`,
  caption: {
    week: 'A dot is the share in time of those who began in that week, its line the 95 % interval.',
    month: 'A dot is the share in time of those who began in that month, its line the 95 % interval.',
  },
  captionJoin: ' ',
  captionFilling: 'What is hatched is still filling in: slow cases are yet to be told, so nothing is concluded.',
  captionHidden: 'Under 5 people nothing is shown, nor the smallest other that would give them away; under 10 only counts.',
  captionChange: 'The two level lines are the shares before and after the change.',
  captionRules: 'Numbered lines are the rule changes below.',
  filling: 'filling in',
  month: month => monthNames[month - 1]!,
  yearMonth: (year, month) => `${monthNames[month - 1]} ${year}`,
  columns: { period: 'Began', n: 'Cases', ended: 'In time', share: 'Share', limits: '95 % interval', median: 'Median' },
  hidden: 'under 5 people, or hidden to protect them',
  lost: 'not followed long enough',

  rulesTitle: 'Rule changes in this time',
  rulesNone: 'No rule change concerning this was written down for this time.',
  rulesAll: 'All rule changes',
  effect: (kind, before, beforeN, after, afterN) =>
    `The ${around[kind]} before **${before}** (${beforeN} cases), the ${around[kind]} after **${after}** (${afterN} cases): `,
  clear: (isFewer, points, limits) => `${points} ${isFewer ? 'less' : 'more'} (95 % interval ${limits}), a clear difference.`,
  unclear: (lower, upper) => `no clear difference (95 % interval from ${lower} to ${upper}).`,
  fewer: points => `${points} less`,
  more: points => `${points} more`,
  withheld: {
    rumoured: () => 'Only rumoured, so before and after are not compared.',
    not_yet: kind => `Less than ${around[kind]} have passed, or they are still filling in; not compared yet.`,
    too_few: () => 'Too few cases before or after to compare.',
  },
  rulesNote: 'A difference does not say that the rule made it: other things changed in the same weeks.',
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
