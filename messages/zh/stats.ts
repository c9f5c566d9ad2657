// Sentences of the figures. What stands between ** ** is the finding itself and is set bold.
import type { Process, Stage } from '@/domain/codes'
import type { Layer } from '@/domain/case/layers'
import type { Scale } from '@/domain/statistics/scale'

/** Bold, with a space where Latin letters or digits meet Han. */
const bold = (text: string) => `${/^[\w<>]/.test(text) ? ' ' : ''}**${text}**${/[\w%]$/.test(text) ? ' ' : ''}`

/** The same after a full-width comma, which has its own room. */
const boldAfter = (text: string) => bold(text).trimStart()

const layerName: Record<Layer, string> = { own: '本人经历', thread: '论坛整理', all: '全部来源' }

/** A verdict is waited for from payment on, where there is one. */
const verdictSince: Record<Process, string> = {
  certification: '付款后', renewal: '付款后', filing: '提交后', rename: '提交后', code_review: '提交后',
}

// What half of the people had by then; `within` is 当天 or 26 分钟内.
const half: Record<Stage, (within: string, process: Process) => string> = {
  first_call: within => `付款后，一半的人${bold(within)}接到审核电话`,
  call_decision: within => `接到电话后，一半的人${bold(within)}有了结果`,
  decision: (within, process) => `${verdictSince[process]}，一半的人${bold(within)}有了结果`,
  fix: within => `被打回后，一半的人${bold(within)}重新提交`,
  total: within => `从第一次付款算起，一半的人${bold(within)}走完认证`,
  platform: within => `提交后，一半的人${bold(within)}得到平台初审的答复`,
  sms: within => `收到核验短信后，一半的人${bold(within)}完成核验`,
  bureau: within => `到管局后，一半的人${bold(within)}等来备案结果`,
  filing_total: within => `从第一次提交算起，一半的人${bold(within)}走完备案`,
}

// How the others ended, where some did not end in what the sentence says.
const otherwise: Record<Stage, (some: string) => string> = {
  first_call: some => `其中 ${some}没接到电话就有了结果或放弃了`,
  call_decision: some => `其中 ${some}的结果不是通过`,
  decision: some => `其中 ${some}的结果不是通过`,
  fix: some => `其中 ${some}没有重新提交就结束了`,
  total: some => `其中 ${some}没有通过就结束了`,
  platform: some => `其中 ${some}的答复不是通过`,
  sms: some => `其中 ${some}没有完成核验`,
  bureau: some => `其中 ${some}的结果不是备案成功`,
  filing_total: some => `其中 ${some}没有备案成功就结束了`,
}

const since: Record<Process, string> = {
  certification: '从付款算起', renewal: '从付款算起', filing: '从提交算起', rename: '从提交算起', code_review: '从提交算起',
}

const sincePaid = { outcomes: '从付款算起，一天一天看：多少人通过、失败、放弃，多少人仍在等。' }
const sinceSubmitted = {
  durations: '提交以后等了多久才有结果。',
  outcomes: '从提交算起，一天一天看：多少人通过、失败、放弃，多少人仍在等。',
}

/** What the pages hold, where a process differs. */
const hintsOf: Partial<Record<Process, Partial<Record<string, string>>>> = {
  filing: {
    durations: '平台初审、短信核验、管局审核，每一段等了多久。',
    outcomes: '从提交算起，一天一天看：多少人备案成功、被退、放弃，多少人仍在等。',
  },
  certification: sincePaid,
  renewal: sincePaid,
  rename: sinceSubmitted,
  code_review: sinceSubmitted,
}

export const stats = {
  title: '耗时与结果',
  titles: {
    durations: '各段要多久', outcomes: '结果如何展开', names: '名称会不会被打回', software_copyright: '会不会要软著',
  },
  hints: {
    durations: '付款到来电、来电到结果、打回到重填，每一段等了多久。',
    outcomes: '从付款算起（备案、改名和代码审核从提交算起），一天一天看：多少人通过、失败、放弃，多少人仍在等。',
    names: '哪种名称被要求改名，哪种被要求补证明。',
    software_copyright: '谁被要求软著，之后怎么样了。',
  },
  hintsOf,
  about: (process: string) => `${process}：现在说得出的`,
  pagesTitle: '一页一个问题',
  see: (what: string) => `看图和数据：${what}`,

  // The fixed words (method 1, section 3).
  caveat: '来自开发者自愿上报，不是官方统计；报得多的往往是特别顺或特别不顺的人。',
  waitingMeaning: '“仍在等待”指最后一次确认时还没有结果。',
  fewReports: '少于 5 人上报，不显示。',
  /** What may not be said of enough people, for the sake of a few others. */
  covered: (what: string) => `${what}：这里不说。说了就能从总数里减出另外不到 5 个人的情况。`,
  coveredWhy: '这批案例够多，但它和更大范围的数字一减，就是另外不到 5 个人的情况，所以两边都不说。换一个范围，或者等那边的人多起来。',
  coveredStage: '说了会减出不到 5 人的情况，不显示',
  /** Of so many cases that a figure is not counted while somebody waits. */
  counting: (what: string) => `${what}：案例很多，正在数。`,
  countingWhy: '案例很多，这个数字正在数，还没有数完。过一会儿再打开这一页。',
  countingStage: '正在数',
  countedAt: (when: string) => `这里数的是 ${when} 时的案例，有变化会重新数`,
  method: (version: string) => `方法 ${version}`,

  layerTitle: '算谁的经历',
  layerName,
  layerWithCount: (name: string, n: number) => `${name} ${n} 例`,
  layerSays: {
    own: '只算本人经历，不含论坛整理',
    thread: '只算从论坛旧帖整理的案例，每例各算一人',
    all: '本人经历、代人填写和论坛整理一起算',
  } satisfies Record<Layer, string>,

  filterTitle: '换一批案例看',
  filter: {
    process: '审核', stage: '哪一段', subject: '主体', category: '类目', pattern: '名称样式', proof: '被要求的证明', layer: '算谁的经历',
  },
  any: '不限',
  apply: '查看',
  clear: '恢复默认',

  half,
  cases: (n: number) => `${n} 例`,
  rounds: (n: number) => `${n} 轮`,
  roundsOf: (rounds: number, cases: number) => (rounds === cases ? `${cases} 例` : `${rounds} 轮，来自 ${cases} 例`),
  tail: (within: string) => `，十个人里有九个${bold(within)}`,
  halfNotReached: (stage: string, span: string) => `${stage}：跟踪到${bold(span)}，有结果的还不到一半`,
  sentenceEnd: '。',
  durationsCounts: (stage: string, all: string, ended: string, waiting: number) =>
    `${stage}：说得清时间的有${bold(all)}，${ended}已有结果，${waiting} 例仍在等；还不够说要多久。`,
  durationsFew: (stage: string, n: number) => (n === 0 ? `${stage}：还没有案例。` : `${stage}：只有 ${n} 例，还说不出要多久。`),
  durationsRough: (stage: string, all: string, rough: string | false) =>
    `${stage}：${all}上报，${rough ? `其中 ${rough}` : '都'}只知道大概时间，还说不出要多久。`,
  durationsFewPeople: (stage: string) => `${stage}：上报的不到 5 人，还说不出要多久。`,

  outcomeBy: (process: Process, day: number, share: string, good: string, waiting: string) =>
    `${since[process]}，到第 ${day} 天，${boldAfter(share)}已经${good}，${waiting}。`,
  stillWaited: (share: string) => `${share}仍在等`,
  noneWaited: (most: string) => `没有人仍在等（至多 ${most}）`,
  outcomeGood: { approved: '通过', filed: '备案成功' } as Record<string, string>,
  outcomeShort: (n: number, waiting: number) => `${n} 例里${waiting === 0 ? '都有了结果' : `有 ${waiting} 例仍在等`}，跟踪得还不够久，说不出比例。`,
  outcomeCounts: (n: number, good: number, goodName: string, waiting: number) =>
    `说得清时间的 ${n} 例里，${boldAfter(`${good} 例`)}已经${goodName}，${waiting} 例仍在等；人太少，还不能当作比例。`,
  outcomeFew: (n: number) => (n === 0 ? '从头到尾的结果：还没有说得清时间的案例。' : `从头到尾的结果：说得清时间的只有 ${n} 例，还算不出比例。`),
  outcomeRough: (all: number, rough: number) =>
    `从头到尾的结果：${all} 例上报，${rough < all ? `其中 ${rough} 例` : '都'}只知道大概时间，还算不出比例。`,
  outcomeFewPeople: '从头到尾的结果：上报的不到 5 人，还算不出比例。',

  namesShare: (n: number, share: string) => `名称有了答复的 ${n} 例里，${boldAfter(share)}被要求改名或补证明。`,
  namesNone: (n: number, most: string) => `名称有了答复的 ${n} 例里，${boldAfter('一例也没有')}被要求改名或补证明（至多 ${most}）。`,
  namesCounts: (n: number, x: number) => `名称有了答复的 ${n} 例里，${boldAfter(`${x} 例`)}被要求改名或补证明；人太少，还不能当作比例。`,
  namesFew: (n: number, all: number) => (all === 0
    ? '名称：还没有案例。' : `名称：${all > n ? `${all} 例上报，` : ''}${n === 0 ? '还没有一例得到答复' : `有了答复的只有 ${n} 例`}，还说不出哪种会被打回。`),
  namesFewPeople: (n: number) => `名称：有了答复的 ${n} 例来自不到 5 人，还说不出哪种会被打回。`,
  namesParts: (rename: string, proof: string) => `要求改名 ${rename}，要求证明 ${proof}`,
  namesLeftOut: (notReached: number, unknown: number) =>
    `没算的：${[notReached > 0 && `${notReached} 例还没走到名称这一步`, unknown > 0 && `${unknown} 例没说，没说不等于通过`].filter(Boolean).join('，')}`,

  copyrightShare: (n: number, share: string) => `说了被要求什么证明的 ${n} 例里，${boldAfter(share)}被要求软著。`,
  copyrightNone: (n: number, most: string) => `说了被要求什么证明的 ${n} 例里，${boldAfter('一例也没有')}被要求软著（至多 ${most}）。`,
  copyrightCounts: (n: number, x: number) => `说了被要求什么证明的 ${n} 例里，${boldAfter(`${x} 例`)}被要求软著；人太少，还不能当作比例。`,
  copyrightFew: (n: number, all: number) => (n === 0
    ? '软著：还没有案例说过被要求什么证明。' : `软著：${all > n ? `${all} 例上报，` : ''}说了被要求什么证明的只有 ${n} 例，还算不出比例。`),
  copyrightFewPeople: (n: number) => `软著：说了被要求什么证明的 ${n} 例来自不到 5 人，还算不出比例。`,
  copyrightLeftOut: (n: number) => `另有 ${n} 例没说被要求什么，没算；没说不等于没要`,

  /** What may be folded up: who counts and who is left out. */
  weightMore: '算了谁，没算谁',
  interval: (limits: string) => `95% 区间 ${limits}`,
  counted: (all: string, waiting: number) => (waiting === 0 ? `${all}，都有了结果` : `${all}，${waiting} 例在最后一次确认时仍在等`),
  casesOf: (n: number, accounts: number) => (n === accounts ? `${n} 例` : `${n} 例，来自 ${accounts} 人`),
  early: '例数还少，只是早期信号',
  provisional: '多数仍在变动，暂定',
  settled: (younger: string | false) => `只算开始得够早、已经稳定的月份${younger ? `，另有 ${younger}太新或不知道月份` : ''}`,
  leftOut: (some: string, scale: Scale) =>
    `另有 ${some}只知道大概时间${scale === 'day' ? '，或者记得等了多久却说不准隔了几天' : ''}，没算`,
  capped: (some: string) => `同一人同一个月超过 3 次的部分没算，共 ${some}`,
  roughMedian: (shortest: string, longest: string) => `不少等待只记得大概；都取最短或都取最长，中位在 ${shortest} 到 ${longest} 之间`,
  otherwise,

  // Limits and lengths.
  within: (span: string) => `${span}内`,
  minuteRange: (from: number, to: number) => `${from}–${to} 分钟`,
  dayRange: (from: number, to: number) => `${from}–${to} 天`,
  atLeast: (span: string) => `至少 ${span}`,
  percent: (n: number) => `${n}%`,
  percentRange: (from: number, to: number) => `${from}%–${to}%`,
  underOne: '不到 1%',
  overNinetyNine: '99% 以上',
  notReached: (span: string) => `> ${span}`,
  unknown: '–',
  xOfN: (x: number, n: number) => `${x}/${n}`,

  // What is missing, and how many cases would answer it.
  missingTitle: '还缺什么',
  silentTitle: '还说不出的',
  missingWaits: (accounts: number, ended: number | null) =>
    `要说“一半的人等多久”，得有 10 个人说得清这一段的时间，其中至少 5 例已有结果；说得清的现在有 ${accounts} 个人${ended === null ? '' : `，${ended} 例已有结果`}。`,
  missingOutcomes: (accounts: number, ended: number | null) =>
    `要说“多少人通过、多少人还在等”，得有 10 个人说得清从开始到最后隔了几天，其中至少 5 例已有结果；说得清的现在有 ${accounts} 个人${ended === null ? '' : `，${ended} 例已有结果`}。`,
  missingDays: '这里按天算：只记得等了几个小时、说不准有没有隔天的，也算不进来。',
  missingShares: (accounts: number) => `要说比例，得有 10 个人说得清；说得清的现在有 ${accounts} 个人。${accounts < 5 ? '满 5 个人就先列出例数。' : ''}`,
  missingOther: (name: string, n: number) => `${name}里有 ${n} 例，可以换过去看。`,
  report: '把你的经过记下来',
  readThese: (shown: number, all: number) =>
    (shown < all ? `说得清的太少，不合起来算。共 ${all} 例，先列 ${shown} 例，可以一个一个读：` : '例数太少，不合起来算；可以一个一个读：'),

  stageTitle: '各段要多久',
  stageTitleOf: (least: string, shortest: string, most: string, longest: string) => `一半的人要等：最短的一段（${shortest}）${least}，最长的一段（${longest}）${most}`,
  stageBarsCaption: '粗线是中位：一半的人在这之前有了结果。方块里是中间一半的人（不足 30 例时慢的那边不画），虚线到最快和最慢的十分之一；箭头表示跟踪到那里还没到。每一段用自己的时间轴，上下的长短不能比；轴也不均匀：越往右，一格装的时间越长。',
  stageBarsLabel: (parts: string) => `各段要多久：${parts}`,
  stageBarPart: (stage: string, median: string, all: string) => `${stage}，中位 ${median}，${all}`,
  stageCount: (all: string, waiting: number) => (waiting > 0 ? `${all} · ${waiting} 例仍在等` : all),
  tooFewToDraw: '太少，不画',
  tooFewStage: '少于 5 人上报，不显示',

  curveTitle: (stage: string) => `${stage}：多少人已经有了结果`,
  curveTitleAt: (stage: string, within: string, share: string) => `${stage}：${within}，${share}的人已经有了结果`,
  curveLabel: (title: string, all: string, waiting: number) => `${title}。曲线由 ${all}画成，其中 ${waiting} 例仍在等。`,
  curveCaption: '曲线是已经有结果的比例，浅色带是 95% 区间。短竖线是仍在等的人：他们只算到最后一次确认为止。',
  halfLine: '一半',
  sameDay: '当天',

  outcomesTitleAt: (day: number, parts: string) => `到第 ${day} 天：${parts}`,
  outcomesTitle: '结果如何展开',
  outcomePart: (name: string, share: string) => `${name} ${share}`,
  outcomesCaption: '短竖线是仍在等的人：他们只算到最后一次确认为止。比例按“从开始算起的全部人”计，不是“已有结果的人里”；后者会把慢的失败漏掉。',
  endWaiting: '仍在等',
  /** Where nobody is left: a share of 0 has an upper limit too. */
  noneWaits: (most: string) => `没有人仍在等（至多 ${most}）`,

  sharesCaption: '点是比例，横线是 95% 区间；右边是“被要求的例数/有答复的例数”。一个名称可以有几种样式，所以各行相加会超过总数。',
  sharesCaptionOnce: '点是比例，横线是 95% 区间；右边是“例数/总例数”。',
  sharesLabel: (title: string, parts: string) => `${title}。${parts}`,
  sharePart: (label: string, x: number, n: number, share: string) => `${label} ${x}/${n}，${share}`,
  namesByPattern: '各种名称被要求改名或补证明',
  namesByPatternAt: (pattern: string, x: number, n: number) => `“${pattern}”最常被要求改名或补证明：${n} 例里 ${x} 例`,
  namesChanges: '被要求改名以后的改法',
  copyrightByCategory: '各类小程序被要求软著',
  copyrightByPattern: '各种名称被要求软著',
  copyrightByAt: (what: string, x: number, n: number) => `“${what}”最常被要求软著：${n} 例里 ${x} 例`,
  afterTitle: '被要求软著以后',
  afterNone: '还没有案例被要求软著。',
  afterFew: '被要求软著的不到 5 人，不合起来说。',
  afterSoFar: (n: number, parts: string) => `被要求软著的 ${n} 例，到最后一次确认时：${parts}。这是目前的例数，不是比例：慢的还没有结果。`,
  afterPart: (name: string, n: number) => `${name} ${n} 例`,
  afterRest: (n: number, besides: boolean) => `${besides ? '其余 ' : ''}${n} 例各有结果，有的结果不到 5 人，不分开说`,
  afterHad: '当时有没有软著',
  afterSupplied: (x: number, n: number) => `说了交没交的 ${n} 例里，${x === 0 ? '没有一例' : `${x} 例`}交了软著。`,
  afterResults: '交上去的软著',
  afterOutcomes: '看被要求软著的案例，从头到尾结果如何',

  table: '数据表',
  download: '下载案例数据',
  asJson: '数字 JSON',
  columns: {
    stage: '段', n: '例数', waiting: '仍在等', fastest: '最快十分之一', quarter: '四分之一', median: '中位（95% 区间）', threeQuarters: '四分之三',
    slowest: '九成', time: '时间', atRisk: '仍在跟踪', answered: '已有结果', limits: '95% 区间', day: '天', x: '例', share: '比例',
    rename: '要求改名', proof: '要求证明', either: '改名或证明',
  },
  tableDay: (n: number) => `第 ${n} 天`,
  notFollowed: '跟踪到这一天的不到 5 例',
  listJoin: '，',
  sentenceJoin: '；',
}
