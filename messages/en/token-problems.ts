import type { tokenProblems as zh } from '../zh/token-problems'

export const tokenProblems: typeof zh = {
  token_name_needed: 'Give the token a name.',
  token_name_long: 'A token’s name has at most 40 characters.',
  token_scope_needed: 'Choose at least one thing that it may do.',
  too_many_tokens: ({ most = 0 }) => `You can hold at most ${most} tokens at a time. Revoke one that you no longer use.`,
}
