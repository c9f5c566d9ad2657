import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

export type OfferedProvider = { id: 'github' | 'wechat' | 'oidc'; name: string | null }

type Props = { providers: OfferedProvider[]; then: string; lang: Language; words: Words['people'] }

/** Ways to sign in with an account elsewhere; links, since nothing changes here before the answer comes back. */
export function ProviderLinks({ providers, then, lang, words }: Props) {
  if (providers.length === 0) return null
  return (
    <section className="mt-10 border-t border-line pt-5">
      <h2>{words.providers.or}</h2>
      <p className="hint mb-3">{words.providers.only}</p>
      <ul className="flex flex-wrap gap-3">
        {providers.map(provider => (
          <li key={provider.id}>
            <a
              className="button" rel="nofollow"
              href={`/api/auth/signin/${provider.id}?${new URLSearchParams({ then, lang })}`}
            >
              {words.providers.with(providerName(provider, words))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function providerName({ id, name }: OfferedProvider, words: Words['people']): string {
  return name ?? words.providers.names[id]
}

/** The other of the two forms, with the page that waits behind them. */
export function pathWithThen(path: '/sign-in' | '/sign-up', then: string, lang: Language): string {
  return pathIn(lang, then === '/' ? path : `${path}?${new URLSearchParams({ then })}`)
}
