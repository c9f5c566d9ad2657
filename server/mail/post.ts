import { createTransport } from 'nodemailer'
import type { LetterToSend } from '../../domain/outbox/letter'
import { GiveUp } from '../outbox/give-up'

/** Where letters are handed in. */
export type Post = {
  /**
   * Hands a letter to the mail server; resolves once that has taken it. `id` makes its Message-ID, so that the same letter
   * sent twice is one to whoever receives it. Throws `GiveUp` where trying again would not help.
   */
  send: (letter: LetterToSend, id: string) => Promise<void>
  close: () => void
}

export type PostSettings = { SMTP_URL: string; MAIL_FROM: string; SITE_URL: string }

// All together less than an errand's lease.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 5_000, socketTimeout: 20_000 }

/** Opens the way to the mail server of SMTP_URL; connects only when there is something to send. */
export function openPost({ SMTP_URL, MAIL_FROM, SITE_URL }: PostSettings): Post {
  const transport = createTransport({ url: SMTP_URL, ...patience, disableFileAccess: true, disableUrlAccess: true })
  const { hostname } = new URL(SITE_URL)
  return {
    send: async ({ to, subject, text, html, unsubscribe }, id) => {
      try {
        await transport.sendMail({
          from: MAIL_FROM,
          // As an object it is one address, whatever stands in it.
          to: { name: '', address: onOneLine(to) },
          subject: onOneLine(subject),
          text,
          ...(html !== undefined && { html }),
          messageId: `<${id.replace(/[^\w.-]/g, '-')}@${hostname}>`,
          headers: {
            'auto-submitted': 'auto-generated',
            ...(unsubscribe !== undefined && {
              'list-unsubscribe': `<${onOneLine(unsubscribe)}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
            }),
          },
        })
      } catch (error) {
        throw refusedForGood(error) ?? error
      }
    },
    close: () => transport.close(),
  }
}

// A line break would begin another header.
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

// The server's own word that it will never take this letter, such as to an address it does not know. That it lets nobody in
// is about us and may be mended.
function refusedForGood(error: unknown): GiveUp | null {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string }
  const isOurs = code === 'EAUTH' || command === 'CONN' || command === 'EHLO'
  return responseCode !== undefined && responseCode >= 500 && !isOurs ? new GiveUp(`smtp ${responseCode}`) : null
}
