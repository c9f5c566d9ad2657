import type { Words } from '../zh'
import { siteName } from '../site-name'

export const byMail: Words['byMail'] = {
  linkTitle: 'The link of a letter',
  title: 'E-mail',
  about: 'An address is optional and only you can see it: it stands on no page and in no data. With one you can recover a forgotten password, or sign in by mail without any.',
  none: 'There is no address.',
  is: address => `Your address is ${address}`,
  add: 'Add an address',
  change: 'Change the address',
  address: 'E-mail address',
  send: 'Send a letter to confirm it',
  sendHint: 'The link in it is good for ten minutes. The new address holds once you have opened the link and confirmed.',
  sent: minutes => `If the address is right and no other account has it, a letter is on its way; its link is good for ${minutes} minutes.`,
  remove: 'Remove the address',
  removeHint: 'A forgotten password cannot be recovered then.',
  confirmed: 'The address is confirmed.',
  removed: 'The address is removed.',
  signIn: {
    title: 'Sign in by mail, or recover a password',
    link: 'Forgotten the password, or rather sign in by mail?',
    text: 'Enter the address that your account has confirmed. We send a letter whose link is good for ten minutes, works once, and opens in this browser only.',
    bySignIn: 'Send a sign-in link',
    byRecover: 'Send a link for a new password',
    sent: 'If an account has this address, a letter is on its way. Open its link within ten minutes, in this browser.',
  },
  page: {
    title: { confirm: 'Confirm the address', sign_in: 'Sign in by mail', recover: 'A new password' },
    text: {
      confirm: address => `${address} becomes the address of this account.`,
      sign_in: 'The link works once. Press the button to sign in.',
      recover: 'Set a new password and you are signed in. Everywhere else is signed out, API tokens and passkeys work no longer, and webhooks are removed. Where two steps are asked for, the password holds after the second.',
    },
    press: { confirm: 'Confirm', sign_in: 'Sign in', recover: 'Set the password and sign in' },
    gone: { title: 'This link is no longer good', text: 'It has been used, is more than ten minutes old, or is incomplete. Please ask for another letter.' },
    elsewhere: { title: 'Please open it in the other browser', text: 'This link works only in the browser that asked for it, so that nobody else can use the letter. Copy the link over there, or ask for another letter here.' },
    foreign: { title: 'Please sign in first', text: 'This letter belongs to an account. Sign in to it, then open the link again.' },
    again: 'Ask for another letter',
  },
  letters: {
    confirm: (name, link) => ({
      subject: `${siteName('en')}: confirm your address`,
      text: `Hello ${name},\n\nsomebody entered this address as yours at ${siteName('en')}. Open the link within ten minutes and press “Confirm”:\n\n${link}\n\nIf it was not you, do nothing and nothing will happen.`,
    }),
    sign_in: (name, link) => ({
      subject: `${siteName('en')}: your sign-in link`,
      text: `Hello ${name},\n\nopen this link within ten minutes, in the browser that asked for it, and press the button to sign in:\n\n${link}\n\nIf it was not you, do nothing: without your browser the link is worth nothing.`,
    }),
    recover: (name, link) => ({
      subject: `${siteName('en')}: a new password`,
      text: `Hello ${name},\n\nopen this link within ten minutes, in the browser that asked for it, and set a new password:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.`,
    }),
    changed: name => ({
      subject: `${siteName('en')}: your address was changed`,
      text: `Hello ${name},\n\nyour account at ${siteName('en')} has just been given another address, and letters no longer come here.\n\nIf it was not you, sign in at once, change your password, sign out everywhere else and revoke your API tokens.`,
    }),
    removed: name => ({
      subject: `${siteName('en')}: your address was removed`,
      text: `Hello ${name},\n\nthis address has just been removed from your account at ${siteName('en')}, and letters no longer come here.\n\nIf it was not you, sign in at once, change your password, sign out everywhere else and revoke your API tokens.`,
    }),
    recovered: name => ({
      subject: `${siteName('en')}: your password was set anew`,
      text: `Hello ${name},\n\nyour password has just been set anew by a letter. Everywhere else is signed out, API tokens and passkeys work no longer, and webhooks are removed; make them anew if you need them.\n\nIf it was not you, somebody reads your mail: change its password first, then set a new one at ${siteName('en')}.`,
    }),
  },
}
