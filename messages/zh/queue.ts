import type { PreModeration } from '@/domain/moderation/pre-moderation'
import type { FlagReason } from '@/domain/moderation/flag'
import type { QueueDecision, QueueKind } from '@/domain/moderation/queue'
import type { ModeratedSubject } from '@/domain/moderation/subject'
import type { TrustLevel } from '@/domain/people/trust'

const reasons: Record<FlagReason, string> = {
  joke: '玩笑、反话，没有发生过',
  duplicate: '和另一个案例重复',
  personal_data: '泄露了个人信息',
  abuse: '辱骂、人身攻击',
  advertising: '广告、代办推销',
  wrong_process: '审核类型选错了',
  other: '其他',
}

const kinds: Record<QueueKind, string> = {
  flags: '被举报',
  first_post: '等待放行',
  duplicate: '可能重复',
  suspicion: '可疑',
  word_filter: '触发词语过滤',
  appeal: '申诉',
}

const decisions: Record<QueueDecision, { name: string; hint: string }> = {
  approve: { name: '放行', hint: '所有人都看得到，像刚发布一样计数、通知。' },
  hide: { name: '隐藏', hint: '只有作者和版主看得到，不计入统计。' },
  tag: { name: '加标签', hint: '照样可以读；标签决定它是否计入统计。' },
  dismiss: { name: '没有问题', hint: '保持原样。' },
}

const whoWaits: Record<PreModeration, string> = {
  off: '本站目前没有开启先审后发：新成员发的内容也立即公开。',
  newcomers: '本站目前对新成员先审后发：0 级成员发的案例和回复，版主放行之后才公开。',
  all: '本站目前对所有人先审后发：版主以外的人发的案例和回复，版主放行之后才公开。',
}

const levels: Record<TrustLevel, { name: string; how: string; what: string }> = {
  0: {
    name: '0 级：新成员',
    how: '刚注册，还没有公开满一天的内容。',
    what: '什么都可以写，只是慢一点：案例每 2 分钟最多一个、第一天最多 3 个；回复每 30 秒最多一条、一天最多 10 条。开启先审后发的时候，内容要等版主放行。',
  },
  1: {
    name: '1 级：成员',
    how: '有 1 个案例或 3 条回复由版主放行，或者已经公开满一天。',
    what: '内容立即公开。案例每 15 秒最多一个、一天最多 20 个；回复每 5 秒最多一条、一天最多 100 条。',
  },
  2: {
    name: '2 级：老成员',
    how: '注册满 90 天，有 5 个案例或回复由版主放行或公开满一天，最近 90 天里没有内容被举报后由版主隐藏或加标签。',
    what: '举报更有分量：3 位 2 级成员举报同一内容，它就先隐藏，等版主来看。',
  },
}

export const queue = {
  title: '待处理',
  description: '版主的待办：被举报的内容、等待放行的新成员内容、可能的重复和可疑之处。',
  intro: '认领以后 15 分钟内归你，别人不会同时处理。每个决定都写进版务公开，并通知作者和举报的人。',
  open: (n: number) => `待处理 ${n}`,
  openHere: (n: number) => (n === 0 ? '没有待处理的事。' : `${n} 件待处理`),
  kinds,
  all: '全部',
  kindCount: (kind: string, n: number) => `${kind} ${n}`,
  takeNext: '认领下一件',
  none: '这里没有待处理的事。',
  done: { decided: '已处理。这一类没有下一件了。', empty: '没有可以认领的：都有人在处理，或者是关于你自己的。', next: '已处理，这是下一件。' },
  more: '更多',
  first: '回到开头',
  urgent: '优先',
  by: (name: string) => `作者 ${name}`,
  nobody: '无账号',
  claimedBy: (name: string) => `${name} 正在处理`,
  held: { back: '尚未公开', hidden: '先行隐藏' },
  reasons,
  reasonCount: (reason: string, n: number) => (n > 1 ? `${reason} × ${n}` : reason),
  person: (name: string) => `关于成员 ${name}`,
  figure: '关于一项统计',
  keys: '快捷键：j、k 上一件下一件，n 认领下一件；在一件里 a 放行或没有问题，h 隐藏，t 加标签，Ctrl＋回车提交。',
  item: {
    title: (id: number) => `待处理事项 ${id}`,
    back: '全部待处理',
    flags: (n: number) => `${n} 人举报`,
    level: (level: number) => `${level} 级成员`,
    author: '作者',
    authorLevel: (level: number) => `${level} 级`,
    open: '打开原处',
    elsewhere: '到处理它的页面',
    claim: '认领',
    giveBack: '放回去',
    yours: (minutes: number) => `由你处理，还有 ${minutes} 分钟`,
    theirs: (name: string) => `${name} 正在处理；到时间还没有决定，就可以由别人认领。`,
    own: '这是你自己发的，由别的版主决定。',
    decided: (name: string, decision: string) => `${name} 已处理：${decision}`,
    gone: '内容已经被作者收回，或者举报已经撤回，不用再处理。',
    decide: '怎么处理',
    because: '理由',
    becauseHint: '会公开在版务记录里，不要写电话、证件号。放行可以不写理由。',
    submit: '决定，看下一件',
    quickReasons: ['经过看起来是真的', '显然是玩笑', '广告', '有他人的个人信息', '与另一个案例重复', '辱骂他人', '审核类型选错了'],
  },
  decisions,
  same: {
    account: '同一个账号写的',
    steps: (steps: string) => `这些步骤的时间对得上：${steps}`,
    words: (percent: number) => `文字有 ${percent}% 相同`,
    earlier: (id: number) => `先写的 ${id}`,
    later: (id: number) => `后写的 ${id}`,
    merge: (id: number, into: number) => `看一看要不要把案例 ${id} 并入案例 ${into}`,
  },
  flag: {
    link: '举报',
    title: { case: '举报这个案例', reply: '举报这条回复' } satisfies Record<ModeratedSubject, string>,
    description: '告诉版主这里有什么不对。',
    intro: '版主会看每一个举报。作者不会知道是谁举报的。看过以后会通知你。',
    reason: '有什么不对',
    words: '补充说明',
    wordsHint: '只有版主看得到。选“其他”的时候必须写。',
    submit: '举报',
    yours: '你已经举报过',
    openYet: '版主还没有看。改变主意可以撤回。',
    answered: '版主已经看过了。',
    takeBack: '撤回举报',
    back: { case: '回到案例', reply: '回到回复' } satisfies Record<ModeratedSubject, string>,
  },
  waits: {
    case: '已经收到，正在等版主放行。在那之前只有你和版主看得到，也不计入统计。',
    reply: '已经收到，正在等版主放行。在那之前只有你和版主看得到。',
    edited: '改过的内容已经收到，正在等版主放行。在那之前只有你和版主看得到。',
    why: '为什么要等',
    held: '有几位成员举报，先隐藏起来，等版主来看。在那之前只有作者和版主看得到。',
    seeItem: '到待处理事项',
  },
  trust: {
    title: '信任等级',
    description: '0、1、2 三个等级怎么来、有什么不同；谁的内容要等版主放行。',
    intro: [
      '等级由公开的记录推算出来，没有人给，也没有人收。它只影响两件事：新成员发得慢一点，老成员的举报更有分量。',
      '等级不影响统计：每个人的案例都一样重。',
    ],
    yours: (level: number) => `你现在是 ${level} 级`,
    levels,
    how: '怎么到',
    what: '有什么不同',
    waitsTitle: '先审后发',
    whoWaits,
    waitsHint: '放行以后再改，改过的内容也要等。等待放行的内容不进列表、搜索、统计、订阅和接口；放行以后像刚发布一样出现，通知也在那时发出。版主和管理员算作 2 级。',
    logLink: '版主做的每一件事都在版务公开里',
  },
}
