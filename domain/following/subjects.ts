/** What somebody can ask to be told of. */
export const followSubjects = ['case', 'tag', 'person', 'filter', 'figure'] as const
export type FollowSubject = (typeof followSubjects)[number]
