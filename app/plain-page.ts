import { languageTag, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'

type PlainPage = {
  lang: Language
  status: number
  title: string
  text: string
  /** Shown as typed, below the text: what would otherwise be lost. */
  quotes?: { label: string; words: string }[]
  /** A form with these fields and one button. */
  again?: { action: string; fields: Record<string, string[]>; label: string }
  link?: { href: string; label: string }
  headers?: Record<string, string>
}

/** The answer to a form that cannot be done: a page that needs nothing else to be read. */
export function plainPage({ lang, status, title, text, quotes = [], again, link, headers = {} }: PlainPage): Response {
  const home = link ?? { href: lang === 'zh' ? '/' : '/en', label: wordsFor(lang).site.backHome }
  const body = `<!doctype html><html lang="${languageTag[lang]}"><meta charset="utf-8">`
    + '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="/plain.css">'
    + `<title>${escape(title)} · ${escape(wordsFor(lang).site.name)}</title><main><h1>${escape(title)}</h1>`
    + `<p>${escape(text)}</p>`
    + quotes.map(it => `<h2>${escape(it.label)}</h2><pre dir="auto">${escape(it.words)}</pre>`).join('')
    + (again ? formAgain(again) : '')
    + `<p><a href="${escape(home.href)}">${escape(home.label)}</a></p></main></html>`
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

function formAgain({ action, fields, label }: NonNullable<PlainPage['again']>): string {
  // Text areas keep line ends as they are; the first one after the tag does not count.
  const values = Object.entries(fields).flatMap(([name, all]) => all.map(value => (
    `<textarea hidden name="${escape(name)}">\n${escape(value)}</textarea>`
  )))
  return `<form method="post" action="${escape(action)}">${values.join('')}<button>${escape(label)}</button></form>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
