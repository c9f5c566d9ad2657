// Every kind of line the public log has. One more kind is one more word here and one more sentence in
// messages/*/log.ts, which does not compile without it.
export const logActs = [
  'tag', 'untag', 'hide', 'restore', 'dismiss_suggestion', 'keep_tag', 'keep_synonyms',
  'suspend', 'lift_suspension', 'set_role', 'first_admin', 'add_rule', 'edit_rule', 'withdraw_rule', 'restore_rule',
  'add_thread_case', 'silence', 'lift_silence', 'appeal', 'uphold', 'overturn',
  'do_in_bulk', 'undo_bulk', 'clear_batch',
  'hold', 'approve', 'dismiss',
  'lock', 'unlock', 'move_branch', 'merge_case', 'unmerge_case',
  'add_words', 'edit_word',
  'set_site', 'change_name', 'admit', 'refuse_admission',
] as const
export type LogAct = (typeof logActs)[number]

export function isLogAct(text: string | undefined): text is LogAct {
  return logActs.some(act => act === text)
}
