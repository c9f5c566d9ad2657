import type { Words } from '@/messages/words'

/** What a case in the open data holds, and what it never holds. */
export function Contents({ words }: { words: Words['data'] }) {
  return (
    <div className="grid content-start gap-10">
      <section aria-labelledby="tells">
        <h2 id="tells" className="text-lead">{words.tellsTitle}</h2>
        <Sentences of={words.tells} />
      </section>
      <section aria-labelledby="never">
        <h2 id="never" className="text-lead">{words.neverTitle}</h2>
        <Sentences of={words.never} />
      </section>
    </div>
  )
}

function Sentences({ of }: { of: string[] }) {
  return (
    <ul className="mt-2 max-w-prose list-disc space-y-1 ps-5 marker:text-soft">
      {of.map(sentence => <li key={sentence}>{sentence}</li>)}
    </ul>
  )
}
