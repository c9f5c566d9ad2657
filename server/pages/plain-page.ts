import { languageTag, type Language } from '../../messages/languages'

/** A page that needs nothing else to be read; `rest` is HTML below its text. */
export function plainPage({ lang, title, text, rest = '' }: { lang: Language; title: string; text: string; rest?: string }): string {
  return `<!DOCTYPE html><html lang="${languageTag[lang]}"><head><meta charset="utf-8">`
    + '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
    + `<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/plain.css"></head>`
    + `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${rest}</main></body></html>`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
