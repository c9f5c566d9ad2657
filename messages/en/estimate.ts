import type { Stage } from '@/domain/codes'
import type { Words } from '../zh'

const done: Record<Stage, string> = {
  first_call: 'got the call', call_decision: 'had an answer', decision: 'had an answer', fix: 'resubmitted', total: 'were through',
  platform: 'heard back', sms: 'had verified', bureau: 'had an answer', filing_total: 'were through',
}

const not: Record<Stage, string> = {
  first_call: 'had no call', call_decision: 'had no answer', decision: 'had no answer', fix: 'had not resubmitted', total: 'were not through',
  platform: 'had not heard back', sms: 'had not verified', bureau: 'had no answer', filing_total: 'were not through',
}

const cases = (n: number) => (n === 1 ? '1 case' : `${n} cases`)
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)

export const estimate: Words['estimate'] = {
  title: 'How much longer',
  description: 'Is it normal so far, how much longer, and what comes next: compared with those who waited as long.',
  placeBefore: 'I am waiting in',
  waitedBefore: 'and have waited',
  unit: 'Unit',
  ask: 'How much longer?',
  more: 'More exactly: start time, subject, category',
  since: 'Or since when (Beijing time)',
  sinceHint: 'If given, the number above is not looked at.',
  subject: 'Subject',
  category: 'Category',
  any: 'Any',
  waitFault: {
    unreadable: 'That wait could not be read: give a number, such as 3 or 1.5.', too_long: 'Too long: waits of up to two years can be compared.',
    ahead: 'That time has not come yet.',
  },
  sinceFault: {
    unreadable: 'There is no such time: please choose again.', too_long: 'Too early: waits of up to two years can be compared.',
    ahead: 'That time has not come yet: give one that has passed.',
  },
  emptyHint: 'Say which step you are at and for how long, and see what became of those who waited as long. Nothing is stored.',
  question: (process, stage, waited) => `${process} · ${stage} · waited ${waited}`,
  justBegun: 'not at all yet',
  today: 'today',

  answer: (half, quarters) => `Of those who had waited as long, half ${half}${quarters ? `, three quarters ${quarters}` : ''}.`,
  within: (span, stage) => `${done[stage]} **within another ${span}**`,
  withinToday: stage => `${done[stage]} **before that day was over**`,
  withinAlso: span => `**within another ${span}**`,
  withinTodayAlso: '**that day too**',
  notReached: (span, stage) => `still ${not[stage]} **after another ${span}**`,
  limitsOfHalf: limits => `95% interval of the half: another ${limits}`,
  limitsOfQuarters: limits => `of the three quarters: another ${limits}`,
  asLong: (n, waiting) => `${cases(n)} waited as long, ${waiting} of them still waiting when last heard of`,
  asLongOf: (n, all) => `${cases(n)} waited as long, of ${all} counted from the start`,
  widened: what => `too few waited as long under the narrower question, so this is for any ${what}`,
  and: ' and ',

  few: n => (n === 0 ? 'Nobody is known to have waited that long, so how much longer is not known.' : `Only ${cases(n)} waited that long, so how much longer is not known yet.`),
  missing: (few, ends) => `To say how much longer half wait takes 10 people who waited as long, 5 of them with an answer since; missing now: ${
    [few > 0 && people(few), ends > 0 && `${ends} with an answer`].filter(Boolean).join(', ')}.`,
  wider: 'Ask more widely',
  layerToo: 'source, threads and others’ reports too',
  widerCan: (what, n) => `Any ${what}: ${cases(n)} waited as long, enough for an answer`,
  widerCannot: (what, n) => `Any ${what}: ${n === 0 ? 'no case' : `only ${cases(n)}`} waited as long, also too few`,
  read: 'These waited as long; read them one by one:',

  normalTitle: 'Is that normal?',
  answered: (share, t, exactly, stage) => `Counted from the start, **${share}** ${done[stage]} by ${exactly ? 'now' : t}.`,
  answeredByYesterday: (share, stage) => `Counted from the start, **${share}** ${done[stage]} by the day you were at yesterday.`,
  answeredNone: (n, upper) => `None of ${cases(n)} had an answer so soon (at most ${upper}).`,
  verdict: {
    common: 'Most were still waiting: a wait like this is common.',
    longer: 'You have waited longer than half, but many do.',
    long: 'You have waited longer than three quarters, which is not rare.',
    rare: 'Fewer than one in ten wait this long: unusually long.',
  },

  courseTitle: (within, parts) => `${within}: ${parts}`,
  courseWithin: span => `Within ${span} from now`,
  courseToday: 'By the end of today',
  courseRow: span => `${span} from now`,
  courseRowToday: 'End of today',
  courseCaption: 'Each row is where those who waited as long stood by then: from the left the ways it ended, the blank rest at the right still waiting. Thin lines are 95% intervals: the upper one says where the leftmost part may end, the lower one where those waiting may begin; the parts between have theirs in the table. Shares are of all who waited as long.',
  courseLabel: (title, n) => `${title}. From ${cases(n)} that waited as long.`,
  courseTime: 'From now',
  became: (n, parts) => `What these ${cases(n)} came to: ${parts}.`,
  becameWaiting: n => `still waiting when last heard of ${n}`,
  becamePart: (name, n) => `${name} ${n}`,
  untilNow: (half, other) =>
    `Some fell silent while waiting. Above they count only up to when they were last heard of (half: another ${half}); had all of them waited until today, it would be another ${other}. The truth is mostly in between.`,
  untilNowMore: span => `${span} or more`,
  nextTitle: 'After that, usually',
  nextRefused: 'If it is sent back',
  ways: {
    called: 'Called', no_call: 'Answer without a call', left: 'Gave up or changed subject', approved: 'Approved',
    refused: 'Sent back or refused', approved_without_name: 'Approved without the name', resubmitted: 'Resubmitted',
    ended: 'Ended without resubmitting', passed: 'Passed', verified: 'Verified', expired: 'Expired', filed: 'Filed',
  },

  linksTitle: 'Look further',
  casesLike: 'Cases like mine',
  stageFigure: 'How long this step takes from its start',
  outcomes: 'How it all ends',
  report: 'Report my own',
  reportHint: 'Once reported, one tap on "still waiting" spares those after you some guessing; and forecasts are held against what came.',
  backToCase: 'Back to my case',
  ofCase: id => `Filled in from your case ${id}; change it as you like.`,
  caseOver: 'This case has its answer; there is nothing to wait for.',
  caseUnknown: 'This case does not tell since when it waits. Please say so below.',
  keptNote: 'This forecast was written down without your name, to be held against what comes of your case.',
  fromCase: 'How much longer?',
  fromCaseHint: 'Compared with those who waited as long; the forecast is kept, without your name, to be checked later.',

  calibration: {
    title: 'Do the forecasts hold?',
    holds: (share, limits) => `Told that eight in ten would have an answer within a span of time, **${share}** had it then (95% interval ${limits}): in keeping with the promise.`,
    narrow: (share, limits) => `Told that eight in ten would have an answer within a span of time, only **${share}** had it then (95% interval ${limits}): the forecasts promise too much.`,
    wide: (share, limits) => `Told that eight in ten would have an answer within a span of time, **${share}** had it then (95% interval ${limits}): the forecasts leave more room than needed.`,
    unknown: 'Not followed long enough to say whether the forecasts hold.',
    few: n => (n === 0 ? 'No forecast to check yet.' : `Too few forecasts to check (${n}), so whether they hold is not known yet.`),
    weight: (n, ended, waiting) => `${n} forecasts, ${ended} with an answer, ${waiting} still waiting`,
    leftOut: n => `${n} whose end is known too roughly are left out`,
    how: 'Whenever somebody reports a case that still waits, confirms it, or asks on it how much longer, the forecast is written down without a name and held against what comes. Of one round of a case only the first forecast counts. Those without an end yet are neither dropped nor counted as missed: they count up to when they were last heard of. Forecasts in days can only speak of whole days, so their window holds at least eight in ten, and often more. Of a question asked without a case nobody learns the end, so it cannot be checked and is not stored.',
    chartTitle: share => `The window from 10 to 90 %: ${share} came within it`,
    chartLabel: 'A row a stage: the dot is the share that came within the window, the line its 95% interval, the upright line the promised 80 %.',
    promised: 'promised: 80 %',
    all: 'All',
    columns: {
      stage: 'Stage', n: 'Forecasts', ended: 'Ended', inside: 'Within (80 % promised)', early: 'Earlier (10 %)', late: 'Later (10 %)',
      half: 'By the half (50 %)', quarters: 'By three quarters (75 %)',
    },
  },
}
