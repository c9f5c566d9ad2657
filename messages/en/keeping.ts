import type { Words } from '../zh'

export const keeping: Words['keeping'] = {
  title: { lock: 'Moderator: lock the thread', unlock: 'Moderator: unlock the thread', move: 'Moderator: move this reply and what answers it' },
  lock: 'Lock',
  unlock: 'Unlock',
  lockHint: 'A locked thread takes no new replies, and the reason stands beneath it. What is there can still be read, agreed with and edited by its author.',
  lockedBy: (by, day, reason) => `Locked by ${by} on ${day}. Reason: ${reason}`,
  locked: reason => `A moderator has locked this thread; it takes no new replies. Reason: ${reason}`,
  lockedMeanwhile: reason => `(While you were writing a moderator locked this thread. Reason: ${reason})`,
  kept: 'What you wrote was not sent and is kept for you:',
  move: 'Move',
  moveHint: 'It goes to another case with all that answers it. A line stays where it stood and its address goes on working. Moved back, it takes its old place again.',
  moveTo: 'To which case (number)',
  movedTo: caseId => `This reply and what answers it were moved to case ${caseId}.`,
  movedLink: 'Go there',
}
