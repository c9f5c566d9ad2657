type Values = Record<string, string | number>

/** What can be wrong with a flag or a decision; part of messages.problems. */
export const queueProblems = {
  flag_reason_needed: '请选择有什么不对。',
  flag_words_needed: '选“其他”的时候，请写一句说明。',
  flag_words_too_long: '说明最多 300 个字。',
  flag_already: '你已经举报过它了，一次就够。版主看过以后，它改动过或者过了一个月，可以再举报。',
  decision_needed: '请选择怎么处理。',
  item_claimed: ({ by = '另一位版主' }: Values) => `${by} 正在处理这一件，没有重复记录。`,
  item_decided: ({ by = '' }: Values) => (by === '' ? '它已经不用处理了，没有记录。' : `${by} 已经处理了这一件，没有重复记录。`),
}
