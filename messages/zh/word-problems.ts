type Values = Record<string, string | number>

/** What can be wrong with a rule of the word filter, and with a text that meets one; part of messages.problems. */
export const wordProblems = {
  word_blocked: ({ found = '', reason = '' }: Values) => `不能写“${found}”：${reason}`,
  name_not_allowed: '这个名字里有不能用的词，请换一个。',
  word_needed: '请至少写一个。',
  word_too_short: '每个词语至少 2 个字；只有一个字会碰到太多内容。',
  word_too_long: '每个词语最多 50 个字。',
  pattern_too_long: '每个模式最多 200 个字符。',
  pattern_unreadable: '有一个模式不是正确的 RE2 正则表达式。',
  pattern_too_wide: '有一个模式连空文字也匹配，会碰到所有内容。',
  pattern_too_large: '有一个模式太复杂，请减少重复的次数。',
  too_many_lines: '一次最多 500 行。',
  word_reason_needed: '拦截要写理由，写的人会看到。',
  word_reason_too_long: '理由最多 100 个字。',
  words_known: '已经有了，没有重复记录。',
  too_many_rules: '规则太多了，请先修改已有的。',
  too_many_patterns: '模式太多或者太复杂，请先停用一些。',
  too_long_to_try: '最多试 20000 个字。',
}
