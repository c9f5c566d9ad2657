import { z } from 'zod'
import { processes, stages, waitUnits } from '../codes'
import { cohorts } from '../figures/cohort'
import { dimensions } from '../figures/comparison'
import { namedProcesses } from '../figures/filter'
import { trendMeasures } from '../figures/trend'
import { clocks } from '../figures/working-figure'
import { caseAnswerSchema, caseListSchema } from './case-answer'
import { comparisonAnswerSchema } from './comparison-answer'
import { calibrationAnswerSchema, estimateAnswerSchema } from './estimate-answer'
import {
  durationsAnswerSchema, namesAnswerSchema, outcomesAnswerSchema, softwareCopyrightAnswerSchema,
} from './figure-answers'
import { methodAnswerSchema, robustnessAnswerSchema } from './method-answer'
import {
  monthsAnswerSchema, nameChangesAnswerSchema, ordersAnswerSchema, reasonsAnswerSchema, repairsAnswerSchema, roundsAnswerSchema,
} from './path-answers'
import type { Scope } from '../people/api-token'
import { keptAnswerSchema } from './kept-answer'
import { ownEndpoints } from './own-endpoints'
import { filterParameters, pageParameters, type Shape } from './parameters'
import { ruleListSchema } from './rule-answer'
import { trendAnswerSchema } from './trend-answer'

export type Endpoint = {
  /** Below /api/v1. */
  path: string
  summary: string
  parameters: Shape
  /** The schema of a JSON answer, under its name in the document. */
  answer?: { name: string; schema: z.ZodType }
  /** The type of an answer that is not JSON. */
  media?: string
  /** Has an {id} or {ref} that may be nobody's. */
  mayBeMissing?: true
  /** What was merged into another leads there. */
  movesOn?: true
  /** Answers about whoever brings a token with this scope, and nobody else. */
  scope?: Scope
}

const { subject, category, pattern, proof, layer } = filterParameters
const narrowing = { layer: layer.unwrap().default('own').describe(layer.description ?? ''), subject, category, pattern }
const process = z.enum(processes).default('certification').describe('One review at a time.')
const namedProcess = z.enum(namedProcesses).default('certification').describe('A review in which names are judged.')

const code = z.string().regex(/^[a-z_]{1,40}$/).optional()
const viewing = {
  clock: z.enum(clocks).default('calendar').describe('`working`: only 9:00 to 18:00 of working days in China counts.'),
  cohort: z.enum(cohorts).default('settled')
    .describe('`all` counts start months that have not settled, too: provisional. Settled months under 10 people count all; '
      + 'where under 5 people are young, `all` counts the settled ones.'),
}
const durationsParameters = {
  process,
  stage: z.enum(stages).optional().describe('A stage of the process; its first when not given.'),
  ...narrowing,
  proof,
  ...viewing,
}

const comparing = {
  by: z.enum(dimensions).default('subject').describe('What the two groups differ in.'),
  a: code.describe('The first group, a code of `by`; with `b`. Without: the two that most people stand behind.'),
  b: code,
  rule: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/).optional()
    .describe('With `by=rule`: the ref of a rule change; the newest that concerns the cases when not given.'),
}
const waiting = {
  waited: z.string().regex(/^\d{1,7}(\.\d{1,2})?$/).default('0').describe('How long the wait has lasted, in `unit`s; at most 728 days.'),
  unit: z.enum(waitUnits).default('hour'),
  since: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/).optional()
    .describe('Since when instead, in Shanghai: YYYY-MM-DD, or YYYY-MM-DDTHH:MM. At most 728 days ago.'),
}
const measure = z.enum(trendMeasures).default('answered').describe('Pace, or how many came through.')
/** All that some figure takes. */
const rowParameters = { ...durationsParameters, ...comparing, ...waiting, measure }

/** Everything the API answers: handlers, document, data page and tests read the same list. */
export const endpoints = {
  cases: {
    path: '/cases',
    summary: 'Cases, a page at a time. Asks for nothing: all live cases.',
    parameters: { ...filterParameters, ...pageParameters },
    answer: { name: 'CaseList', schema: caseListSchema },
  },
  case: {
    path: '/cases/{id}',
    summary: 'One case. Hidden and withdrawn cases are not found; one that was merged leads to the other.',
    parameters: {},
    answer: { name: 'Case', schema: caseAnswerSchema },
    mayBeMissing: true,
    movesOn: true,
  },
  casesCsv: {
    path: '/cases.csv',
    summary: 'The same cases as a table, all of them, newest first. Text that a spreadsheet would run as a formula '
      + 'begins with an apostrophe.',
    parameters: filterParameters,
    media: 'text/csv',
  },
  casesNdjson: {
    path: '/cases.ndjson',
    summary: 'All cases in the exchange format, one JSON object a line, oldest first: what `npm run export` writes and '
      + '`npm run import` reads.',
    parameters: {},
    media: 'application/x-ndjson',
  },
  durations: {
    path: '/stats/durations',
    summary: 'How long one stage takes.',
    parameters: durationsParameters,
    answer: { name: 'Durations', schema: durationsAnswerSchema },
  },
  comparison: {
    path: '/stats/comparison',
    summary: 'How long one stage takes in two groups, and how far they differ.',
    parameters: { ...durationsParameters, ...comparing },
    answer: { name: 'Comparison', schema: comparisonAnswerSchema },
  },
  estimate: {
    path: '/stats/estimate',
    summary: 'How much longer, for somebody who has waited so long in a stage; compared with those who waited as long.',
    parameters: {
      process,
      stage: z.enum(stages).optional().describe('A stage of the process; its first when not given.'),
      ...waiting,
      ...narrowing,
      proof,
    },
    answer: { name: 'Estimate', schema: estimateAnswerSchema },
  },
  calibration: {
    path: '/stats/calibration',
    summary: 'Whether forecasts of waits came out as often as they promised.',
    parameters: {},
    answer: { name: 'Calibration', schema: calibrationAnswerSchema },
  },
  outcomes: {
    path: '/stats/outcomes',
    summary: 'What became of whole cases by days since their start.',
    parameters: { process, ...narrowing, proof },
    answer: { name: 'Outcomes', schema: outcomesAnswerSchema },
  },
  outcomeMonths: {
    path: '/stats/outcomes-months',
    summary: 'What became of whole cases within a fixed time, by the month they started in.',
    parameters: { process, ...narrowing, proof },
    answer: { name: 'OutcomeMonths', schema: monthsAnswerSchema },
  },
  rounds: {
    path: '/stats/rounds',
    summary: 'What became of cases round by round: how many passed in the first, the second and later ones.',
    parameters: { process, ...narrowing, proof },
    answer: { name: 'Rounds', schema: roundsAnswerSchema },
  },
  orders: {
    path: '/stats/orders',
    summary: 'How many orders were paid until cases passed, and what that cost.',
    parameters: { process, ...narrowing, proof },
    answer: { name: 'Orders', schema: ordersAnswerSchema },
  },
  reasons: {
    path: '/stats/reasons',
    summary: 'The reasons given for refused rounds.',
    parameters: { process, ...narrowing, proof },
    answer: { name: 'Reasons', schema: reasonsAnswerSchema },
  },
  repairs: {
    path: '/stats/repairs',
    summary: 'From the first refusal of a case: its reason, what was changed, and the next verdict.',
    parameters: { process, ...narrowing, proof },
    answer: { name: 'Repairs', schema: repairsAnswerSchema },
  },
  names: {
    path: '/stats/names',
    summary: 'Which names were told to change or to prove.',
    parameters: { process: namedProcess, ...narrowing, proof },
    answer: { name: 'Names', schema: namesAnswerSchema },
  },
  nameChanges: {
    path: '/stats/names-changes',
    summary: 'What was changed after a name was refused, and whether it passed next.',
    parameters: { process: namedProcess, ...narrowing, proof },
    answer: { name: 'NameChanges', schema: nameChangesAnswerSchema },
  },
  softwareCopyright: {
    path: '/stats/software-copyright',
    summary: 'Who was asked for a software copyright (软著), and what followed.',
    parameters: { process: namedProcess, ...narrowing },
    answer: { name: 'SoftwareCopyright', schema: softwareCopyrightAnswerSchema },
  },
  robustness: {
    path: '/stats/robustness',
    summary: 'How far a median and a share could be from the honest ones: lies, and the accounts that move them most.',
    parameters: {
      process,
      stage: z.enum(stages).optional().describe('A stage of the process; its first when not given.'),
      ...narrowing,
      proof,
    },
    answer: { name: 'Robustness', schema: robustnessAnswerSchema },
  },
  method: {
    path: '/method',
    summary: 'The version of the method, what changed, and the numbers that decide what may be said.',
    parameters: {},
    answer: { name: 'Method', schema: methodAnswerSchema },
  },
  trend: {
    path: '/stats/trend',
    summary: 'Whether it is getting slower or stricter, by the week or month in which cases began.',
    parameters: {
      process,
      measure,
      stage: z.enum(stages).optional().describe('A stage of the process; the one people wait for most when not given.'),
      ...narrowing,
      proof,
    },
    answer: { name: 'Trend', schema: trendAnswerSchema },
  },
  figureRowsCsv: {
    path: '/stats/{kind}/rows.csv',
    summary: 'The rows behind a figure as it is now, as `npm run survival` reads them where they are waits. Takes what that '
      + 'figure takes. Of what may not be said there is the head alone.',
    parameters: rowParameters,
    media: 'text/csv',
  },
  figureRowsNdjson: {
    path: '/stats/{kind}/rows.ndjson',
    summary: 'The same rows, one JSON object a line.',
    parameters: rowParameters,
    media: 'application/x-ndjson',
  },
  keptFigure: {
    path: '/figures/{ref}',
    summary: 'A figure as it was when somebody kept it.',
    parameters: {},
    answer: { name: 'KeptFigure', schema: keptAnswerSchema },
    mayBeMissing: true,
  },
  keptRowsCsv: {
    path: '/figures/{ref}/rows.csv',
    summary: 'The rows behind it, as they were.',
    parameters: {},
    media: 'text/csv',
    mayBeMissing: true,
  },
  keptRowsNdjson: {
    path: '/figures/{ref}/rows.ndjson',
    summary: 'The same rows, one JSON object a line.',
    parameters: {},
    media: 'application/x-ndjson',
    mayBeMissing: true,
  },
  rules: { path: '/rules', summary: 'Dated rule changes, newest first.', parameters: {}, answer: { name: 'RuleList', schema: ruleListSchema } },
  ...ownEndpoints,
} as const satisfies Record<string, Endpoint>
