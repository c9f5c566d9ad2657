// Sentences of the trend. What stands between ** ** is the finding itself and is set bold.
import type { Process, Stage } from '@/domain/codes'
import type { PeriodKind } from '@/domain/figures/periods'
import type { TrendMeasure } from '@/domain/figures/trend'

/** Whom the share counts: those answered in time, of a stage. */
const answered: Record<Stage, (within: string, process: Process) => string> = {
  first_call: within => `付款后 ${within}有回音的人`,
  call_decision: within => `接到电话${within}有结果的人`,
  decision: (within, process) => `${process === 'rename' || process === 'code_review' ? '提交' : '付款'}后 ${within}有结果的人`,
  fix: within => `被打回后 ${within}重新提交的人`,
  total: within => `第一次付款后 ${within}走完认证的人`,
  platform: within => `提交后 ${within}得到平台初审答复的人`,
  sms: within => `收到核验短信${within}完成核验的人`,
  bureau: within => `到管局后 ${within}有结果的人`,
  filing_total: within => `第一次提交后 ${within}走完备案的人`,
}

const around: Record<PeriodKind, string> = { week: ' 8 周', month: '两个整月' }

const dot: Record<PeriodKind, string> = { week: '一周一个点', month: '一月一个点' }

export const trend = {
  title: '最近变慢、变严了吗',
  hint: '按开始的那一周看：及时有结果的人是多了还是少了，规则变动前后差多少。',
  question: '看什么',
  howMany: '多少人通过',
  answered,
  approved: (within: string, process: Process) => (process === 'filing' ? `提交后 ${within}备案成功的人` : `从开始算起 ${within}通过的人`),
  found: (whom: string, week: string, isFewer: boolean, before: string, after: string, measure: TrendMeasure) =>
    `大约从 ${week}起${measure === 'answered' ? `变${isFewer ? '慢' : '快'}了：` : '，'}${whom}从 **${before}** ${isFewer ? '降到' : '升到'} **${after}**，原因不明。`,
  none: (whom: string, since: string) => `${whom}有多少，从 ${since}起没有可以确定的变化。`,
  tooFew: (whom: string) => `${whom}有多少：案例还太少，说不出有没有变。`,
  few: (whom: string, n: number) => (n === 0 ? `${whom}有多少：还没有案例。` : `${whom}有多少：只有 ${n} 例，还说不出有没有变。`),
  fewPeople: (whom: string) => `${whom}有多少：上报的不到 5 人，还说不出有没有变。`,
  by: { week: '按开始的那一周算', month: '案例不多，按开始的月份算' } satisfies Record<PeriodKind, string>,
  changeLimits: (points: string) => `相差的 95% 区间 ${points}`,
  points: (n: string) => `${n} 个百分点`,
  range: (from: string, to: string) => `${from}–${to}`,
  underOne: '不到 1',
  leftOut: (n: number) => `另有 ${n} 例只知道大概时间，没算`,
  missing: (accounts: number) =>
    `要画出一个点，得有 10 个人在同一个月开始、说得清时间；要说有没有变，前后各要 6 周、各 30 例。说得清的现在共有 ${accounts} 个人。`,

  chartFound: (whom: string, before: string, after: string, kind: PeriodKind) => `${whom}，${dot[kind]}：从 ${before} 到 ${after}`,
  chartPlain: (whom: string, isKnown: boolean, kind: PeriodKind) => `${whom}，${dot[kind]}：${isKnown ? '没有可以确定的变化' : '还说不出有没有变'}`,
  chartLabel: (whom: string, points: number, first: string, last: string) =>
    `${whom}的比例，从 ${first}到 ${last}，共 ${points} 个点；数字在下面的表里。`,
  caption: {
    week: '点是那一周开始的人里及时有结果的比例，竖线是 95% 区间。',
    month: '点是那个月开始的人里及时有结果的比例，竖线是 95% 区间。',
  } satisfies Record<PeriodKind, string>,
  captionJoin: '',
  captionFilling: '斜线部分仍在补报：慢的还没上报，先不下结论。',
  captionHidden: '少于 5 人的不显示，为了不让人减出来，最小的另一格也可能不显示；不足 10 人的只列例数。',
  captionChange: '两段横线是变化前后的比例。',
  captionRules: '带编号的竖线是下面的规则变动。',
  filling: '补报中',
  month: (month: number) => `${month} 月`,
  yearMonth: (year: number, month: number) => `${year} 年 ${month} 月`,
  columns: { period: '开始于', n: '例数', ended: '及时', share: '比例', limits: '95% 区间', median: '中位' },
  hidden: '少于 5 人上报，或为保护它们，不显示',
  lost: '跟踪得不够久',

  rulesTitle: '这段时间的规则变动',
  rulesNone: '这段时间没有记下与此有关的规则变动。',
  rulesAll: '全部规则变动',
  effect: (kind: PeriodKind, before: string, beforeN: number, after: string, afterN: number) =>
    `前${around[kind]} **${before}**（${beforeN} 例），后${around[kind]} **${after}**（${afterN} 例）：`,
  clear: (isFewer: boolean, points: string, limits: string) => `${isFewer ? '少' : '多'}了 ${points}（95% 区间 ${limits}），差别明确。`,
  unclear: (lower: string, upper: string) => `没有明确的差别（95% 区间从${lower}到${upper}）。`,
  fewer: (points: string) => `少 ${points}`,
  more: (points: string) => `多 ${points}`,
  withheld: {
    rumoured: () => '只是传闻，不比较前后。',
    not_yet: (kind: PeriodKind) => `之后还不满${around[kind]}，或者还在补报，先不比较。`,
    too_few: () => '前后案例太少，不比较。',
  } satisfies Record<string, (kind: PeriodKind) => string>,
  rulesNote: '前后不同，不等于就是它引起的：同一段时间里还有别的事在变。',
}
