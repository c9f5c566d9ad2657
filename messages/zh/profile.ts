export const profile = {
  since: (month: string) => `${month}加入`,
  shared: '公开的内容',
  cases: (n: number) => `案例 ${n}`,
  replies: (n: number) => `回复 ${n}`,
  nothingShared: '还没有公开的案例。',
  noReplies: '还没有公开的回复。',
  noWords: '（没有文字）',
  repliesOf: (name: string) => `${name} 的回复`,
  aboutReplies: (name: string) => `${name}在这里公开的回复，新的在前。`,
  feed: (name: string) => `${name} 的案例`,
}
