import type { Process } from '@/domain/codes'
import type { Words } from '../zh'

const change: Words['paths']['change'] = {
  none: 'changed nothing', added_own_name: 'added own name', added_modifier: 'added a modifier', new_coined: 'coined a new name',
  other: 'changed otherwise', proof: 'handed in a proof', unsaid: 'did not say what', not_again: 'did not hand in again', various: 'various other ways',
}
const verdict: Words['paths']['verdict'] = {
  passed: 'passed', without_name: 'passed without the name', refused: 'refused again', failed: 'failed for good', left: 'left', waiting: 'still waiting',
}
const response: Words['paths']['response'] = {
  supplied: 'handed one in', renamed: 'took another name', left: 'left', ended: 'neither told, has ended', waiting: 'neither told, still waiting',
}
const attempt: Record<Process, string> = {
  certification: 'round', renewal: 'round', filing: 'attempt', rename: 'attempt', code_review: 'attempt',
}
const cases = (n: number) => (n === 1 ? '1 case' : `${n} cases`)
const rounds = (n: number) => (n === 1 ? '1 round' : `${n} rounds`)

export const paths: Words['paths'] = {
  contents: 'On this page',
  toAnswers: 'Back to the answers',
  ask: {
    days: 'Day by day: how do outcomes come', months: 'Month by month: do more pass, or fewer', rounds: 'In which round do cases pass',
    orders: 'How many fees until it passes', reasons: 'Why are rounds refused', repairs: 'What was done about a refusal, and did it pass',
    names: 'Which names are refused', categories: 'Whose names are refused', filing: 'Does certification accept a name the filing passed',
    changes: 'Told to rename: which change passes', copyright: 'Who is asked for a software copyright', after: 'What do those asked do',
  },
  change,
  variousReasons: 'Various other reasons',
  verdict,
  response,

  noneOf: (n, most) => `none in ${n} (at most ${most})`,
  none: most => `none (at most ${most})`,
  few: 'Fewer than 5 people reported, so they are not added up.',
  countsOnly: n => `${cases(n)}, too few people for shares.`,

  monthsTitle: (days, parts) => `After ${days} days, all settled months together: ${parts}`,
  monthsNone: 'No month has settled yet: even the oldest cases are too young, so this only shows the shape.',
  monthsCaption: days =>
    `Each column holds the cases that started in that month, read at day ${days} and adding up to 100%; above it, how many. Hatched months have not settled: slow cases are still to be reported, and the finding leaves them out. Months of fewer than 5 people are not drawn (<5); so that nobody can subtract them from the total, the next smallest are left out as well (–).`,
  monthsLabel: (title, months) => `${title}. Stacked by month, ${months} months.`,
  monthsInterval: (good, limits, n) => `95% interval of ${good.toLowerCase()} ${limits}, of ${cases(n)}`,
  undated: n => `${cases(n)} started in no one month and are in none of them`,
  month: 'Month',
  notSettled: 'may still change',
  underFive: '<5',
  covered: '–',
  monthLine: (month, isSettled) => (isSettled ? month : `${month} (may still change)`),

  roundsTitle: (first, second, later, process) =>
    `${first} pass in the first ${attempt[process]}, ${second} in the second, ${later} later`,
  roundsShort: 'Not followed far enough to say in which round cases pass.',
  roundsCaption: 'Each column is where all cases stand after this round and before the next; above it, how many heard this verdict. Those who still wait for their first verdict are in the total alone. A round goes from handing in to a pass or a refusal; handing in again opens the next, and so does paying anew after a failure.',
  roundsLabel: title => `${title}. Stacked by round.`,
  roundColumn: n => `Round ${n}`,
  underWay: 'Still under way',
  roundsLeftOut: n => `${cases(n)} do not begin with the first round or tell fragments, and are not counted`,

  ordersTitle: (first, second, later) => `${first} pass with one fee, ${second} with a second, ${later} with more`,
  ordersNone: 'No case tells of a payment, so there is nothing to say.',
  ordersCaption: 'After a failure the fee is due again. Each column is where all cases stand after so many fees; above it, how many have a result.',
  orderColumn: n => (n === 1 ? '1 fee' : `${n} fees`),
  ordersLeftOut: n => `${cases(n)} do not tell of a payment and are not counted`,
  feesTitle: 'Where the fee is told: for how much cases pass',
  fee: yuan => `¥${yuan} each`,
  yuan: yuan => `¥${yuan}`,
  feeWithin: (yuan, share) => `up to ¥${yuan}: ${share}`,
  feeMedian: yuan => `half pass for ¥${yuan} or less`,
  feeNoMedian: 'fewer than half have passed',
  feeNote: 'The fee is as people tell it, times how often it was paid; invoices, software copyrights and other expenses are not in it.',

  reasonsTitle: 'Reasons named most often',
  reasonsTitleAt: (reason, x, n) => `"${reason}" is named most often: in ${x} of ${n} refused rounds`,
  reasonsCaption: 'The dot is the share, the line its 95% interval; at the right, rounds naming it of rounds that give a reason. A round may name several, so the rows add up to more than 100%.',
  reasonsCount: (n, of) => `${rounds(n)} refused, of ${cases(of)}`,
  reasonsLeftOut: n => `${rounds(n)} without a told reason not counted`,

  repairsTitle: (reason, next, n, how) => `The way most often gone: ${reason} → ${how} → ${next}, ${cases(n)}`,
  repairsShort: 'No way has been gone by 5 people yet.',
  repairsCaption: 'Only the first refusal of each case: its reason at the left, what was done in the middle, the next verdict at the right. A refusal may have several reasons and is drawn once for each. Only ways gone by at least 5 people are drawn; fewer are joined as "various", or passes alone would be left.',
  repairsOther: (n, gone) => `${n} of ${gone} are fewer than 5 people even when joined, and not drawn`,
  repairsLeftOut: n => `${cases(n)} do not tell the reason or what came next and are not counted`,
  repairsCount: n => `${cases(n)} refused for the first time`,
  repairsLabel: parts => `Reason, what was done, next verdict: ${parts}`,
  repairsPart: (reason, how, next, n) => `${reason} → ${how} → ${next} ${n}`,
  repairsPhone: n => ` These are the ${n} most gone; the others are in the table.`,
  columns: { reason: 'Reason', change: 'What was done', next: 'Next verdict', n: 'Cases', people: 'People', fee: 'Fee', median: 'Median', waiting: 'Waiting' },

  pooledCaption: 'The hollow diamond is the share pulled towards that of all: few cases are pulled far, so that one or two by chance do not lead the list. Rows are in its order; the plain counts stand at the right.',
  alikeCaption: 'The rows differ no more than by chance, so their order says nothing.',
  tooFewToSay: 'too few people to say',
  titleOf: (question, answers) => `${question}: ${answers}`,
  alikeTitle: (question, least, most) => `${question}: from ${least} to ${most}, no more apart than by chance`,
  pooledColumn: 'Pulled towards all',

  categoriesTitle: 'Names told to change or to be proven, by kind of program',
  categoriesTitleAt: (category, x, n) => `"${category}" is told most often: ${x} of ${n}`,

  filingShare: (n, share, limits) =>
    `Of ${cases(n)} whose name had passed in the filing, certification told ${share} to rename or to bring proof (95% interval ${limits})`,
  filingNone: (n, most) => `Of ${cases(n)} whose name had passed in the filing, certification told none to rename or to bring proof (at most ${most})`,
  filingCounts: (n, x) => `Of ${cases(n)} whose name had passed in the filing, certification told ${x} to rename or to bring proof; too few people to speak of a share`,
  filingFew: 'Fewer than 5 people say that their name had passed in the filing, so whether certification accepts it is not known yet.',
  filingParts: (rename, proof) => `told to rename ${rename}, to bring proof ${proof}`,
  filingMore: (more, points, limits) => `${points} points ${more ? 'more' : 'less'} often than names that had passed nowhere (95% interval ${limits})`,
  filingAlike: 'no clear difference to names that had passed nowhere',
  filingWhy: 'The filing asks whether a service may go online, certification also whether the name belongs to its owner: passing the one is not passing the other.',
  points: n => `${n}`,
  pointRange: (from, to) => `${from} to ${to} points`,

  changesTitle: (days, n, share) => `Of ${cases(n)} whose name was refused, handed in again and that say what changed, ${share} passed within ${days} days`,
  changesCounts: n => `Only ${cases(n)} say what they changed after their name was refused, too few to say which change passes.`,
  changesNone: 'Of those who handed in again after their name was refused, nobody has said yet what they changed.',
  changesCaption: days => `One row for each change, read ${days} days after handing in again and adding up to 100%; at the right, how many and how many still wait.`,
  changesAgain: n => `${cases(n)} of these were refused for the name again, so the change they tell may be a later one`,
  changesUnsaid: n => `${cases(n)} handed in again and do not say what they changed`,
  changesLeftOut: n => `${cases(n)} do not tell over how many days, and are not counted`,
  rowCount: (n, waiting) => (waiting > 0 ? `${cases(n)}, ${waiting} waiting` : cases(n)),

  responsesTitle: (n, parts) => `Of ${cases(n)} asked for a software copyright: ${parts}`,
  responsesPart: (name, share) => `${name} ${share}`,
  responsesTitlePlain: 'What was done after the demand',
  responsesCaption: 'Each case counts once, for what is told first. The dot is the share of all who were asked, the line its 95% interval; those who still wait are among the all, so the rows add up to 100%.',
}
