import type { Words } from '../zh'

export const renaming: Words['renaming'] = {
  title: 'Change your name',
  about: 'Take another name; the one before stays yours and nobody else can have it.',
  now: 'Your name now: ',
  before: 'Formerly ',
  and: ', ',
  until: day => `(until ${day})`,
  rules: [
    'Once in thirty days. Former names stand on your public page, and that you changed your name stands in the public log.',
    'Nobody else can have a former name of yours, nor one that looks like it; you can take it up again.',
    'What you wrote, and what others wrote to you, shows the new name, and old links lead on to your page. You can sign in by a former name too.',
    'When you close the account, former names go with it.',
  ],
  resting: 'While the account is suspended, silenced or waits to be let in, the name cannot be changed.',
  wait: days => `It can be changed again in ${days === 1 ? 'one day' : `${days} days`}.`,
  next: 'The new name',
  submit: 'Take this name',
  done: 'Your name is changed.',
}
