// The method in plain words. Numbers come in as arguments: each is said once, in domain/statistics/thresholds.ts.
import type { MethodChange } from '@/domain/statistics/method'

const changes: Record<MethodChange, string> = {
  end_of_curve: '跟踪的人少于 5 个以后，曲线、表格、句子和分位数一起停住，不再往后说；分位数的 95% 区间从整条曲线读出，所以它的上限可以在停住的地方以后，那里靠的人少。以前“十个人里有九个”会靠最后几个人撑着，多一个答复就能差出几个星期。',
  seen_the_day_before: '按天算时，说“还在等”的人只算等到前一天为止：那一天的晚些时候有没有结果，谁也不知道。以前算到当天，第 1 天的比例会低 2 个百分点。',
  half_a_day_rough: '按分钟算时，一次等待的模糊范围最多半天。以前允许到等待时间的四分之一，只记得日期的长等待混了进来，短的却没有，走完全程的中位因此高了 18%。',
  none_left: '一个仍在等的人也没有时，也写出仍在等的至多占多少，和没有出现过的结局一样。以前写成 0%，像是往后谁也不会再等。',
  first: '第一版：等待中的人算到最后一次确认，主要数字只用已经稳定的月份，结果按同时存在的几种结局来算。',
}

/** The columns of the table of biases, best first. */
const ways = {
  settled: '本站用的：已稳定的月份',
  from_start: '同样，但不管月份新旧',
  delayed_entry: '只算等待中就上报的人（核对用）',
  finished_only: '只看已有结果的',
  mixed_entry: '两种人混着进场',
  grace: '多算 3 天“应该还在等”',
  until_now: '没消息的都算等到今天',
}

const reporting: Record<string, string> = {
  any_all_back: '随时上报，都会回来补结果',
  any_none_back: '随时上报，没人回来',
  any_half_back: '随时上报，一半的人回来',
  finished: '有了结果才上报',
  both_half_back: '两种各半，一半的人回来',
  both_reminded: '两种各半，每 3 天提醒，七成点一下',
  any_half_back_reminded: '随时上报，一半回来，另有提醒',
}

export const method = {
  title: '怎么算出来的',
  intro: '每个数字怎么来、会怎么错、什么情况下不说。方法变了就换版本号，每张图都写着它用的是哪一版。',
  finding: (version: string) => `方法 ${version}：等着的人也算，说不准的不说`,
  since: (day: string) => `${day} 起用`,
  contents: '这一页有什么',

  briefTitle: '一分钟版',
  brief: [
    '只看“已经有结果的人”会把时间说短：慢的还没等到。所以等着的人一起算，算到他们最后一次说“还在等”为止，不替他们多等一天。',
    '主要数字只用开始得够早、已经稳定的月份。新的月份慢的还没报上来，看可以看，但写明“暂定”。',
    '“多少人通过”按从开始算起的全部人来算，不按“已有结果的人里”：快的多半是通过，慢的多半是失败。',
    '只说中位和“几天内多少人”，从不说均值：一个等了半年的人能把均值拉得谁都认不出。',
    '人太少就不说。每个数字都带着例数、仍在等的人数和 95% 区间。',
  ],

  countTitle: '数的是什么',
  count: [
    '一段等待，从它的开始（付款、来电、打回……）到它的结束，或者到作者最后一次确认“还在等”。一个案例走几轮就有几段。',
    '时间都按北京时间。记得几点几分的按分钟算，只记得日期的按日历天算：当天是 0 天，第二天是 1 天，不拿 24 小时去凑。',
    '一段等待可以有几种结局：接到电话、通过、打回、放弃。一种结局来了，别的就不会再来，所以不能当成“没等到”，而是各算各的。',
    '没说的就是没说：不知道有没有打过电话，不等于没打过；没说被要求软著，不等于没被要求。',
  ],
  settledTitle: '多久才算稳定',
  settledHint: '一个月份的最后一天过去这么多天以后，这个月份才进主要数字。',
  settledDays: (days: number) => `${days} 天`,

  formulasTitle: '怎么算',
  formulas: [
    ['还在等的比例', 'Kaplan–Meier（1958）：每有人等到结果，就按当时还在等的人数降一次。同一时刻先算有结果的，再算失去消息的。'],
    ['各种结局的比例', 'Aalen–Johansen（1978）：每种结局加上仍在等的，任何一天都正好是 100%。不用“一减去单独的曲线”，那样每一种都会说多。'],
    ['曲线的区间', '对数-对数变换的 95% 区间，永远在 0 到 100% 之间；中位的区间从曲线的上下界读出（Brookmeyer–Crowley，1982）。'],
    ['比例的区间', 'Wilson（1927）：0 例也有上限，说成“n 例里没有，最多 x%”。'],
    ['两组的差', '差和它的区间（MOVER，Zou 与 Donner 2008），写成话；两边各有足够的结局、区间不含 0 才说有差别。'],
    ['小类目的排名', '往全体的水平收一收（贝塔-二项），旁边一直写着原来的 x/n。'],
  ] as [string, string][],
  checked: '同样的程序对过 R 的 survival 与 etm，二十多组数据差在 10⁻⁹ 以内。1,000 次模拟里，95% 区间有 93% 到 97% 真的盖住了真值。',

  biasTitle: '会骗人的算法，差多少',
  biasFinding: (truth: string, from: string, to: string, least: string) =>
    `真实的中位是 ${truth} 天：本站的算法说 ${from} 到 ${to} 天，别的算法从 ${least} 天到“永远等不到”都有`,
  biasIntro: (truth: string, runs: number, cases: number) =>
    `知道真相才知道错多少。我们让程序造出一个中位正好 ${truth} 天的世界，按几种上报习惯各造 ${runs} 遍、每遍 ${cases.toLocaleString('en')} 例，再用七种算法去算，用的就是本站算图的同一套程序。`,
  biasCaption: '每个点是一种上报习惯。实心：网站已有 120 天的数据（稳定 = 开始满 30 天）；空心：才 20 天（稳定 = 满 10 天）。竖线是真值；贴在右边的点是“一半都没等到”。',
  biasLabel: (title: string, parts: string) => `${title}。${parts}`,
  biasPart: (way: string, from: string, to: string) => `${way} ${from} 到 ${to} 天`,
  biasHabit: '上报习惯',
  biasRow: (habit: string, days: number) => `${habit}（${days} 天的网站）`,
  ways,
  reporting,
  notReached: '等不到',
  noData: '没有人',
  days: (n: string) => `${n} 天`,
  biasReading: (mixed: string, young: string) => [
    '只在有了结果才上报的人，慢的那些还没来得及报。等月份稳定就好了，这就是本站的办法。',
    `在等待中就上报的人，要从上报那一刻起才算“看着他等”，而且已经有结果才上报的必须剔除。把两种人混在一起（混着进场）会短 ${mixed}，这里永远不用。`,
    '“再宽限 3 天”听上去合理，其实是替没消息的人多等，等于把算到今天的错又犯一遍。',
    `网站才 20 天的时候，几乎什么算法都不准，稳定的月份也短 ${young}。所以那时写“暂定”。`,
    '每 3 天一次的提醒、点一下“还在等”，比任何算法都管用。',
  ],

  thresholdsTitle: '上限和门槛',
  thresholdsHint: '每一条都写在程序里同一个地方，这里的数字就是从那里读出来的。',
  thresholds: {
    accounts: (n: number) => `少于 ${n} 个人：什么也不说，只列案例。再少就认得出是谁了。`,
    quantiles: (people: number, events: number) => `少于 ${people} 个人或 ${events} 个结局：只说例数，不说比例和中位。再少，中位的上限多半算不出来。`,
    atRisk: (n: number) => `曲线和表格画到还有 ${n} 个人在跟踪为止。`,
    tail: (n: number) => `“四分之三”和“十个里九个”要 ${n} 段等待起。`,
    early: (n: number) => `不到 ${n} 例：写明“只是早期信号”。`,
    cap: (n: number) => `同一个账号、同一段、同一个开始月份，最多算 ${n} 次，先来的算。100 个诚实的案例加一个人编的 100 个（都说 30 天）：不设上限，中位从 5.0 天变成 29.6 天；设了是 5.3 天。`,
    compare: (n: number) => `说两组有差别，两边各要 ${n} 个结局。`,
    asLong: (n: number) => `估“还要多久”，要有 ${n} 个等得一样久的人。`,
    precise: (minutes: number, fraction: string, hours: number) => `按分钟算的等待：模糊不超过 ${minutes} 分钟，或者不超过它的 ${fraction}，但最多 ${hours} 小时。`,
    scale: (share: string) => `一半的人第二天前就有结果，而且 ${share} 的人知道分钟：按分钟说；否则按天。`,
  },

  cannotTitle: '什么算法也救不了的',
  cannot: {
    slow: (twice: string, half: string) => `慢的人更爱来说。等了 7 天以上的人来报的可能要是别人的两倍，中位会显示成 ${twice} 天，真值是 5.0；要是一半，就是 ${half} 天。`,
    refused: (shown: string, real: string) => `被打回的人更爱来说。可能要是两倍，打回的比例会显示成 ${shown}，真值是 ${real}。`,
    decided: (day3: string, day7: string, real: string) => `这一条救得了：快的多半通过、慢的多半失败时，“已有结果的人里多少通过”在第 3 天是 ${day3}，第 7 天是 ${day7}，真值是 ${real}。所以这里按全部人算。`,
    volunteers: '来的人是自愿来的，不是抽出来的。这里的数字说的是“上报的人”，不是所有开发者。',
  },

  panelTitle: '这个数字稳不稳',
  panelIntro: '挑一段等待，看看有人造假、或者少了几个人，它会变多少。谁影响最大，这里不说是谁。',
  waitFinding: (stage: string, oneIn: number, range: string) => `${stage}：就算每 ${oneIn} 份里有 1 份是假的，中位仍是 ${range}`,
  shareFinding: (day: number, ending: string, oneIn: number, range: string) =>
    `第 ${day} 天已经${ending}的比例：就算每 ${oneIn} 份里有 1 份是假的，仍是 ${range}`,
  panelNothing: (name: string) => `${name}：人还不够多，没有可以检查的数字。`,
  panelWhole: '从头到尾的结果',
  panelCaption: '点是图上的数字，粗线是范围。假报告的范围不管他们编什么都成立；“去掉几个账号”是把往一边拉得最厉害的和往另一边拉得最厉害的分别去掉。',
  rowShown: '图上的数字，95% 区间',
  rowFalse: (oneIn: number) => `每 ${oneIn} 份有 1 份是假的`,
  rowWithout: (k: number) => `去掉影响最大的 ${k} 个账号`,
  tooFewLeft: '剩下的人太少，不说',
  columns: { case: '假如', range: '这个数字会是' },
  entryCheck: (n: number, median: string, interval: string | null, beside: string, given: string | null) =>
    `核对：只看在等待中就上报的 ${n} 段（从上报那一刻起算）${given ? `，已经等了 ${given}的人里` : ''}，一半等到 ${median}${interval ? `（${interval}）` : ''}；全部一起算是 ${beside}。`,
  entryNone: '核对（只看等待中就上报的人）：这样的人还太少。',
  entryNotReached: '还没等到一半',

  calibrationTitle: '说出的预测准不准',
  versionsTitle: '版本',
  changes,
  mayChangeTitle: '什么会改变这些数字',
  mayChange: [
    '数字是活的，不是一天一次的快照：一个案例有了结果、补了时间、被作者撤下或被版主移出统计，当场就变。这样你刚记下的，自己马上看得到。',
    '月份随时间稳定，新的月份进来，主要数字跟着变。',
    '规则变了，新旧混在一起的数字会慢慢移动；规则变动单独列着，可以前后对照。',
    '代价是：谁天天盯着同一个数字，把今天的减去昨天的，就能猜到这一天多了谁的什么结果。少于 5 个人的数字、和别的数字一减就露出不到 5 个人的数字都不给，可是前一天和后一天之间的差，这里挡不住。在意的人，可以过几天再记，或者只写到月份。',
    '方法变了：换版本号，写在下面；旧的永久链接仍按旧的答。',
  ],
  again: '自己复算',
  againText: '全部案例可以下载，接口给出每个数字和它的方法版本。程序是公开的：',
  toData: '数据与接口',
  toRules: '规则变动',
}
