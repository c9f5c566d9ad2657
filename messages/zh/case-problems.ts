import type { EventType, Process } from '@/domain/codes'
import { cases } from './cases'
import { codes } from './codes'

type Values = Record<string, string | number>

// As the form calls it in this process.
const event = (code: string | number | undefined, process?: string | number) => (
  codes.eventIn[process as Process]?.[code as EventType] ?? codes.event[code as EventType] ?? String(code ?? '')
)
const first = ({ first_place, first: type, process }: Values) => `第 ${first_place} 步“${event(type, process)}”`
const second = ({ second_place, second: type, process }: Values) => `第 ${second_place} 步“${event(type, process)}”`
const fieldName = (field: string | number | undefined) => cases.fact[field as keyof typeof cases.fact] ?? String(field ?? '')

/** What can be wrong with a case; part of messages.problems. */
export const caseProblems = {
  required: '这一项还没有填；记不清可以选“不清楚”。',
  too_many_rows: '这个数字背后的案例太多，不能连同每一条一起留存。“数据”页可以下载全部案例。',
  not_in_list: '请从列出的选项里选。',
  wrong_kind: '这一项的格式不对。',
  wrong_form: '这一项的写法不对。',
  unknown_field: ({ field }: Values) => `不认识的字段“${field}”。`,
  too_short: ({ least }: Values) => `太短了，至少 ${least} 个字。`,
  too_long: ({ most }: Values) => `太长了，最多 ${most} 个字。`,
  too_small: ({ least }: Values) => `不能小于 ${least}。`,
  too_big: ({ most }: Values) => `不能大于 ${most}。`,
  too_many: ({ most }: Values) => `太多了，最多 ${most} 个。`,
  too_many_bytes: '太长了，请删短一些。',
  choose_one: '至少要写一步：发生了什么，或者“仍在等待”。',
  twice: '同一个选项选了两次。',
  stands_alone: '“不清楚”和“没有要求”不能和别的选项一起选。',
  not_a_number: '请填数字，例如 30。',
  not_a_date: '请写清年月日，例如 2026-11-09。',
  not_a_month: '请写清年和月，例如 2026-11。',
  not_a_time: '请写清几点几分，例如 14:05。',
  choose_when_kind: '填了日期，请选好它是哪一种时间。',
  earliest_after_latest: '结束的时间早于开始的时间。',
  before_wechat: '这个日期在微信出现之前，请检查年份。',
  least_above_most: '“至少”比“至多”还长。',
  wait_negative: '等待的时间不能是负数。',
  wait_out_of_range: '这段等待太长了，请检查单位。',
  wait_without_previous: '第一步之前没有别的步骤，不能填隔了多久。',
  entered_in_future: '记录的时间在将来。',
  filing_only: '只有备案才填省份。',
  companies_only: '只有企业主体才填审核公司。',
  days_without_application: '只有“为这次申请”软著，才填用了几天。',
  told_before: '你已经说过同样的事；如果这是另一次，请勾上再发布。',
  fewer_than_paid: ({ told, paid }: Values) => `上面写了交过 ${paid} 次费，这里只有 ${told} 次。`,
  detail_not_here: ({ event: type, process }: Values) => `“${event(type, process)}”这一步不带这种说明。`,
  not_in_process: ({ event: type, process }: Values) => `“${codes.process[process as Process]}”里没有“${event(type)}”这一步。`,
  starts_at_one: '单数和轮数都从 1 开始。',
  order_backwards: (values: Values) => `${second(values)}的单数比${first(values)}小。`,
  order_without_end: (values: Values) => `上一单结束以后才有下一单：${first(values)}还不是结束。`,
  round_backwards: (values: Values) => `${second(values)}的轮数比${first(values)}小。`,
  round_without_sent_back: (values: Values) => `打回以后才有下一轮：${first(values)}不是打回。`,
  after_end: (values: Values) => `${first(values)}已经是结果，${second(values)}不能写在它后面。`,
  after_round: (values: Values) => `${first(values)}以后要重新提交，${second(values)}不能紧接在这一轮里。`,
  twice_in_case: (values: Values) => `${second(values)}在一个案例里只有一次，${first(values)}已经写过。`,
  twice_in_order: (values: Values) => `${second(values)}在一单里只有一次，${first(values)}已经写过。`,
  twice_in_round: (values: Values) => `${second(values)}在一轮里只有一次，${first(values)}已经写过。`,
  out_of_order: (values: Values) => `先后不对：${second(values)}应当在${first(values)}之前。`,
  appeal_without_refusal: (values: Values) => `${second(values)}之前要有一次驳回或打回。`,
  in_future: (values: Values) => `${second(values)}的时间在将来。`,
  dates_backwards: (values: Values) => `时间对不上：${second(values)}早于${first(values)}。`,
  waits_exceed_dates: (values: Values) => `时间对不上：从${first(values)}到${second(values)}，隔的时间加起来超过了两头的日期。`,
  dates_exceed_waits: (values: Values) => `时间对不上：从${first(values)}到${second(values)}，两头的日期比隔的时间更远。`,
  name_shape_length: '名称的形状要 2 到 30 个字。',
  name_shape_unveiled: '请至少用一个〇代替能认出你的部分。',
  name_shape_telling: '名称的形状里不能有手机号、证件号或网址。',
  line_too_long: '这一行太长。',
  not_json: '这一行不是一个 JSON 对象。',
  said_twice: ({ field }: Values) => `“${fieldName(field)}”写了两遍。`,
}
