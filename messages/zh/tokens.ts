import type { Scope } from '@/domain/people/api-token'

export const tokens = {
  title: '接口令牌',
  about: '令牌让程序以你的名义做事，和你自己在网页上做受同样的限制。谁拿到它谁就能用，请像密码一样保管，不要写进公开的代码。',
  manual: '怎么用，见接口说明',
  list: '现有的令牌',
  none: '还没有令牌。',
  resting: '账号被暂停发言期间，所有令牌都不能用。',
  made: (day: string) => `${day} 生成`,
  until: (day: string) => `${day} 到期`,
  ended: (day: string) => `${day} 已经到期`,
  forever: '一直有效，直到撤销',
  used: (day: string) => `最近一次使用：${day}`,
  unused: '还没有用过',
  // A moderator's token while its owner is none.
  withoutModerate: '你现在不是版主，其中的“做版务”不起作用。',
  revoke: '撤销',
  revoked: '令牌已经撤销，马上失效。',
  wasMade: '令牌已经生成。它只显示那一次；没有记下的话，请撤销它再生成一个。',
  makeTitle: '生成一个',
  name: '名字',
  nameHint: '给自己看的，写清楚是哪个程序在用。',
  scopes: '允许做什么',
  scope: {
    read: ['读', '看自己的案例，包括没有公开的。公开的内容不用令牌也能读。'],
    report: ['写案例', '写自己的案例，点“还在等”。'],
    reply: ['回复', '在案例下面回复。'],
    moderate: ['做版务', '加减标签、隐藏和恢复，都写进公开的版务记录。'],
  } satisfies Record<Scope, [string, string]>,
  days: '有效多久',
  lifetimes: { '7': '7 天', '30': '30 天', '90': '90 天', '365': '一年', '': '直到撤销' } as Record<string, string>,
  submit: '生成令牌',
  shown: {
    title: '新的令牌',
    text: '只显示这一次，请现在就复制到要用它的程序里。我们只保存它的 SHA-256，以后谁也看不到它。',
    done: '已经记下，回到令牌列表',
  },
}
