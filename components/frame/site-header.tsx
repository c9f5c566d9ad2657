import type { Audience } from '@/domain/people/audience'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ReaderName, ReaderNews, Whether } from '../reader/whether'

type Props = {
  lang: Language
  words: Words['site']
  viewer: Audience
  unread: number
  /** For moderators: their queue, in words and with its count. */
  toLookAt?: string | null
  path: string
}

/** The top of every page: who we are, the six rooms, and the reader's own corner. */
export function SiteHeader({ lang, words, viewer, unread, toLookAt, path }: Props) {
  const rooms = [
    ['/estimate', words.nav.estimate],
    ['/cases', words.nav.cases],
    ['/stats', words.nav.stats],
    ['/stats/names', words.nav.names],
    ['/stats/software-copyright', words.nav.softwareCopyright],
    ['/rules', words.nav.rules],
  ] as const
  const here = roomOf(path, rooms.map(([href]) => href))
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 px-edge">
        <a href={pathIn(lang, '/')} className="flex min-h-14 items-center no-underline">
          <span className="seal" lang="zh-CN">{words.seal}</span>
          {words.besideSeal
            ? <bdi className="ml-2 max-w-40 truncate">{words.besideSeal}</bdi>
            : lang !== 'zh' && <span className="sr-only">{words.name}</span>}
        </a>
        <nav aria-label={words.mainNavigation} className="order-last -mx-edge w-screen overflow-x-auto px-edge sm:order-none sm:mx-0 sm:w-auto sm:px-0">
          <ul className="flex gap-3 whitespace-nowrap sm:gap-5 text-small text-soft">
            {rooms.map(([href, label]) => (
              <li key={href}>
                <a
                  href={pathIn(lang, href)}
                  aria-current={href === here ? 'page' : undefined}
                  className="inline-flex min-h-11 items-center border-b-2 border-transparent no-underline hover:text-ink aria-[current]:border-ink aria-[current]:text-ink sm:min-h-14"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="no-print ml-auto flex items-center gap-4 text-small">
          <a href={pathIn(lang, '/search')} className="word-button">{words.search}</a>
          <OwnCorner lang={lang} words={words} viewer={viewer} unread={unread} toLookAt={toLookAt} />
          <a href={pathIn(lang === 'zh' ? 'en' : 'zh', path)} className="word-button" lang={lang === 'zh' ? 'en' : 'zh-CN'} title={words.otherLanguageHint}>
            {words.otherLanguage}
          </a>
        </div>
      </div>
    </header>
  )
}

function OwnCorner({ lang, words, viewer, unread, toLookAt }: Omit<Props, 'path'>) {
  const [isMember, hasNews] = viewer.kind === 'anyone' ? ['member', 'news'] as const : [viewer.kind === 'member', unread > 0]
  const name = viewer.kind === 'member' ? viewer.name : <ReaderName />
  const news = (
    <a href={pathIn(lang, '/me/notifications')} className="word-button text-refused">
      <span className="sr-only">{words.unread}</span>
      <span aria-hidden="true">●&nbsp;</span>
      {viewer.kind === 'anyone' ? <ReaderNews /> : unread}
    </a>
  )
  return (
    <Whether
      is={isMember}
      yes={(
        <>
          {toLookAt && <a href={pathIn(lang, '/moderation/queue')} className="word-button text-waiting">{toLookAt}</a>}
          <Whether is={hasNews} yes={news} />
          <a href={pathIn(lang, '/me')} className="word-button max-w-28"><bdi className="truncate">{name}</bdi></a>
        </>
      )}
      no={<a href={pathIn(lang, '/sign-in')} className="word-button">{words.signIn}</a>}
    />
  )
}

// The longest room that the address lies in: /stats/names is the names' room, not the figures'.
function roomOf(path: string, rooms: string[]): string | undefined {
  return rooms.filter(room => path === room || path.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0]
}
