// The page somebody opens while waiting. What stands between ** ** is the answer itself and is set bold.
import type { WayToEnd } from '@/domain/figures/estimate'
import type { Stage } from '@/domain/codes'

/** Bold, with a space where Latin letters or digits meet Han. */
const bold = (text: string) => `${/^[\w<>]/.test(text) ? ' ' : ''}**${text}**${/[\w%]$/.test(text) ? ' ' : ''}`

const done: Record<Stage, string> = {
  first_call: '接到了电话', call_decision: '有了结果', decision: '有了结果', fix: '重新提交了', total: '走完了认证', platform: '有了答复',
  sms: '完成了核验', bureau: '有了结果', filing_total: '走完了备案',
}

const ways: Record<WayToEnd, string> = {
  called: '接到电话', no_call: '没来电话就有了结果', left: '放弃或转主体', approved: '通过', refused: '被打回或没通过',
  approved_without_name: '资质通过、名称未过', resubmitted: '重新提交', ended: '没有重新提交就结束', passed: '通过', verified: '完成核验',
  expired: '核验过期', filed: '备案成功',
}

export const estimate = {
  title: '还要等多久',
  description: '等到现在正常吗，还要多久，接下来会怎样：拿等得一样久的人来比。',
  placeBefore: '我在等',
  waitedBefore: '已经等了',
  unit: '单位',
  ask: '还要多久',
  more: '说得更准：开始时间、主体、类目',
  since: '或者从什么时候开始等（北京时间）',
  sinceHint: '填了它，就不看上面的数字。',
  subject: '主体',
  category: '类目',
  any: '不限',
  waitFault: {
    unreadable: '等了多久没看懂：请填一个数字，如 3 或 1.5。', too_long: '太久了：最多能比到两年。', ahead: '这个时间还没有到。',
  },
  sinceFault: {
    unreadable: '没有这个时间：请重新选一次。', too_long: '太早了：最多能比到两年以前。', ahead: '这个时间还没有到，请填已经过去的时间。',
  },
  emptyHint: '填上卡在哪一步、等了多久，就能看到等得一样久的人后来怎样。什么都不会存下来。',
  question: (process: string, stage: string, waited: string) => `${process} · ${stage} · 已等 ${waited}`,
  justBegun: '刚刚开始',
  today: '今天',

  // The answer.
  answer: (half: string, quarters: string | null) => `和你等得一样久的人，一半${half}${quarters ? `，四分之三${quarters}` : ''}。`,
  within: (span: string, stage: Stage) => `${bold(`再等 ${span}内`)}就${done[stage]}`,
  withinToday: (stage: Stage) => `${bold('今天')}就${done[stage]}`,
  withinAlso: (span: string) => bold(`再等 ${span}内`),
  withinTodayAlso: bold('也在今天'),
  notReached: (span: string, _stage: Stage) => `${bold(`再等 ${span}`)}也还等不到`,
  limitsOfHalf: (limits: string) => `“一半”的 95% 区间：再等 ${limits}`,
  limitsOfQuarters: (limits: string) => `“四分之三”的：再等 ${limits}`,
  asLong: (n: number, waiting: number) => `${n} 例等得一样久，其中 ${waiting} 例在最后一次确认时仍在等`,
  asLongOf: (n: number, all: number) => `等得一样久的有 ${n} 例，从头算起共 ${all} 例`,
  widened: (what: string) => `照原来的条件，等得一样久的人太少，所以不限${what}`,
  and: '和',

  few: (n: number) => (n === 0 ? '还没有人等得这么久，说不出还要多久。' : `等得这么久的只有 ${n} 例，还说不出还要多久。`),
  missing: (people: number, ends: number) => `要说“一半的人还要等多久”，得有 10 个人等得一样久，其中至少 5 例后来有了结果；现在还差 ${
    [people > 0 && `${people} 个人`, ends > 0 && `${ends} 例有结果的`].filter(Boolean).join('、')}。`,
  wider: '放宽一点再问',
  /** After 不限: whoever told it. */
  layerToo: '来源（连论坛整理和代填一起算）',
  widerCan: (what: string, n: number) => `不限${what}：${n} 例等得一样久，能回答`,
  widerCannot: (what: string, n: number) => (n === 0 ? `不限${what}：也还没有人等得这么久` : `不限${what}：等得一样久的也只有 ${n} 例`),
  read: '这几例等得一样久，可以一个一个读：',

  // Is that normal?
  normalTitle: '这样正常吗',
  answered: (share: string, t: string, exactly: boolean, stage: Stage) => `从开始算起，等到${exactly ? '现在' : ` ${t}`}，${bold(share).trimStart()}的人已经${done[stage]}。`,
  answeredByYesterday: (share: string, stage: Stage) => `从开始算起，等到你昨天那么久，${bold(share).trimStart()}的人已经${done[stage]}。`,
  answeredNone: (n: number, upper: string) => `${n} 例里还没有人这么快就有结果（至多 ${upper}）。`,
  verdict: {
    common: '还在等的人占多数：这样等很常见。',
    longer: '你已经比一半的人等得久，但这样的人不少。',
    long: '你已经比四分之三的人等得久，不过不算稀奇。',
    rare: '十个人里等到现在的不到一个：少见地久。',
  },

  // What next?
  courseTitle: (within: string, parts: string) => `${within}：${parts}`,
  courseWithin: (span: string) => `从现在起 ${span}内`,
  courseToday: '到今天结束',
  courseRow: (span: string) => `${span}后`,
  courseRowToday: '今天结束时',
  courseCaption: '每一行是等得一样久的人到那时的去向：横条从左到右是已经有结果的几种，最右边空白的一段仍在等。细横线是 95% 区间：上面一条是最左边那种到哪里为止，下面一条是仍在等的从哪里开始；中间几种的在数据表里。比例按等得一样久的全部人计。',
  courseLabel: (title: string, n: number) => `${title}。由 ${n} 例等得一样久的案例算出。`,
  courseTime: '从现在起',
  became: (n: number, parts: string) => `这 ${n} 例后来：${parts}。`,
  becameWaiting: (n: number) => `最后一次确认时仍在等 ${n} 例`,
  becamePart: (name: string, n: number) => `${name} ${n} 例`,
  untilNow: (half: string, other: string) =>
    `有人等着等着就没再说话。上面只把他们算到最后一次确认为止（一半的人再等 ${half}）；要是他们其实一直等到今天，一半的人得再等 ${other}。真相多半在两者之间。`,
  untilNowMore: (span: string) => `${span}以上`,
  nextTitle: '接下来通常还要',
  nextRefused: '如果被打回',
  ways,

  linksTitle: '再看看',
  casesLike: '和我相像的案例',
  stageFigure: '这一步从头要多久',
  outcomes: '整件事最后结果如何',
  report: '把我的经过记下来',
  reportHint: '记下来之后，点一下“仍在等待”，后面的人就少猜一点；这里的预测也会拿你的结果来对。',
  backToCase: '回到我的案例',
  ofCase: (id: number) => `按你的案例 ${id} 填好了，改几个字也可以。`,
  caseOver: '这个案例已经有了结果，不用再等。',
  caseUnknown: '从这个案例里读不出从什么时候开始等。请在下面填。',
  keptNote: '这次的预测已经匿名记下，等你的案例有了结果，会拿来检验预测准不准。',
  fromCase: '还要多久？',
  fromCaseHint: '拿等得一样久的人来比；预测会匿名记下，以后对一对准不准。',

  // Did the forecasts hold?
  calibration: {
    title: '预测准不准',
    holds: (share: string, limits: string) => `说“八成的人会在这段时间里有结果”，实际是${bold(share)}（95% 区间 ${limits}）：和说好的对得上。`,
    narrow: (share: string, limits: string) => `说“八成的人会在这段时间里有结果”，实际只有${bold(share)}（95% 区间 ${limits}）：预测说得太满。`,
    wide: (share: string, limits: string) => `说“八成的人会在这段时间里有结果”，实际有${bold(share)}（95% 区间 ${limits}）：预测留的余地偏大。`,
    unknown: '跟踪得还不够久，说不出预测准不准。',
    few: (n: number) => (n === 0 ? '还没有预测可以检验。' : `可以检验的预测还太少（${n} 个），说不出准不准。`),
    weight: (n: number, ended: number, waiting: number) => `${n} 个预测，${ended} 个已有结果，${waiting} 个还在等`,
    leftOut: (n: number) => `另有 ${n} 个结果只知道大概，没法比`,
    how: '每次有人记下自己仍在等、或在自己的案例上点“还要多久”，预测就匿名存下来，等结果来了再对。同一个人同一轮只算第一个预测。还没有结果的不丢掉也不算落空，算到最后一次确认为止。按天说的预测只能说整天，所以窗口至少装下八成，常常更多。没有登录就问的，没人知道后来怎样，没法检验，也就不存。',
    chartTitle: (share: string) => `预测的 10%–90% 窗口：实际装下 ${share}`,
    chartLabel: '每行一段：点是实际落在窗口里的比例，横线是 95% 区间，竖线是说好的 80%。',
    promised: '说好的 80%',
    all: '全部',
    columns: {
      stage: '段', n: '预测', ended: '有结果', inside: '窗口里（说好 80%）', early: '更早（10%）', late: '更晚（10%）', half: '“一半”之前（50%）',
      quarters: '“四分之三”之前（75%）',
    },
  },
}
