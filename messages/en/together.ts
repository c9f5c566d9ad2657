import type { Words } from '../zh'
import { siteName } from '../site-name'

export const together: Words['together'] = {
  meToo: {
    button: 'Me too',
    title: id => `Me too: like case ${id}`,
    intro: id => `What you are likely to share with case ${id} is filled in, without its times and words. Look through it, make it your own, add your times and publish: a minute is enough.`,
    facts: 'The basics',
    factsHint: 'Open to change them.',
    more: 'Say a little more',
    ownCase: 'This is your own case; there is no need to say “me too”. Go back to it to tell what happened next.',
    toldBefore: {
      same_case: id => `You have already said “me too” to this case, in your case ${id}.`,
      same_kind: id => `You already have a case of the same review and the same kind of account: case ${id}. If this is the same matter, please add to that one.`,
    },
    countedOnce: 'Figures count one case for each person, kind of account and period of the rules.',
    toThat: id => `To case ${id}`,
    again: 'This was another time; publish it all the same',
    of: 'Me too: ',
    count: n => (n === 1 ? '1 case says “me too”' : `${n} cases say “me too”`),
    others: n => (n === 1 ? 'and 1 more' : `and ${n} more`),
  },
  alike: {
    label: 'Why it is alike',
    because: {
      reason: what => `Sent back for the same: ${what}`,
      proof_demanded: what => `Asked for the same: ${what}`,
      name_pattern: what => `Same kind of name: ${what}`,
      waits_in: what => `Both waiting: ${what}`,
      category: what => `Same category: ${what}`,
      began: () => 'Less than a month apart',
      feature: what => `Same features: ${what}`,
      subject: what => `Same kind of account: ${what}`,
    },
  },
  calls: {
    silence: 'Stop telling me when they mention me',
    silenced: 'Mentions by these people are not told',
    hear: 'Tell me again',
  },
  quote: {
    reply: 'Quote',
    caseWords: 'Quote the case',
  },
  checkIn: {
    title: 'Still waiting?',
    about: 'Answer once by the link of a letter: the case still waits, or it has its answer.',
    answered: 'Noted, thank you. Those who wait will see it.',
    stopped: 'All right, this case is not asked about again.',
    gone: 'This link has been used or has expired, or the case has its answer already.',
    failed: 'That could not be recorded: it does not fit what the case tells already. Choose another answer, or sign in and edit the case.',
    once: 'This link works once, for this one case, and does not sign you in.',
    stopThis: 'Do not ask about this case again',
    all: { on: 'When a case waits long, you are asked now and then whether it still does.', off: 'You are not asked whether your cases still wait.' },
    pressAll: { off: 'Do not ask me', on: 'You may ask' },
    one: { on: 'After a long while you are asked whether it still waits.', off: 'You are not asked about this case.' },
    pressOne: { off: 'Do not ask about this case', on: 'You may ask' },
    letter: (name, id, link) => ({
      subject: `${siteName('en')}: is case ${id} still waiting?`,
      text: `Hello ${name},\n\nNothing has been heard of case ${id} for a while. Does it still wait, or has it its answer? Open the link below and press one button; there is no need to sign in:\n\n${link}\n\nThe link is good for thirty days and works once. If you do not want to be asked, press “Do not ask about this case again” on the same page, or turn it off on the notifications page.`,
    }),
  },
}
