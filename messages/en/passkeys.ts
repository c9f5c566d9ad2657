import type { Words } from '../zh'

export const passkeys: Words['passkeys'] = {
  title: 'Passkeys',
  about: 'Sign in with the fingerprint, face or screen lock of your phone or computer: nothing to remember, nothing to be tricked out of. A passkey counts as both steps. You can register several devices.',
  none: 'There is none yet.',
  list: 'Registered',
  since: 'Registered',
  used: 'Last used',
  neverUsed: 'Not used yet',
  remove: 'Remove',
  add: 'Register one',
  name: 'Give it a name',
  nameHint: 'Such as “my phone”. Only you see it.',
  submit: 'Register this device',
  signIn: 'Sign in with a passkey',
  failed: 'It was not done: the device did not confirm, or it took too long. Please try again.',
  unsupported: 'This browser knows no passkeys, or JavaScript is off.',
  done: { added: 'The passkey is registered.', removed: 'The passkey is removed.' },
}
