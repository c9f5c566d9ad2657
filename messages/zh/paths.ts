// Sentences of what follows what: months, rounds, orders, reasons, repairs, and changes of a name.
import type { Process } from '@/domain/codes'
import type { DemandResponse } from '@/domain/figures/software-copyright'
import type { NextVerdict, RepairCode } from '@/domain/figures/repairs'

const change: Record<RepairCode, string> = {
  none: '没有改', added_own_name: '加上本人姓名', added_modifier: '加了修饰词', new_coined: '换成自造词', other: '其他改法',
  proof: '补交证明', unsaid: '重新提交，没说改了什么', not_again: '没有再提交', various: '其他各种做法',
}
const verdict: Record<NextVerdict, string> = {
  passed: '通过', without_name: '资质通过、名称未过', refused: '又被打回', failed: '最终失败', left: '放弃或转主体', waiting: '仍在等',
}
const response: Record<DemandResponse, string> = {
  supplied: '交了软著', renamed: '改了名', left: '放弃或转主体', ended: '都没有说，已有结果', waiting: '都没有说，仍在等',
}
const attemptsNoun: Record<Process, string> = {
  certification: '轮', renewal: '轮', filing: '次', rename: '次', code_review: '次',
}

/** A space where a digit meets Han. */
const spaced = (text: string) => (/^\d/.test(text) ? ` ${text}` : text)

export const paths = {
  contents: '这一页回答',
  toAnswers: '回到各题的答案',
  ask: {
    days: '一天一天，结果怎么出来', months: '一个月一个月，通过的多了还是少了', rounds: '第几轮才通过', orders: '要交几次费才通过',
    reasons: '因为什么被打回', repairs: '被打回以后怎么做，下一次过没过',
    names: '哪种名称被打回', categories: '哪类小程序的名称被打回', filing: '备案通过的名称，认证认不认', changes: '被要求改名以后，怎么改才过',
    copyright: '谁被要求软著', after: '被要求以后怎么办',
  },
  change,
  variousReasons: '其他各种原因',
  verdict,
  response,

  noneOf: (n: number, most: string) => `${n} 例里一例也没有（至多 ${most}）`,
  none: (most: string) => `没有（至多 ${most}）`,
  few: '上报的不到 5 人，不合起来说。',
  countsOnly: (n: number) => `${n} 例，人还太少，不说比例。`,

  monthsTitle: (days: number, parts: string) => `满 ${days} 天时，已稳定的月份合起来：${parts}`,
  monthsNone: '还没有稳定的月份：开始得最早的案例也还不够久，只能看趋势的样子。',
  monthsCaption: (days: number) =>
    `每根柱子是那个月开始的案例，都看到第 ${days} 天为止，加起来是 100%；柱子上面是例数。斜线的月份还没稳定，慢的案例还没报上来，不算进上面的结论。不到 5 人的月份不画（写作 <5）；为了不让人从总数里减出来，例数次少的月份也一起不画（写作 –）。`,
  monthsLabel: (title: string, months: number) => `${title}。逐月堆叠，共 ${months} 个月。`,
  monthsInterval: (good: string, limits: string, n: number) => `${good}的 95% 区间 ${limits}，来自 ${n} 例`,
  undated: (n: number) => `${n} 例说不准是哪个月开始的，没算进任何一个月`,
  month: '月份',
  notSettled: '还在变动',
  underFive: '<5',
  covered: '–',
  monthLine: (month: string, isSettled: boolean) => (isSettled ? month : `${month}（还在变动）`),

  roundsTitle: (first: string, second: string, later: string, process: Process) =>
    `第一${attemptsNoun[process]}就通过${spaced(first)}，第二${attemptsNoun[process]}再过${spaced(second)}，更往后${spaced(later)}`,
  roundsShort: '走得还不够远，说不出第几轮通过。',
  roundsCaption: '每根柱子是走完这一轮、还没走下一轮时，所有案例的去向；柱子上面是等到了这一轮结果的例数。还没等到第一轮结果的人只在总数里。一轮从提交到通过或被打回；被打回后再提交是下一轮，失败后重新付费也接着往下数。',
  roundsLabel: (title: string) => `${title}。逐轮堆叠。`,
  roundColumn: (n: number) => `第 ${n} 轮`,
  underWay: '还没有走完',
  roundsLeftOut: (n: number) => `${n} 例没从第一轮讲起或只有片段，没算`,

  ordersTitle: (first: string, second: string, later: string) => `交一次费就通过${spaced(first)}，第二次再过${spaced(second)}，更多次${spaced(later)}`,
  ordersNone: '没有案例说过付费，这一问没有答案。',
  ordersCaption: '失败以后要重新付费。每根柱子是交了这么多次费以后所有案例的去向，柱子上面是有了结果的例数。',
  orderColumn: (n: number) => `${n} 次`,
  ordersLeftOut: (n: number) => `${n} 例没说付过费，没算`,
  feesTitle: '说了审核费的案例：花多少钱以内通过',
  fee: (yuan: number) => `每次 ${yuan} 元`,
  yuan: (yuan: number) => `${yuan} 元`,
  feeWithin: (yuan: number, share: string) => `${yuan} 元以内${spaced(share)}`,
  feeMedian: (yuan: number) => `一半的人花 ${yuan} 元以内通过`,
  feeNoMedian: '通过的还不到一半',
  feeNote: '审核费是上报的人写的，每次的金额乘以次数；不含发票、软著和别的开销。',

  reasonsTitle: '说得最多的原因',
  reasonsTitleAt: (reason: string, x: number, n: number) => `“${reason}”最常见：被打回的 ${n} 轮里有 ${x} 轮`,
  reasonsCaption: '点是比例，横线是 95% 区间；右边是“提到这个原因的轮数/说了原因的轮数”。一轮可以有几个原因，各行加起来会超过 100%。',
  reasonsCount: (rounds: number, cases: number) => `${rounds} 轮被打回，来自 ${cases} 例`,
  reasonsLeftOut: (n: number) => `${n} 轮没说原因，没算`,

  repairsTitle: (reason: string, next: string, n: number, change: string) => `走得最多的一条路：${reason} → ${change} → ${next}，${n} 例`,
  repairsShort: '还没有一条路有 5 个人走过。',
  repairsCaption: '只看每例第一次被打回：左边是原因，中间是怎么做，右边是下一次的结果。一次打回可以有几个原因，每个原因各画一条。只画至少 5 个人走过的路；更少的先并到“其他各种”里，免得只剩下通过的。',
  repairsOther: (n: number, gone: number) => `${gone} 条里另有 ${n} 条并起来也不到 5 人，没画`,
  repairsLeftOut: (n: number) => `${n} 例没说原因或没说后来，没算`,
  repairsCount: (n: number) => `第一次被打回的 ${n} 例`,
  repairsLabel: (parts: string) => `原因、做法和下一次结果：${parts}`,
  repairsPart: (reason: string, change: string, next: string, n: number) => `${reason} → ${change} → ${next} ${n} 例`,
  repairsPhone: (n: number) => `这里画走得最多的 ${n} 条，其余在数据表里。`,
  columns: { reason: '原因', change: '怎么做', next: '下一次结果', n: '例数', people: '人数', fee: '审核费', median: '中位', waiting: '仍在等' },

  pooledCaption: '空心菱形是往全部人的比例拉过的比例：例数少的拉得多，免得偶然的一两例排到最前面。各行按它排序，原来的例数写在右边。',
  alikeCaption: '各行的差别没有超过偶然，不必看名次。',
  tooFewToSay: '人太少，还说不出',
  titleOf: (question: string, answers: string) => `${question}：${answers}`,
  alikeTitle: (question: string, least: string, most: string) => `${question}：从 ${least} 到 ${most}，差别没有超过偶然`,
  pooledColumn: '拉向总体后',

  categoriesTitle: '各类小程序的名称被要求改名或补证明',
  categoriesTitleAt: (category: string, x: number, n: number) => `“${category}”类最常被要求改名或补证明：${n} 例里 ${x} 例`,

  filingShare: (n: number, share: string, limits: string) =>
    `同名备案已经通过的 ${n} 例里，认证时仍有 ${share}被要求改名或补证明（95% 区间 ${limits}）`,
  filingNone: (n: number, most: string) => `同名备案已经通过的 ${n} 例里，认证时没有一例被要求改名或补证明（至多 ${most}）`,
  filingCounts: (n: number, x: number) => `同名备案已经通过的 ${n} 例里，认证时有 ${x} 例被要求改名或补证明；人太少，还不能当作比例`,
  filingFew: '说同名备案已通过的不到 5 人，还说不出认证认不认。',
  filingParts: (rename: string, proof: string) => `其中要求改名 ${rename}，要求证明 ${proof}`,
  filingMore: (more: boolean, points: string, limits: string) =>
    `比名称没在别处通过过的${more ? '多' : '少'} ${points} 个百分点（95% 区间 ${limits}）`,
  filingAlike: '和名称没在别处通过过的相比，看不出明显差别',
  filingWhy: '备案看的是能不能上线服务，认证还要看名称和主体对不对得上：通过了前者，不等于通过后者。',
  points: (n: number) => `${n}`,
  pointRange: (from: number, to: number) => `${from} 到 ${to} 个百分点`,

  changesTitle: (days: number, n: number, share: string) => `名称第一次被退又提交、说了怎么改的 ${n} 例：${days} 天内 ${share} 通过`,
  changesCounts: (n: number) => `名称第一次被退、说了怎么改的只有 ${n} 例，还说不出哪种改法更容易过。`,
  changesNone: '名称被退以后又提交的案例里，还没有人说过改了什么。',
  changesCaption: (days: number) => `每一行是一种改法，从重新提交算起、看到第 ${days} 天为止，加起来是 100%；右边是例数和仍在等的例数。`,
  changesAgain: (n: number) => `其中 ${n} 例的名称又被退了，写下的改法可能是后来那一次的`,
  changesUnsaid: (n: number) => `另有 ${n} 例又提交了，没说改了什么`,
  changesLeftOut: (n: number) => `${n} 例说不准隔了几天，没算`,
  rowCount: (n: number, waiting: number) => (waiting > 0 ? `${n} 例，${waiting} 例仍在等` : `${n} 例`),

  responsesTitle: (n: number, parts: string) => `被要求软著的 ${n} 例：${parts}`,
  responsesPart: (name: string, share: string) => `${name}${spaced(share)}`,
  responsesTitlePlain: '被要求软著以后的做法',
  responsesCaption: '一例只算最先说到的一种。点是占全部被要求者的比例，横线是 95% 区间；仍在等的也在分母里，所以各行加起来是 100%。',
}
