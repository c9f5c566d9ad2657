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
    site_name: 'Name of the site',
    site_name_en: 'Name in English',
    sign_up: 'Who may sign up',
    pre_moderation: 'Looked at before it is published',
    icp_number: 'ICP filing number',
    draft_days: 'Days for which drafts of people who are not signed in are kept',
    notification_days: 'Days for which notifications are kept once read',
    origin_days: 'Days for which marks of a common network are kept',
    failed_days: 'Days for which letters and other errands that failed are kept',
    delivery_days: 'Days for which deliveries of webhooks are kept',
  },
  hints: {
    site_name: 'Stands in titles, heads, feeds, letters and pictures; 20 characters at most, the first two in the seal. Left empty, it is the one of the program.',
    site_name_en: 'On English pages and in English letters. Left empty, it is Guoshen.',
    icp_number: 'Stands in the foot of every page, with a link to the ministry’s register. Written as the ministry writes it. Left empty, nothing is shown.',
    draft_days: '1 to 60. Drafts of people who are signed in do not go by days.',
    notification_days: '30 to 3650; 0 keeps them. What was not read is not deleted.',
    origin_days: '30 to 3650; 0 keeps them. The marks say which cases and accounts came from one network and, once the day is over, not from which. Without them old cases are no longer batched by network.',
    failed_days: '7 to 365, to see why they failed; the words of a letter go as soon as it has ended. What was done is kept for 7 days, so that nothing is done twice.',
    delivery_days: '1 to 90, in which the receiver can look at them and have them sent again.',
    always: 'Not to be set: sign-ins, links of letters and plans of two-step sign-in that have ended go once an hour; the access log says of nobody who he was and is not in the database; the moderation log stays in public for good.',
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
