import { eq, inArray } from 'drizzle-orm'
import { siteSettingFields, siteSettingNames, usualSettings, type SiteSettingName, type SiteSettings } from '@/domain/site-settings'
import type { Permitted } from '@/domain/permission'
import type { Database, Transaction } from './connection'
import { writeLog } from './moderation/log'
import { siteSettings } from './schema'

/** Everything that administrators set, as it is now. A value that no longer can be is as if nobody had set it. */
export async function siteSettingsOf(database: Database): Promise<SiteSettings> {
  const { name, value } = siteSettings
  const rows = await database.select({ name, value }).from(siteSettings).where(inArray(name, siteSettingNames))
  const set = rows.filter(row => siteSettingFields[row.name as SiteSettingName].safeParse(String(row.value)).success)
  return { ...usualSettings, ...Object.fromEntries(set.map(row => [row.name, row.value])) }
}

/** One of them. */
export async function siteSetting<Name extends SiteSettingName>(database: Database, name: Name): Promise<SiteSettings[Name]> {
  const [row] = await database.select({ value: siteSettings.value }).from(siteSettings).where(eq(siteSettings.name, name))
  if (!row || !siteSettingFields[name].safeParse(String(row.value)).success) return usualSettings[name]
  return row.value as SiteSettings[Name]
}

/** Sets all of them; each that changes has its line in the public log, with what it was. Answers how many did. */
export async function changeSiteSettings(
  tx: Transaction, { by }: Permitted<'keep_settings'>, { settings, because, now }: { settings: SiteSettings; because: string; now: number },
): Promise<number> {
  const before = await siteSettingsOf(tx)
  const changed = siteSettingNames.filter(name => settings[name] !== before[name])
  for (const name of changed) {
    const row = { value: settings[name], changedAt: now, changedById: by.id }
    await tx.insert(siteSettings).values({ name, ...row }).onConflictDoUpdate({ target: siteSettings.name, set: row })
    const details = { setting: name, from: String(before[name]), to: String(settings[name]) }
    await writeLog(tx, { at: now, actorId: by.id, act: 'set_site', reason: because, details })
  }
  return changed.length
}
