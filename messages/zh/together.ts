import type { LikenessField } from '@/domain/case/likeness'

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
}
