type Values = Record<string, string | number>

// Whoever comes second is told who was first.
const first = ({ by }: Values) => (by === undefined ? '另一位版主' : ` ${by} `)

/** What can be wrong with a moderator's form; part of messages.problems. */
export const logProblems = {
  because_needed: '请写明理由，至少 2 个字。',
  because_too_long: '理由最多 300 个字。',
  already_locked: (values: Values) => `${first(values).trimStart()}已经锁定了它，没有重复记录。`,
  already_unlocked: (values: Values) => `${first(values).trimStart()}已经解除了锁定，没有重复记录。`,
  move_target_gone: '没有这个案例，或者它没有公开。',
  move_same_case: '它已经在这个案例下面了。',
  move_too_deep: '这一条在最深的一层，回复它的都和它并排。请移动它上面的一条。',
  merge_same: '不能把一个案例并入它自己。',
  merge_not_live: '这个案例没有公开，或者已经并入别的案例。',
  merge_target_gone: '没有要并入的那个案例，或者它没有公开。',
  already_unmerged: (values: Values) => `${first(values).trimStart()}已经把它们分开了，没有重复记录。`,
  unmerge_gone: '并入的那个案例已经被作者撤下，分不开了。',
  unmerge_target_gone: '留下的那个案例已经撤下，或者又并入了别的案例。请先分开后一次。',
  unmerge_moved: '它的讨论有的后来移到了别的案例，分开就不是原来的样子了。请先移回来。',
  appeal_too_short: '请写明理由，至少 5 个字。',
  appeal_too_long: '申诉最多 1000 个字。',
  appeal_made: '这项处理已经申诉过一次，不能再次申诉。',
  appeal_moot: '这项处理已经解除、到期，或者内容已经撤下，不用再复核。',
  appeal_decided: (values: Values) => `${first(values).trimStart()}已经作了决定，没有重复记录。`,
  tag_needed: '请选择一个标签。',
  tag_unknown: '没有这个标签，或者它已经停用。',
  tag_slug_form: '请用小写字母、数字、- 和 _，2 到 40 个字符，以字母或数字开头。',
  already_tagged: (values: Values) => `${first(values).trimStart()}已经加上了这个标签，没有重复记录。`,
  already_untagged: (values: Values) => `${first(values).trimStart()}已经去掉了这个标签，没有重复记录。`,
  already_hidden: (values: Values) => `${first(values).trimStart()}已经隐藏了它，没有重复记录。`,
  already_restored: (values: Values) => `${first(values).trimStart()}已经恢复了它，没有重复记录。`,
  batch_changed: '这一批在你查看之后变了（有人又上报了，或者另一位版主先处理了）。请看过现在的样子再决定。',
  batch_nothing_left: '没有可以改动的：都已经是这样了。',
  batch_not_open: '这一批不在复核中。',
  bulk_already_undone: (values: Values) => `${first(values).trimStart()}已经撤销了，没有重复记录。`,
  suggestion_gone: '这条建议已经有人处理过了。',
  word_taken: ({ word = '', by = '' }: Values) => `“${word}”已经指向标签“${by}”。一个词只能指一个标签。`,
  line_needed: '这一项要填。',
  log_line_too_long: '太长了。名字最多 20 个汉字或 40 个字母，说明最多 140 个汉字或 280 个字母。',
  too_many_synonyms: '同义词最多 40 个。',
  synonym_too_long: '每个同义词最多 40 个字。',
}
