import type { queueProblems as zh } from '../zh/queue-problems'

export const queueProblems: typeof zh = {
  flag_reason_needed: 'Choose what is wrong.',
  flag_words_needed: 'Say in a sentence what else is wrong.',
  flag_words_too_long: 'At most 300 characters.',
  flag_already: 'You have flagged it before; once is enough. After a moderator has looked, it can be flagged again once it was edited, or a month later.',
  decision_needed: 'Choose what becomes of it.',
  item_claimed: ({ by = 'Another moderator' }) => `${by} is at this item; nothing was recorded twice.`,
  item_decided: ({ by = '' }) => (by === '' ? 'There is nothing left to decide; nothing was recorded.' : `${by} has decided this item; nothing was recorded twice.`),
}
