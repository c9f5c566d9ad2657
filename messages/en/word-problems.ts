import type { wordProblems as zh } from '../zh/word-problems'

export const wordProblems: typeof zh = {
  word_blocked: ({ found = '', reason = '' }) => `“${found}” cannot be written here: ${reason}`,
  name_not_allowed: 'This name holds a word that cannot be used; choose another.',
  word_needed: 'Write at least one.',
  word_too_short: 'A word has at least 2 characters; a single one stands everywhere.',
  word_too_long: 'A word has at most 50 characters.',
  pattern_too_long: 'A pattern has at most 200 characters.',
  pattern_unreadable: 'One pattern is no regular expression that RE2 can read.',
  pattern_too_wide: 'One pattern matches even an empty text, and so everything.',
  pattern_too_large: 'One pattern is too large; repeat less.',
  too_many_lines: 'At most 500 lines at a time.',
  word_reason_needed: 'Blocking needs a reason; the writer reads it.',
  word_reason_too_long: 'A reason has at most 100 characters.',
  words_known: 'These are kept already; nothing was written twice.',
  too_many_rules: 'There are too many rules; change those there are.',
  too_many_patterns: 'Too many patterns, or too large ones; switch some off first.',
  too_long_to_try: 'At most 20,000 characters can be tried.',
}
