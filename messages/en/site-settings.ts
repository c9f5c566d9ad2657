import type { PreModeration } from '@/domain/moderation/pre-moderation'
import type { SiteSettingName, SiteSettings } from '@/domain/site-settings'
import type { Words } from '../zh'

export const siteSettings: Words['siteSettings'] = {
  title: 'Site settings',
  about: 'Each change stands in the public log: what it was, what it is now, and why.',
  done: 'Saved, and written into the log.',
  submit: 'Save',
  because: 'Reason',
  becauseHint: 'Public: say in a sentence why.',
  names: {
    sign_up: 'Who may sign up',
    pre_moderation: 'Looked at before it is published',
    icp_number: 'ICP filing number',
    draft_days: 'Days for which drafts of people who are not signed in are kept',
    notification_days: 'Days for which notifications are kept once read',
  },
  hints: {
    icp_number: 'Stands in the foot of every page, with a link to the ministry’s register. Written as the ministry writes it. Left empty, nothing is shown.',
    draft_days: '1 to 60. Drafts of people who are signed in do not go by days.',
    notification_days: '30 to 3650; 0 keeps them. What was not read is not deleted.',
  },
  signUp: {
    open: ['Anybody', 'A name is enough, and one may publish at once.'],
    approval: ['With an administrator’s consent', 'A new account may read and keep drafts, and publish once an administrator has let it in.'],
    provider: ['With an account elsewhere only', 'Only by one of the providers that are set up, such as one with real names.'],
  },
  preModeration: {
    off: ['Nothing', 'What is written is public.'],
    newcomers: ['Newcomers’', 'What newcomers write is public once a moderator has seen it.'],
    all: ['Everybody’s', 'What anybody but moderators writes is public once a moderator has seen it.'],
  },
  nothing: 'empty',
  closed: 'At present one can sign up only with one of these accounts.',
  byApproval: 'You can keep drafts at once, and publish when an administrator has let you in.',
  awaiting: 'Your account waits for an administrator. You can read and keep drafts; you cannot publish yet.',
  admissions: {
    title: 'New accounts that wait',
    about: 'They may publish once they are let in; whoever is refused may still read. The reason is told to them and stands in the public log.',
    asked: 'signed up',
    because: 'Reason',
    becauseHint: 'Public; a sentence will do.',
    approve: 'Let in',
    refuse: 'Refuse',
  },
}

// For the public log, which tells of settings by what they are called here; what it does not know it tells as it is.

export function settingName(name: string | undefined): string {
  return siteSettings.names[name as SiteSettingName] ?? name ?? ''
}

/** Null where it is about no setting. */
export function settingValue(name: string | undefined, value: string | undefined): string | null {
  if (name === undefined || value === undefined) return null
  if (name === 'sign_up') return siteSettings.signUp[value as SiteSettings['sign_up']]?.[0] ?? value
  if (name === 'pre_moderation') return siteSettings.preModeration[value as PreModeration]?.[0] ?? value
  return value || siteSettings.nothing
}
