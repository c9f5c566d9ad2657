import type { LetterToSend } from '../../domain/outbox/letter'
import { unsubscribeToken } from '../../domain/following/unsubscribe'
import { isLanguage, languageTag, pathIn, type Language } from '../../messages/languages'
import { placeOfNotice, sayNotice, type SaidNotice } from '../../messages/say-notice'
import { wordsFor } from '../../messages/words'
import { escapeHtml } from '../pages/plain-page'

type Sendable = {
  to: string
  wish: { personId: number; how: string; lang: string }
  notices: (SaidNotice & { replyId: number | null })[]
}

/** One notice, or a week of them, as a letter in the language its reader asked for it in. */
export function noticeLetter({ to, wish, notices }: Sendable, { siteUrl, secret }: { siteUrl: string; secret: string }): LetterToSend {
  const lang: Language = isLanguage(wish.lang) ? wish.lang : 'zh'
  const words = wordsFor(lang)
  const say = words.noticeMail
  const at = (path: string) => siteUrl + pathIn(lang, path)
  const lines = notices.map(notice => ({
    text: sayNotice(notice, lang, words),
    reason: notice.details.reason ? words.thread.notifications.because(notice.details.reason) : null,
    url: at(placeOfNotice(notice) ?? '/me/notifications'),
  }))
  const subject = wish.how === 'weekly' ? say.digest(notices.length) : lines[0]!.text
  const unsubscribe = at(`/mail/stop/${unsubscribeToken({ personId: wish.personId, address: to }, secret)}`)
  const all = at('/me/notifications')
  const settings = at('/me/mail')
  const text = [
    ...lines.map(line => [line.text, ...(line.reason ? [line.reason] : []), line.url].join('\n')),
    `-- \n${say.why(words.site.name)}\n${say.all}${all}\n${say.change}${settings}\n${say.stop}${unsubscribe}`,
  ].join('\n\n')
  const link = (href: string, label: string) => `<a href="${escapeHtml(href)}" style="color:#8a2b1d">${escapeHtml(label)}</a>`
  const html = `<!doctype html><html lang="${languageTag[lang]}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`
    + '<body style="margin:0;padding:24px;background:#fbf9f5;color:#22201c;font:16px/1.7 system-ui,sans-serif"><div style="max-width:34em;margin:0 auto">'
    + lines.map(line => `<p style="margin:0 0 16px">${link(line.url, line.text)}`
      + `${line.reason ? `<br><span style="color:#5d574d">${escapeHtml(line.reason)}</span>` : ''}</p>`).join('')
    + `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #ddd6c8;color:#5d574d;font-size:13px">${escapeHtml(say.why(words.site.name))}<br>`
    + [link(all, say.allLink), link(settings, say.changeLink), link(unsubscribe, say.stopLink)].join(' · ')
    + '</p></div></body></html>'
  return { to, subject, text, html, unsubscribe }
}
