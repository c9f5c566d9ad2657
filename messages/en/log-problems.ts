import type { logProblems as zh } from '../zh/log-problems'

type Values = Record<string, string | number>

const first = ({ by = 'Another moderator' }: Values) => String(by)

export const logProblems: typeof zh = {
  because_needed: 'Give a reason, of at least 2 characters.',
  because_too_long: 'A reason has at most 300 characters.',
  already_locked: values => `${first(values)} locked it already; nothing was written twice.`,
  already_unlocked: values => `${first(values)} unlocked it already; nothing was written twice.`,
  move_target_gone: 'There is no such case, or it is not public.',
  move_same_case: 'It stands under that case already.',
  move_too_deep: 'This one is at the last level, where its answers stand beside it; please move the one above it.',
  merge_same: 'A case cannot be merged into itself.',
  merge_not_live: 'This case is not public, or is merged into another already.',
  merge_target_gone: 'There is no such case to merge into, or it is not public.',
  already_unmerged: values => `${first(values)} parted them already; nothing was written twice.`,
  unmerge_gone: 'The merged case has been withdrawn by its author and cannot come back.',
  unmerge_target_gone: 'The case it was merged into has been withdrawn, or merged into another; part those first.',
  unmerge_moved: 'Some of its discussions have since been moved to another case, so parting would not bring back what was. Please move them back first.',
  appeal_too_short: 'Please say why, in at least 5 characters.',
  appeal_too_long: 'An appeal has at most 1,000 characters.',
  appeal_made: 'You have appealed against this once; there is no second appeal.',
  appeal_moot: 'This has ended, was taken back, or what it hid is gone: there is nothing left to decide.',
  appeal_decided: values => `${first(values)} decided already; nothing was written twice.`,
  tag_needed: 'Choose a tag.',
  tag_unknown: 'There is no such tag, or it has been retired.',
  tag_slug_form: 'Use small letters, digits, - and _, 2 to 40 of them, beginning with a letter or a digit.',
  already_tagged: values => `${first(values)} has put this tag on already. Nothing was recorded twice.`,
  already_untagged: values => `${first(values)} has taken this tag off already. Nothing was recorded twice.`,
  already_hidden: values => `${first(values)} has hidden it already. Nothing was recorded twice.`,
  already_restored: values => `${first(values)} has restored it already. Nothing was recorded twice.`,
  batch_changed: 'The batch has changed since you looked: somebody told another case, or another moderator was first. Look at it as it is now.',
  batch_nothing_left: 'Nothing is left to change: all of it is so already.',
  batch_not_open: 'This batch is not under review.',
  bulk_already_undone: values => `${first(values)} has undone it already. Nothing was recorded twice.`,
  suggestion_gone: 'Somebody has dealt with this suggestion already.',
  word_taken: ({ word = '', by = '' }) => `The word "${word}" leads to the tag "${by}" already. A word can mean one tag only.`,
  line_needed: 'This has to be filled in.',
  log_line_too_long: 'Too long. A name has at most 20 Chinese or 40 English characters, a description 140 or 280.',
  too_many_synonyms: 'There can be at most 40 synonyms.',
  synonym_too_long: 'A synonym has at most 40 characters.',
}
