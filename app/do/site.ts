import { z } from 'zod'
import { fromSchema } from '@/domain/fields'
import { idSchema } from '@/domain/ids'
import { becauseSchema } from '@/domain/moderation/because'
import { permit } from '@/domain/permission'
import { settingsDraft } from '@/domain/site-settings'
import { decideAdmission } from '@/db/people/admissions'
import { changeSiteSettings } from '@/db/site-settings'
import { callSite } from '@/messages/site-name'
import { adminAct } from '../act'
import { offeredProviders } from '../auth'

/** Fields: every setting of domain/site-settings.ts, because. */
export const keepSettings = adminAct({ draft: fromSchema(settingsDraft) }, async (tx, { because, ...settings }, { author, now }) => {
  const permission = permit('keep_settings', author, null)
  if ('refused' in permission) return permission
  // Nobody could ever come in.
  if (settings.sign_up === 'provider' && offeredProviders().length === 0) return { problems: [{ path: 'sign_up', code: 'no_provider' }] }
  const changed = await changeSiteSettings(tx, permission.permitted, { settings, because, now })
  if (changed === 0) return { problems: [{ path: 'because', code: 'nothing_changed' }] }
  // Not before it is stored, which may yet come to nothing; the page he is led to looks by itself (app/[lang]/layout.tsx).
  return { to: '/admin/settings?done=1', afterwards: async () => callSite({ zh: settings.site_name, en: settings.site_name_en }) }
})

/** Fields: person (id), decision (approved, refused), because. */
export const decideOnPerson = adminAct({
  draft: fromSchema(z.object({ person: idSchema, decision: z.enum(['approved', 'refused'], 'not_in_list'), because: becauseSchema })),
}, async (tx, { person, decision, because }, { author, now }) => {
  const permission = permit('admit', author, null)
  if ('refused' in permission) return permission
  const done = await decideAdmission(tx, permission.permitted, { personId: person, decision, reason: because, now })
  return done ? { to: '/admin/people?done=1#waiting' } : { problems: [{ path: 'because', code: 'already_decided' }] }
})
