import type { LikenessField } from '@/domain/case/likeness'
import { siteName } from '../site-name'

/** What people have to do with one another: me too, what makes cases alike, calls by name, quotes, being asked. */
export const together = {
  meToo: {
    button: '我也是',
    title: (id: number) => `我也是：像案例 ${id} 这样`,
    intro: (id: number) => `相同的部分已按案例 ${id} 填好，不带对方的时间和文字。看一眼，改成你自己的，填上你的时间就能发布，一分钟就够。`,
    facts: '基本情况',
    factsHint: '点开可以改。',
    more: '想多说一点',
    ownCase: '这是你自己的案例，不需要再说“我也是”。要补充进展，请回到案例。',
    toldBefore: {
      same_case: (id: number) => `你已经对同一个案例说过“我也是”，就是你的案例 ${id}。`,
      same_kind: (id: number) => `你已经有一个同样审核、同样主体的案例 ${id}。如果说的是同一件事，请去那里补充。`,
    },
    countedOnce: '同一个人、同一种主体、同一段规则时期，统计里只算一个。',
    toThat: (id: number) => `去案例 ${id}`,
    again: '这是另一次，仍然发布',
    of: '我也是：',
    count: (n: number) => `${n} 个案例也是这样`,
    others: (n: number) => `还有 ${n} 个`,
  },
  alike: {
    label: '为什么像',
    because: {
      reason: what => `同样被打回：${what}`,
      proof_demanded: what => `同样被要求：${what}`,
      name_pattern: what => `名称样式相同：${what}`,
      waits_in: what => `都在等：${what}`,
      category: what => `同一类目：${what}`,
      began: () => '前后不到一个月',
      feature: what => `功能相同：${what}`,
      subject: what => `同样主体：${what}`,
    } as Record<LikenessField, (what: string) => string>,
  },
  calls: {
    silence: '不再因 TA 的 @ 收到通知',
    silenced: '不听这些人的 @',
    hear: '恢复',
  },
  quote: {
    reply: '引用',
    caseWords: '引用案例原文',
  },
  checkIn: {
    title: '还在等吗？',
    about: '用邮件里的链接回答一次：案例还在等，还是已经有结果。',
    answered: '记下了，谢谢。等着的人会看到。',
    stopped: '好的，不再问这个案例。',
    gone: '这个链接已经用过、过期，或者案例已经有了结果。',
    failed: '没有记成：这个回答和案例里已写的对不上。可以换一个，或者登录后到案例里修改。',
    once: '这个链接只能用一次，只为这一个案例，不会替你登录。',
    stopThis: '别再问这个案例',
    all: { on: '案例等得久了，会偶尔问你一次“还在等吗”。', off: '现在不会问你“还在等吗”。' },
    pressAll: { off: '都别问了', on: '可以问' },
    one: { on: '隔得久了会偶尔问一次“还在等吗”。', off: '不会再问这个案例“还在等吗”。' },
    pressOne: { off: '别问这个案例', on: '可以问' },
    letter: (name: string, id: number, link: string) => ({
      subject: `${siteName('zh')}：案例 ${id} 还在等吗？`,
      text: `${name}，你好：\n\n案例 ${id} 有一阵没有消息了。还在等，还是已经有了结果？打开下面的链接，按一下就好，不用登录：\n\n${link}\n\n链接三十天内有效，只能用一次。不想再被问到，在同一页按“别再问这个案例”，或者到网站的“通知”页里关掉。`,
    }),
  },
}
