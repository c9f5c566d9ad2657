import { z } from 'zod'
import { preModerationModes } from './moderation/pre-moderation'
import { becauseSchema } from './moderation/because'
import { deliveriesKept } from './webhooks/webhook'
import { cleanLine } from './text/clean'
import { countGraphemes } from './text/graphemes'

/** Who may open an account: anybody, whoever an administrator lets in, or whoever a provider of the settings confirms. */
export const signUpPolicies = ['open', 'approval', 'provider'] as const

const days = (least: number, most: number) => z.string().regex(/^\d{1,5}$/, 'days_out_of_range').transform(Number)
  .refine(n => n >= least && n <= most, 'days_out_of_range')

// 京ICP备12345678号, with -1 where one holder has several sites.
const icp = z.string().transform(cleanLine)
  .refine(text => text === '' || /^\p{Script=Han}ICP[备证]\d{6,12}号(-\d{1,3})?$/u.test(text), 'icp_form')

const siteName = z.string().transform(cleanLine).refine(name => countGraphemes(name) <= 20, 'site_name_long')

/** What administrators set, each as its form sends it. */
export const siteSettingFields = {
  /** What the site is called, in Chinese and in English; empty: as the program is. */
  site_name: siteName,
  site_name_en: siteName,
  sign_up: z.enum(signUpPolicies, 'not_in_list'),
  pre_moderation: z.enum(preModerationModes, 'not_in_list'),
  icp_number: icp,
  /** Until a draft of a browser that nobody signed in with is forgotten. */
  draft_days: days(1, 60),
  /** Until a notification that was read is forgotten; 0: never. */
  notification_days: z.union([z.literal('0').transform(() => 0), days(30, 3650)], 'days_out_of_range'),
  /** Until it is forgotten which cases and accounts came from one network (db/moderation/batches/origins.ts); 0: never. */
  origin_days: z.union([z.literal('0').transform(() => 0), days(30, 3650)], 'days_out_of_range'),
  /** Until a letter, or another errand, that could not be done is forgotten. */
  failed_days: days(7, 365),
  /** Until it is forgotten what a webhook was sent. */
  delivery_days: days(1, 90),
}
export type SiteSettings = z.infer<z.ZodObject<typeof siteSettingFields>>
export type SiteSettingName = keyof SiteSettings

export const siteSettingNames = Object.keys(siteSettingFields) as SiteSettingName[]

/** A setting that nobody has changed. */
export const usualSettings: SiteSettings = {
  site_name: '', site_name_en: '', sign_up: 'open', pre_moderation: 'off', icp_number: '', draft_days: 60, notification_days: 0,
  origin_days: 0, failed_days: 30, delivery_days: deliveriesKept / 86_400_000,
}

/** keep-settings: all of them, as they shall be from now on. */
export const settingsDraft = z.object({ ...siteSettingFields, because: becauseSchema })
