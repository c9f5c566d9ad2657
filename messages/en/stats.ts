import type { Process } from '@/domain/codes'
import type { Words } from '../zh'

const verdictSince: Record<Process, string> = {
  certification: 'After paying', renewal: 'After paying', filing: 'After submitting', rename: 'After submitting',
  code_review: 'After submitting',
}

const half: Words['stats']['half'] = {
  first_call: within => `After paying, half got the review call **${within}**`,
  call_decision: within => `After the call, half had an answer **${within}**`,
  decision: (within, process) => `${verdictSince[process]}, half had an answer **${within}**`,
  fix: within => `After being sent back, half resubmitted **${within}**`,
  total: within => `From the first payment, half were through **${within}**`,
  platform: within => `After submitting, half heard from the platform **${within}**`,
  sms: within => `After the text message, half had verified **${within}**`,
  bureau: within => `Once at the bureau, half had an answer **${within}**`,
  filing_total: within => `From first submitting, half were through **${within}**`,
}

const otherwise: Words['stats']['otherwise'] = {
  first_call: some => `${some} had an answer or gave up without a call`,
  call_decision: some => `${some} ended otherwise than approved`,
  decision: some => `${some} ended otherwise than approved`,
  fix: some => `${some} ended without resubmitting`,
  total: some => `${some} ended without approval`,
  platform: some => `${some} did not pass`,
  sms: some => `${some} did not verify`,
  bureau: some => `${some} were not filed`,
  filing_total: some => `${some} ended without being filed`,
}

const since: Record<Process, string> = {
  certification: 'of payment', renewal: 'of payment', filing: 'of submitting', rename: 'of submitting',
  code_review: 'of submitting',
}

const sincePaying = { outcomes: 'Day by day since payment: how many were approved, failed, left, or still wait.' }
const sinceSubmitting = {
  durations: 'How long the answer took after submitting.',
  outcomes: 'Day by day since submitting: how many were approved, failed, left, or still wait.',
}

const hintsOf: Words['stats']['hintsOf'] = {
  filing: {
    durations: 'The platform, the text message and the bureau: how long each took.',
    outcomes: 'Day by day since submitting: how many were filed, refused, left, or still wait.',
  },
  certification: sincePaying,
  renewal: sincePaying,
  rename: sinceSubmitting,
  code_review: sinceSubmitting,
}

const cases = (n: number) => (n === 1 ? '1 case' : `${n} cases`)
const rounds = (n: number) => (n === 1 ? '1 round' : `${n} rounds`)
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)

export const stats: Words['stats'] = {
  title: 'Times and outcomes',
  titles: {
    durations: 'How long each stage takes', outcomes: 'How outcomes unfold', names: 'Will the name be refused',
    software_copyright: 'Will they want a software copyright',
  },
  hints: {
    durations: 'Payment to call, call to answer, sent back to resubmitted: how long each took.',
    outcomes: 'Day by day since payment (filing, renaming and code review: since submitting): how many were approved, failed, left, or still wait.',
    names: 'Which names were told to change, and which to bring proof.',
    software_copyright: 'Who was asked for a software copyright, and what came of it.',
  },
  hintsOf,
  about: process => `${process}: what can be said so far`,
  pagesTitle: 'One page, one question',
  see: what => `See the drawing and the data: ${what}`,

  caveat: 'Reported by developers of their own accord, not official; those who report are often the luckiest or the unluckiest.',
  waitingMeaning: ' "Still waiting" means without an answer when last confirmed.',
  covered: what => `${what}: not said here. Taken from the total, it would tell of fewer than 5 other people.`,
  coveredWhy: 'These are cases enough, but taken from a wider figure they would leave those of fewer than 5 other people, so neither is said. Choose another range, or wait until more of the others report.',
  coveredStage: 'Would tell of fewer than 5 others, not shown',
  counting: what => `${what}: there are very many cases, and they are being counted.`,
  countingWhy: 'There are very many cases, and this figure is still being counted. Open this page again in a while.',
  countingStage: 'Being counted',
  countedAt: when => `counted of the cases as they were on ${when}, and anew when they change`,
  fewReports: 'Fewer than 5 people reported: not shown.',
  method: version => `Method ${version}`,

  layerTitle: 'Whose cases are counted',
  layerName: { own: 'Told by those concerned', thread: 'From old forum threads', all: 'All sources' },
  layerWithCount: (name, n) => `${name}: ${n}`,
  layerSays: {
    own: 'only cases told by those concerned, none from old threads',
    thread: 'only cases gathered from old forum threads, each counted as one person',
    all: 'cases told by those concerned, for others, and from old threads together',
  },

  filterTitle: 'Look at other cases',
  filter: {
    process: 'Review', stage: 'Stage', subject: 'Subject', category: 'Category', pattern: 'Kind of name', proof: 'Proof asked for',
    layer: 'Whose cases',
  },
  any: 'Any',
  apply: 'Show',
  clear: 'Start over',

  half,
  cases,
  rounds,
  roundsOf: (n, of) => (n === of ? cases(of) : `${rounds(n)} of ${cases(of)}`),
  tail: within => `, nine in ten **${within}**`,
  halfNotReached: (stage, span) => `${stage}: followed for **${span}**, fewer than half had an answer`,
  sentenceEnd: '.',
  durationsCounts: (stage, all, ended, waiting) =>
    `${stage}: **${all}** with known times, ${ended} with an answer, ${waiting} still waiting; too few to say how long it takes.`,
  durationsFew: (stage, n) => (n === 0 ? `${stage}: no cases yet.` : `${stage}: only ${cases(n)}, so how long it takes is not known yet.`),
  durationsRough: (stage, all, rough) =>
    `${stage}: ${all} reported, ${rough || 'all of them'} known too roughly, so how long it takes is not known yet.`,
  durationsFewPeople: stage => `${stage}: fewer than 5 people reported, so how long it takes is not known yet.`,

  outcomeBy: (process, day, share, good, waiting) =>
    `Within ${day === 1 ? '1 day' : `${day} days`} ${since[process]}, **${share}** were ${good} and ${waiting}.`,
  stillWaited: share => `${share} still waited`,
  noneWaited: most => `nobody still waited (at most ${most})`,
  outcomeGood: { approved: 'approved', filed: 'filed' },
  outcomeShort: (n, waiting) => `Of ${cases(n)} ${waiting === 0 ? 'all have ended' : `${waiting} still wait`}, followed too briefly to give shares.`,
  outcomeCounts: (n, good, goodName, waiting) =>
    `Of ${cases(n)} with known times **${good}** were ${goodName} and ${waiting} still wait; too few people to speak of a share.`,
  outcomeFew: n => (n === 0 ? 'From start to end: no case with known times yet.' : `From start to end: only ${cases(n)} with known times, too few for shares.`),
  outcomeRough: (all, rough) =>
    `From start to end: ${cases(all)} reported, ${rough < all ? `${rough} of them` : 'all of them'} known too roughly, too few for shares.`,
  outcomeFewPeople: 'From start to end: fewer than 5 people reported, too few for shares.',

  namesShare: (n, share) => `Of ${cases(n)} whose name got an answer, **${share}** were told to rename or to bring proof.`,
  namesNone: (n, most) => `Of ${cases(n)} whose name got an answer, **none** was told to rename or to bring proof (at most ${most}).`,
  namesCounts: (n, x) => `Of ${cases(n)} whose name got an answer, **${x}** were told to rename or to bring proof; too few people to speak of a share.`,
  namesFew: (n, all) => (all === 0
    ? 'Names: no case yet.'
    : `Names: ${all > n ? `${cases(all)} reported, ` : ''}${n === 0 ? 'none' : `only ${cases(n)}`} with an answer, so which are refused is not known yet.`),
  namesFewPeople: n => `Names: ${cases(n)} with an answer from fewer than 5 people, so which are refused is not known yet.`,
  namesParts: (rename, proof) => `told to rename ${rename}, to bring proof ${proof}`,
  namesLeftOut: (notReached, unknown) =>
    `not counted: ${[notReached > 0 && `${notReached} that had not come to the name yet`, unknown > 0 && `${unknown} that did not say, which is not passing`].filter(Boolean).join(', ')}`,

  copyrightShare: (n, share) => `Of ${cases(n)} that say what proof was asked for, **${share}** were asked for a software copyright.`,
  copyrightNone: (n, most) => `Of ${cases(n)} that say what proof was asked for, **none** was asked for a software copyright (at most ${most}).`,
  copyrightCounts: (n, x) => `Of ${cases(n)} that say what proof was asked for, **${x}** were asked for a software copyright; too few people to speak of a share.`,
  copyrightFew: (n, all) => (n === 0
    ? 'Software copyright: no case says yet what proof was asked for.'
    : `Software copyright: ${all > n ? `${cases(all)} reported, ` : ''}only ${cases(n)} ${n === 1 ? 'says' : 'say'} what proof was asked for, too few for a share.`),
  copyrightFewPeople: n => `Software copyright: ${cases(n)} that say what proof was asked for, from fewer than 5 people, too few for a share.`,
  copyrightLeftOut: n => `${cases(n)} did not say and are not counted; not saying is not "not asked"`,

  weightMore: 'Who counts, and who is left out',
  interval: limits => `95% interval ${limits}`,
  counted: (all, waiting) => (waiting === 0 ? `${all}, all with an answer` : `${all}, ${waiting} still waiting when last heard of`),
  casesOf: (n, accounts) => (n === accounts ? cases(n) : `${cases(n)} from ${people(accounts)}`),
  early: 'few cases: an early signal',
  provisional: 'most may still change: provisional',
  settled: younger => `only months old enough to have settled${younger ? ` (${younger} too young or without a month)` : ''}`,
  leftOut: (some, scale) =>
    `${some} known too roughly to count${scale === 'day' ? ', or remembered in hours but not over how many days' : ''}`,
  capped: some => `${some} beyond 3 of one person in one month not counted`,
  roughMedian: (shortest, longest) => `many waits are remembered roughly; all at their shortest or all at their longest, half would be at ${shortest} or ${longest}`,
  otherwise,

  within: span => `within ${span}`,
  minuteRange: (from, to) => `${from}–${to} min`,
  dayRange: (from, to) => `${from}–${to} days`,
  atLeast: span => `at least ${span}`,
  percent: n => `${n}%`,
  percentRange: (from, to) => `${from}–${to}%`,
  underOne: 'under 1%',
  overNinetyNine: 'over 99%',
  notReached: span => `> ${span}`,
  unknown: '–',
  xOfN: (x, n) => `${x}/${n}`,

  silentTitle: 'What cannot be said yet',
  missingTitle: 'What is missing',
  missingWaits: (accounts, ended) =>
    `To say how long half wait takes 10 people who know the times of this stage, and 5 cases with an answer; those who know are ${accounts} now${ended === null ? '' : `, ${ended} with an answer`}.`,
  missingOutcomes: (accounts, ended) =>
    `To say how many are approved and how many still wait takes 10 people who know over how many days it went, and 5 cases that ended; those who know are ${accounts} now${ended === null ? '' : `, ${ended} ended`}.`,
  missingDays: 'This is counted in days: a wait remembered in hours, with or without a night between, has no place in it.',
  missingShares: accounts => `A share takes 10 people who say; those who say are ${accounts} now.${accounts < 5 ? ' From 5 people on the cases are counted.' : ''}`,
  missingOther: (name, n) => `${name}: ${cases(n)}. Look at those.`,
  report: 'Report your own case',
  readThese: (shown, all) =>
    (shown < all ? `Too few that are known to add up. The first ${shown} of ${all}, to be read one by one:` : 'Too few to add up; read them one by one:'),

  stageTitle: 'How long each stage takes',
  stageTitleOf: (least, shortest, most, longest) => `Half wait ${least} in the shortest stage (${shortest}) and ${most} in the longest (${longest})`,
  stageBarsCaption: 'The thick stroke is the median: half had an answer before it. The box holds the middle half (its slow side is not drawn under 30 cases), the dashes reach to the fastest and slowest tenth; an arrow means not reached by then. Each stage has an axis of its own, so lengths do not compare from row to row. The further right, the more time a step holds.',
  stageBarsLabel: parts => `How long each stage takes: ${parts}`,
  stageBarPart: (stage, median, all) => `${stage}, median ${median}, ${all}`,
  stageCount: (all, waiting) => (waiting > 0 ? `${all} · ${waiting} waiting` : all),
  tooFewToDraw: 'too few to draw',
  tooFewStage: 'fewer than 5 people, not shown',

  curveTitle: stage => `${stage}: how many have an answer`,
  curveTitleAt: (stage, within, share) => `${stage}: ${within}, ${share} have an answer`,
  curveLabel: (title, all, waiting) => `${title}. Drawn from ${all}, ${waiting} of them still waiting.`,
  curveCaption: 'The curve is the share with an answer, the pale band its 95% interval. Short strokes are people still waiting, counted only up to when they were last heard of.',
  halfLine: 'Half:',
  sameDay: 'the same day',

  outcomesTitleAt: (day, parts) => `By day ${day}: ${parts}`,
  outcomesTitle: 'How outcomes unfold',
  outcomePart: (name, share) => `${name} ${share}`,
  outcomesCaption: 'Short strokes are people still waiting, counted only up to when they were last heard of. Shares are of all who began, not "of those decided", which would leave out slow failures.',
  endWaiting: 'Still waiting',
  noneWaits: most => `nobody still waiting (at most ${most})`,

  sharesCaption: 'The dot is the share, the line its 95% interval; at the right, those told of those with an answer. A name can be of several kinds, so the rows add up to more than all.',
  sharesCaptionOnce: 'The dot is the share, the line its 95% interval; at the right, how many of how many.',
  sharesLabel: (title, parts) => `${title}. ${parts}`,
  sharePart: (label, x, n, share) => `${label} ${x} of ${n}, ${share}`,
  namesByPattern: 'Names told to change or to be proven',
  namesByPatternAt: (pattern, x, n) => `"${pattern}" is told most often: ${x} of ${n}`,
  namesChanges: 'What was done after a name had to change',
  copyrightByCategory: 'Programs asked for a software copyright',
  copyrightByPattern: 'Names asked for a software copyright',
  copyrightByAt: (what, x, n) => `"${what}" is asked most often: ${x} of ${n}`,
  afterTitle: 'After being asked for a software copyright',
  afterNone: 'No case was asked for one yet.',
  afterFew: 'Fewer than 5 people were asked for one, so they are not added up.',
  afterSoFar: (n, parts) => `Of ${cases(n)} asked for one, when last heard of: ${parts}. These are counts so far, not shares: the slow ones are still open.`,
  afterPart: (name, n) => `${name} ${n}`,
  afterRest: (n, besides) => `${besides ? 'the other ' : ''}${n} stand variously, some as fewer than 5 people do, so they are not told apart`,
  afterHad: 'Whether they had one',
  afterSupplied: (x, n) => `Of ${cases(n)} that say, ${x === 0 ? 'none' : x} handed one in.`,
  afterResults: 'How it was taken',
  afterOutcomes: 'From start to end: the outcomes of those asked for one',

  table: 'Data table',
  download: 'Download the cases',
  asJson: 'Numbers as JSON',
  columns: {
    stage: 'Stage', n: 'Cases', waiting: 'Waiting', fastest: 'Fastest tenth', quarter: 'A quarter', median: 'Median (95% interval)',
    threeQuarters: 'Three quarters', slowest: 'Nine in ten', time: 'Time', atRisk: 'Still followed', answered: 'With an answer',
    limits: '95% interval', day: 'Day', x: 'Cases', share: 'Share', rename: 'Told to rename', proof: 'Asked for proof',
    either: 'Either',
  },
  tableDay: n => `Day ${n}`,
  notFollowed: 'fewer than 5 cases were followed that long',
  listJoin: ', ',
  sentenceJoin: '; ',
}
