export type TagProperties = {
  /** The group's slug. */
  group: string
  name_zh: string
  name_en: string
  description_zh: string
  description_en: string
  leaves_figures: boolean
  retired: boolean
}
export type TagField = keyof TagProperties

export const tagFields = [
  'group', 'name_zh', 'name_en', 'description_zh', 'description_en', 'leaves_figures', 'retired',
] as const satisfies readonly TagField[]

/**
 * What an edit changes, as the log keeps it: `changed` names the fields, `FIELD.before` and `FIELD.after` hold the
 * values (yes and no for the two marks). Empty when nothing changes.
 */
export function tagChanges(before: TagProperties, after: TagProperties): Record<string, string> {
  const changed = tagFields.filter(field => before[field] !== after[field])
  if (changed.length === 0) return {}
  const values = changed.flatMap(field => [
    [`${field}.before`, said(before[field])], [`${field}.after`, said(after[field])],
  ])
  return { changed: changed.join(' '), ...Object.fromEntries(values) }
}

function said(value: string | boolean): string {
  return typeof value === 'string' ? value : value ? 'yes' : 'no'
}
