import { and, isNotNull, lt } from 'drizzle-orm'
import { write } from './connection'
import { forgetBrowserDrafts } from './desk/drafts'
import { notifications } from './schema'
import { siteSettingsOf } from './site-settings'

const day = 86_400_000

/** Forgets what is kept no longer than administrators have said (domain/site-settings.ts). `now` in epoch milliseconds. */
export async function sweep(now: number): Promise<void> {
  await write(async tx => {
    const { draft_days, notification_days } = await siteSettingsOf(tx)
    await forgetBrowserDrafts(tx, now - draft_days * day)
    if (notification_days === 0) return
    await tx.delete(notifications).where(and(isNotNull(notifications.readAt), lt(notifications.readAt, now - notification_days * day)))
  })
}
