/** What can be hidden. */
export const moderatedSubjects = ['case', 'reply'] as const
export type ModeratedSubject = (typeof moderatedSubjects)[number]

/** A hiding that holds: by whom, since when (epoch milliseconds) and why. */
export type OpenHiding = { subjectId: number; by: string; reason: string; at: number }
