export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** What the `lang` attribute says. */
export const languageTag: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** The address of a page in one language: Chinese lives at `/`, English at `/en`. */
export function pathIn(lang: Language, path: string): string {
  if (lang === 'zh') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** The language of an address, and the address as Chinese has it. */
export function readPath(path: string): { lang: Language; path: string } {
  const match = /^\/en(?=\/|\?|#|$)(.*)$/s.exec(path)
  if (!match) return { lang: 'zh', path }
  const rest = match[1] ?? ''
  return { lang: 'en', path: rest.startsWith('/') ? rest : `/${rest}` }
}

export function isLanguage(text: string | undefined): text is Language {
  return text === 'zh' || text === 'en'
}

/** The language that a program asks for by `accept-language`. Programs seldom say; people's browsers do. */
export function languageAsked(accepted: string | null | undefined): Language {
  const said = accepted?.toLowerCase() ?? ''
  return /^en\b/.test(said) || (/\ben\b/.test(said) && !/\bzh\b/.test(said)) ? 'en' : 'zh'
}
