import type { settingsProblems as zh } from '../zh/settings-problems'

export const settingsProblems: typeof zh = {
  site_name_long: 'A name has 20 characters at most.',
  days_out_of_range: 'Give a number of days within the range.',
  icp_form: 'This is not how the ministry writes filing numbers.',
  no_provider: 'No provider is set up, so nobody could sign up at all.',
  nothing_changed: 'Nothing differs from what it is now.',
  already_decided: 'Somebody has decided already.',
  sign_up_by_provider: 'At present one can sign up only with an account elsewhere. Choose one on the sign-up page.',
}
