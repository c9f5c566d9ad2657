import type { KeptFigure } from '@/domain/figures/kept'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayKept } from '../figures/kept-head'
import { isoOf, sayInstant } from '../say/time'

type Props = { figures: readonly KeptFigure[]; lang: Language; words: Words }

/** How every figure can be kept and computed again, and those that were kept last. */
export function KeptFigures({ figures, lang, words }: Props) {
  const { kept } = words
  return (
    <section aria-labelledby="kept">
      <h2 id="kept" className="text-lead">{kept.aboutTitle}</h2>
      <p className="mt-2 max-w-prose">{kept.about}</p>
      <p className="mt-2 max-w-prose text-small text-soft">{kept.notKept}</p>
      <p className="mt-4 max-w-prose">{kept.commandsHint}</p>
      <pre className="mt-2 max-w-prose whitespace-pre-wrap border-s-2 border-hair ps-3 text-small leading-6">
        <code>{'npm run --silent survival -- --file rows.csv\nnpm run --silent wilson -- 81 263'}</code>
      </pre>
      <h3 className="mt-6 font-semibold">{kept.newest}</h3>
      {figures.length === 0 && <p className="mt-1 text-soft">{kept.none}</p>}
      <ul className="mt-1 max-w-prose">
        {figures.map(figure => (
          <li key={figure.ref} className="border-b border-hair py-2 last:border-0">
            <a className="inline-block py-2" href={pathIn(lang, `/data/figures/${figure.ref}`)}>
              {sayKept(figure, words)}
            </a>
            <p className="text-small text-soft"><time dateTime={isoOf(figure.at)}>{sayInstant(figure.at)}</time></p>
          </li>
        ))}
      </ul>
    </section>
  )
}
