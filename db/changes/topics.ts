/**
 * What a page may show, as names under which it grows old:
 * `cases` which cases there are and all that is said of them · `talk` the counts that lists show, and their order by the
 * last reply · `case:12` the thread and the counts of one case · `figures` `rules` `tags` `people` `log` `kept` what they say · `site` what stands around
 * every page: its name, and the foot.
 */
export type Topic = 'cases' | 'talk' | 'figures' | 'rules' | 'tags' | 'people' | 'log' | 'kept' | 'site' | `case:${number}`

/** Where a write goes that says no more of itself. */
export const topicsOfTable: Record<string, readonly Topic[]> = {
  cases: ['cases', 'talk'],
  case_traits: ['cases'],
  case_events: ['cases'],
  case_revisions: ['cases'],
  replies: ['cases', 'talk'],
  reply_revisions: ['cases'],
  votes: ['cases', 'talk'],
  favourites: ['cases', 'talk'],
  me_toos: ['cases'],
  hidings: ['cases'],
  case_locks: ['cases'],
  branch_moves: ['cases'],
  case_merges: ['cases'],
  case_merge_items: ['cases'],
  taggings: ['cases', 'tags'],
  tags: ['cases', 'tags'],
  tag_groups: ['tags'],
  tag_synonyms: ['tags'],
  spells: ['figures'],
  cell_counts: ['figures'],
  cell_people: ['figures'],
  counted_figures: ['figures'],
  forecasts: ['figures'],
  kept_figures: ['kept'],
  rule_changes: ['rules', 'figures'],
  rule_revisions: ['rules'],
  log_entries: ['log'],
  people: ['people'],
  name_changes: ['people'],
  site_settings: ['site'],
  suspensions: ['people'],
  suspicions: ['figures'],
  bulk_acts: ['log'],
  bulk_items: ['log'],
}

/** Tables that no remembered page reads from. Every other table stands above; tests/db/changes.test.ts compares. */
export const shownToNobody = [
  // Only their owner, or a moderator, sees these.
  'identities', 'sessions', 'notifications', 'drafts', 'submissions', 'tag_suggestions', 'appeals', 'site_values', 'departed_names',
  'api_tokens', 'admissions',
  'two_steps', 'two_step_plans', 'recovery_codes', 'open_sign_ins', 'mail_addresses', 'mail_links', 'passkeys', 'used_challenges',
  'origins', 'origin_salts', 'outbox', 'follows', 'mail_wishes', 'webhooks', 'webhook_deliveries',
  'mentions', 'silences', 'check_ins', 'check_in_rests', 'check_in_links',
  // Moderators, and whoever flagged, see these on pages of their own.
  'queue_items', 'flags', 'text_prints', 'word_rules', 'word_rule_changes',
  // Answers to a search are never remembered.
  'search_entries',
  'changes',
]
