import { eq } from 'drizzle-orm'
import { preModerationModes, type PreModeration } from '@/domain/moderation/pre-moderation'
import type { Database } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { siteSettings } from '../schema'

/** Whose posts wait for a moderator here; nobody's until an administrator has said otherwise. */
export async function preModeration(database: Database): Promise<PreModeration> {
  const [row] = await settingNamed(database, { name: 'pre_moderation' })
  return preModerationModes.find(mode => mode === row?.value) ?? 'off'
}

const settingNamed = keptQuery(['name'], (database, { name }) => database.select({ value: siteSettings.value }).from(siteSettings)
  .where(eq(siteSettings.name, name)))
