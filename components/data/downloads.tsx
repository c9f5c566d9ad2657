import type { Words } from '@/messages/words'

const files = [
  ['ndjson', '/api/v1/cases.ndjson'],
  ['csv', '/api/v1/cases.csv'],
  ['rules', '/api/v1/rules'],
  ['openapi', '/api/v1/openapi.json'],
] as const

/** What can be taken away, with what each file is good for. */
export function Downloads({ words }: { words: Words['data'] }) {
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads" className="text-lead">{words.downloads}</h2>
      <ul className="mt-2 max-w-prose">
        {files.map(([file, href]) => (
          <li key={file} className="border-b border-hair py-2 last:border-0">
            <a className="inline-flex min-h-11 items-center font-semibold" href={href}>{words.files[file].name}</a>
            <p className="text-small text-soft">{words.files[file].hint}</p>
          </li>
        ))}
      </ul>
      <p className="hint mt-2">{words.downloadsHint}</p>
    </section>
  )
}
