/** Something that happened to a case, which its followers may want to know. */
export type Happening =
  | { what: 'case_reported'; caseId: number; actorId: number | null }
  /** `version` is the one it has now; `told` says what of it is new to a reader. */
  | { what: 'case_revised'; caseId: number; version: number; told: 'outcome' | 'event'; actorId: number }
  | { what: 'reply_added'; caseId: number; replyId: number; actorId: number }
  | { what: 'case_tagged'; caseId: number; tagId: number; actorId: number }
  | { what: 'case_hidden' | 'case_restored'; caseId: number; actorId: number }

/** By what the same thing is known when it is said twice. What may happen again is known by its moment as well. */
export function happeningKey(it: Happening, at: number): string {
  const of = `${it.what}:${it.caseId}`
  switch (it.what) {
    case 'case_reported': return of
    case 'case_revised': return `${of}:${it.version}`
    case 'reply_added': return `${it.what}:${it.replyId}`
    case 'case_tagged': return `${of}:${it.tagId}:${at}`
    case 'case_hidden':
    case 'case_restored': return `${of}:${at}`
  }
}
