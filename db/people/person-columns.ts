/**
 * Every column that says a person, by its table and its name in the schema, and the part of his own data (own-data.ts) in
 * which he finds it; or why he does not. tests/db/own-data.test.ts compares with the schema.
 */
export const personColumns: Record<string, { toldIn: string } | { untold: string }> = {
  'cases.authorId': { toldIn: 'cases' },
  'case_revisions.byId': { toldIn: 'case_revisions' },
  'rule_revisions.byId': { toldIn: 'rule_revisions' },
  'drafts.owner': { toldIn: 'drafts' },
  'submissions.personId': { toldIn: 'submissions' },
  'taggings.byId': { toldIn: 'taggings' },
  'hidings.byId': { toldIn: 'hidings' },
  'hidings.liftedById': { toldIn: 'hidings_lifted' },
  'log_entries.actorId': { toldIn: 'log_by_me' },
  'log_entries.personId': { toldIn: 'log_about_me' },
  'identities.personId': { toldIn: 'identities' },
  'sessions.personId': { toldIn: 'sessions' },
  'suspensions.personId': { toldIn: 'suspensions' },
  'suspensions.byId': { untold: 'whom a moderator suspended is theirs; that he did stands in log_by_me' },
  'suspensions.liftedById': { untold: 'as above' },
  'notifications.personId': { toldIn: 'notifications' },
  'notifications.actorId': { untold: 'it is the news of somebody else' },
  'replies.authorId': { toldIn: 'replies' },
  'votes.personId': { toldIn: 'votes' },
  'favourites.personId': { toldIn: 'favourites' },
}
