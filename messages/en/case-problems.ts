import type { EventType, Process } from '@/domain/codes'
import type { caseProblems as zh } from '../zh/case-problems'
import { codes } from './codes'

type Values = Record<string, string | number>

// As the form calls it in this process.
const event = (code: string | number | undefined, process?: string | number) => (
  codes.eventIn[process as Process]?.[code as EventType] ?? codes.event[code as EventType] ?? String(code ?? '')
)
const first = ({ first_place, first: type, process }: Values) => `step ${first_place} (${event(type, process)})`
const second = ({ second_place, second: type, process }: Values) => `step ${second_place} (${event(type, process)})`

export const caseProblems: typeof zh = {
  required: 'This is not answered yet; if you do not remember, choose “Not sure”.',
  too_many_rows: 'Too many cases stand behind this figure for it to be kept with each of them. The whole of the data can be downloaded on the data page.',
  not_in_list: 'Please choose one of the options.',
  wrong_kind: 'This has the wrong form.',
  wrong_form: 'This has the wrong form.',
  unknown_field: ({ field }) => `The field “${field}” is not known.`,
  too_short: ({ least }) => `Too short: at least ${least} characters.`,
  too_long: ({ most }) => `Too long: at most ${most} characters.`,
  too_small: ({ least }) => `It cannot be less than ${least}.`,
  too_big: ({ most }) => `It cannot be more than ${most}.`,
  too_many: ({ most }) => `Too many: at most ${most}.`,
  too_many_bytes: 'Too long; please shorten it.',
  choose_one: 'Write at least one step: what happened, or “Still waiting”.',
  twice: 'The same option was chosen twice.',
  stands_alone: '“Not sure” and “None” cannot be chosen together with others.',
  not_a_number: 'Please enter a number, such as 30.',
  not_a_date: 'Please give year, month and day, as in 2026-11-09.',
  not_a_month: 'Please give year and month, as in 2026-11.',
  not_a_time: 'Please give hours and minutes, as in 14:05.',
  choose_when_kind: 'There is a date; please choose what kind of time it is.',
  earliest_after_latest: 'The end is before the beginning.',
  before_wechat: 'This date is before WeChat existed; please check the year.',
  least_above_most: '“At least” is longer than “at most”.',
  wait_negative: 'A wait cannot be negative.',
  wait_out_of_range: 'This wait is too long; please check its unit.',
  wait_without_previous: 'Nothing comes before the first step, so it has no wait.',
  entered_in_future: 'It was entered in the future.',
  filing_only: 'Only a filing has a province.',
  companies_only: 'Only companies name an audit firm.',
  days_without_application: 'Days only count where the software copyright was applied for this time.',
  told_before: 'You have told the same before; if this was another time, tick the box and publish again.',
  fewer_than_paid: ({ told, paid }) => `The steps say it was paid ${paid} times; here it is ${told}.`,
  detail_not_here: ({ event: type, process }) => `The step “${event(type, process)}” carries no such detail.`,
  not_in_process: ({ event: type, process }) => `“${codes.process[process as Process]}” has no step “${event(type)}”.`,
  starts_at_one: 'Orders and rounds begin at 1.',
  order_backwards: values => `The order of ${second(values)} is lower than that of ${first(values)}.`,
  order_without_end: values => `A new order begins after the former has ended: ${first(values)} is no end.`,
  round_backwards: values => `The round of ${second(values)} is lower than that of ${first(values)}.`,
  round_without_sent_back: values => `A new round begins after being sent back, which ${first(values)} is not.`,
  after_end: values => `${first(values)} is an end already; ${second(values)} cannot come after it.`,
  after_round: values => `After ${first(values)} it has to be submitted again; ${second(values)} cannot follow within the round.`,
  twice_in_case: values => `${second(values)} happens once in a case, and ${first(values)} is there already.`,
  twice_in_order: values => `${second(values)} happens once in an order, and ${first(values)} is there already.`,
  twice_in_round: values => `${second(values)} happens once in a round, and ${first(values)} is there already.`,
  out_of_order: values => `Wrong order: ${second(values)} belongs before ${first(values)}.`,
  appeal_without_refusal: values => `Before ${second(values)} there must be a refusal.`,
  in_future: values => `The time of ${second(values)} lies in the future.`,
  dates_backwards: values => `The times contradict: ${second(values)} is earlier than ${first(values)}.`,
  waits_exceed_dates: values => `The times contradict: from ${first(values)} to ${second(values)} the waits add up to more than the dates allow.`,
  dates_exceed_waits: values => `The times contradict: from ${first(values)} to ${second(values)} the dates are further apart than the waits.`,
  name_shape_length: 'The shape has 2 to 30 characters.',
  name_shape_unveiled: 'Please replace what gives you away by at least one 〇.',
  name_shape_telling: 'A name’s shape holds no phone number, ID or address.',
  line_too_long: 'This line is too long.',
  not_json: 'This line is not a JSON object.',
  said_twice: ({ field }) => `“${field}” is said twice.`,
}
