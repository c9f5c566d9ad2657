import type { Language } from './languages'

/** What this site is called in each language; empty: as the program is. */
export type SiteNames = Record<Language, string>

const usual: SiteNames = { zh: '过审', en: 'Guoshen' }

// One for everything that runs in this thread, whichever copy of this module it has. A thread that has just been started
// knows it from whoever started it.
const held = globalThis as { guoshenNames?: SiteNames }

/** The site's name: the words ask for it each time they say it, since an administrator may change it. */
export function siteName(lang: Language): string {
  held.guoshenNames ??= JSON.parse(process.env.GUOSHEN_NAMES ?? '{"zh":"","en":""}') as SiteNames
  return held.guoshenNames[lang] || usual[lang]
}

/** Has the site called so from now on, in this thread and in those it starts. */
export function callSite(names: SiteNames): void {
  if (held.guoshenNames?.zh === names.zh && held.guoshenNames.en === names.en) return
  held.guoshenNames = names
  process.env.GUOSHEN_NAMES = JSON.stringify(names)
}

/** What its seal shows: the first two signs of the Chinese name. */
export function siteSeal(): string {
  return [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(siteName('zh'))].slice(0, 2).map(it => it.segment).join('')
}

/** The name, where it is longer than its seal and has to stand beside it; else empty. */
export function nameBesideSeal(lang: Language): string {
  return siteName('zh') === siteSeal() ? '' : siteName(lang)
}
