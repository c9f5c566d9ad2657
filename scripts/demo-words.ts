import type { CaseDraft } from '../domain/case/case'
import type { Reason } from '../domain/codes'
import type { RuleChange } from '../domain/rules/rule-change'
import type { Random } from '../domain/simulation/random'

// What made-up people answer one another, what the made-up moderators say, and the made-up rule of the demonstration.

type Told = Pick<CaseDraft, 'facts' | 'events'>

/** A reply to a case: what one would say to a wait, a refusal or a success of this kind. */
export function answerTo({ facts, events }: Told, random: Random): string {
  const types = new Set(events.map(({ type }) => type))
  const reasons = new Set(events.flatMap(event => (event.reasons ?? []) as Reason[]))
  const fitting = [
    ...(types.has('approved') || types.has('filed') ? happy : []),
    ...(types.has('still_waiting') ? waiting : []),
    ...(reasons.has('name_app_like') ? copyright : []),
    ...([...reasons].some(reason => reason.startsWith('name_')) ? naming : []),
    ...(facts.process === 'filing' ? filing : []),
    ...(types.has('called') ? calls : []),
  ]
  return random.one(fitting.length > 0 ? fitting : anything)
}

/** A reply to a reply. */
export function replyTo(random: Random): string {
  return random.one(backAndForth)
}

export const taggingReasons = {
  cause: '按打回理由归类。',
  worth_reading: '步骤和时间都写得很清楚，适合先读。',
  answered: '作者的问题，讨论里已经有答复。',
  coordinated: '同一账号一夜之间发了十几条几乎一样的，先不计入统计。',
} as const

export const hidingReason = '与审核无关的广告。'
export const silenceReason = '反复发与审核无关的广告。'
export const advertisement = '专业代办认证备案，包过，加急当天出结果，私信我。'

/** The rule change the simulator lives by, dated as it is there. */
export function madeUpRule(date: string): RuleChange {
  return {
    ref: 'demo-rule-change',
    date,
    precision: 'day',
    processes: ['certification', 'renewal', 'filing', 'rename', 'code_review'],
    subject: 'all',
    statement_zh: '演示数据：自此日起审核用时约为此前的 1.8 倍，更多名称被要求提供软著',
    statement_en: 'Demonstration data: from this day reviews take about 1.8 times as long and more names are asked for '
      + 'a software copyright certificate',
    basis: '模拟器的设定，并非真实规则',
    basis_en: 'A setting of the simulator, not a real rule',
    confidence: 'reported',
  }
}

const happy = [
  '恭喜恭喜，沾沾喜气。', '这速度可以，我的还在排队。', '谢谢分享，时间线很有参考价值。', '请问电话里都问了什么？', '同一天提交的，我比你晚了两个小时。',
  '收藏了，下周轮到我。',
]
const waiting = [
  '我也在等，同一周提交的。', '周末不算，耐心等工作日。', '我当时等了三天才有动静，别急。', '有结果了记得回来更新一下。', '可以去后台看看有没有漏接电话的提示。',
]
const copyright = [
  '软著自己申请也不难，就是要等一个多月。', '改成带自己名字的就不要软著了，我就是这么过的。', '工具类现在基本都会被问软著。', '我提交了软著，第二天就通过了。',
]
const naming = [
  '通用词很难过，加个修饰词试试。', '我换成自造词以后一次就过了。', '同样的名字，去年还能过。', '打回理由写得太笼统了，我也没看懂。', '后面加上“随记”之类的也不一定行。',
]
const filing = [
  '我们省的管局大概一周出头。', '短信核验别错过，超过 24 小时要重来。', '平台初审主要看照片清不清楚。', '管局那边只能等，催也没用。',
]
const calls = ['电话一般十分钟之内就讲完。', '陌生号码记得接，我漏接过一次，多等了半天。', '问的主要是主体信息和名称的来由。']
const anything = ['谢谢分享。', '马一下，过几天也要走这个流程。', '方便说说是什么类目吗？', '费用现在还是三十吗？']
export const backAndForth = [
  '谢谢，我再等等看。', '确实是这样。', '我这边不是，可能每个审核员不一样。', '学到了。', '方便说一下你改成了什么样的名字吗？不用写全名。', '哈哈，同感。', '更新一下：已经过了。',
  '对，工作日下午最快。', '没有，他们没问这个。', '好的，我明天试试。',
]

/** Whatever anybody may answer to some case. */
export const answers = [...happy, ...waiting, ...copyright, ...naming, ...filing, ...calls, ...anything]
