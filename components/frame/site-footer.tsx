import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Props = {
  /** The filing number that Chinese law asks every site to show; empty where there is none. */
  icp: string
  lang: Language
  words: Words['site']
}

export function SiteFooter({ icp, lang, words }: Props) {
  const links = [['/moderation', words.nav.moderation], ['/data', words.nav.data], ['/method', words.nav.method], ['/rules', words.nav.rules]] as const
  return (
    <footer className="mt-16 border-t border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-baseline justify-between gap-x-8 px-edge pb-12 pt-5 text-mini text-soft">
        <p>
          {words.footer}
          {icp && <a className="ml-4 inline-flex min-h-11 items-center" href="https://beian.miit.gov.cn/" rel="noreferrer" lang="zh-CN">{icp}</a>}
        </p>
        <ul className="flex flex-wrap gap-x-5 whitespace-nowrap">
          {links.map(([href, label]) => <li key={href}><a className="inline-flex min-h-11 items-center" href={pathIn(lang, href)}>{label}</a></li>)}
        </ul>
      </div>
    </footer>
  )
}
