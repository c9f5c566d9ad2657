import type { Words } from '../zh'

export const merging: Words['merging'] = {
  title: 'Moderator: merge into another case',
  hint: 'For two cases that tell of the same thing. You will see both side by side before anything is done.',
  into: 'Into which case (number)',
  preview: 'See both',
  page: 'Merge two cases',
  what: (id, into) => `Case ${id} becomes part of case ${into}: it leaves lists, search and figures, and its address leads to case ${into}. Its discussions stand there in their order; whoever agreed with it, kept or followed it does so with the other, nobody twice.`,
  goes: id => `Merged: case ${id}`,
  stays: id => `Stays: case ${id}`,
  merge: 'Merge',
  undoTitle: id => `Moderator: part case ${id} again`,
  undo: 'Part them again',
  mergedBy: (by, day, reason) => `Merged by ${by} on ${day}. Reason: ${reason}. When they are parted its discussions go back, with what was answered in them since.`,
}
