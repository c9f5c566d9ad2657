/** A letter that somebody is sent by mail. All of it is plain text but `html`, which is finished. */
export type LetterToSend = {
  to: string
  subject: string
  text: string
  html?: string
  /** Where one request ends what this letter belongs to (RFC 8058). */
  unsubscribe?: string
}
