/** What can be wrong with a token that is to be made; part of messages.problems. */
export const tokenProblems = {
  token_name_needed: '请给令牌取个名字。',
  token_name_long: '令牌的名字最多 40 个字。',
  token_scope_needed: '请至少选一样允许做的事。',
  too_many_tokens: ({ most = 0 }: Record<string, string | number>) => `最多同时有 ${most} 个令牌，请先撤销一个不用的。`,
}
