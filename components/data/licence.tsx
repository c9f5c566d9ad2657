import type { Words } from '@/messages/words'

/** What may be done with the data. */
export function Licence({ words }: { words: Words['data'] }) {
  return (
    <section aria-labelledby="licence">
      <h2 id="licence" className="text-lead">{words.licenceTitle}</h2>
      <p className="mt-2 max-w-prose">{words.licence}</p>
      <a className="inline-flex min-h-11 items-center" rel="license" href={words.licenceHref}>{words.licenceLink}</a>
      <p className="weight">{words.caution}</p>
    </section>
  )
}
