import { dayOf } from '@/domain/moderation/batch'
import { and, isNotNull, lt } from 'drizzle-orm'
import { write } from './connection'
import { forgetBrowserDrafts } from './desk/drafts'
import { forgetOriginsBefore } from './moderation/batches/origins'
import { forgetEndedAccess } from './people/ended-access'
import { notifications } from './schema'
import { siteSettingsOf } from './site-settings'

const day = 86_400_000

/** Forgets what is kept no longer than administrators have said (domain/site-settings.ts). `now` in epoch milliseconds. */
export async function sweep(now: number): Promise<void> {
  await write(async tx => {
    const { draft_days, notification_days, origin_days } = await siteSettingsOf(tx)
    await forgetBrowserDrafts(tx, now - draft_days * day)
    await forgetEndedAccess(tx, now)
    if (origin_days > 0) await forgetOriginsBefore(tx, dayOf(now) - origin_days)
    if (notification_days === 0) return
    await tx.delete(notifications).where(and(isNotNull(notifications.readAt), lt(notifications.readAt, now - notification_days * day)))
  })
}
