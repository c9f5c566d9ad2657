import { endpoints } from '@/domain/api/endpoints'
import { apiProblems, statusOf } from '@/domain/api/problem'
import type { Words } from '@/messages/words'

/** The API in plain words: every address, a few questions to try, and how answers are to be read. */
export function ApiManual({ words, writingHref }: { words: Words['data']; writingHref: string }) {
  return (
    <section aria-labelledby="api">
      <h2 id="api" className="text-lead">{words.apiTitle}</h2>
      <p className="mt-2 max-w-prose">{words.apiIntro}</p>
      <p><a className="lone" href={writingHref}>{words.writingLink}</a></p>
      <Addresses words={words} />
      <h3 className="mt-8 font-semibold">{words.examplesTitle}</h3>
      <ul className="mt-1 max-w-prose">
        {words.examples.map(({ say, path }) => (
          <li key={path} className="border-b border-hair py-2 last:border-0">
            <p>{say}</p>
            <a className="inline-block py-2 text-small" href={path}><code>{path}</code></a>
          </li>
        ))}
      </ul>
      <Note title={words.pagesTitle} text={words.pages} />
      <Note title={words.nullsTitle} text={words.nulls} />
      <Note title={words.cachingTitle} text={words.caching} />
      <Note title={words.errorsTitle} text={words.errors} />
      <Problems words={words} />
    </section>
  )
}

function Addresses({ words }: { words: Words['data'] }) {
  return (
    <dl className="mt-4 max-w-[60rem] border-t border-hair text-small">
      {(Object.keys(endpoints) as (keyof typeof endpoints)[]).map(name => (
        <div key={name} className="gap-x-6 border-b border-hair py-1.5 sm:grid sm:grid-cols-2">
          <dt>{words.questions[name]}</dt>
          <dd><code className="text-soft">/api/v1<wbr />{endpoints[name].path}</code></dd>
        </div>
      ))}
    </dl>
  )
}

function Note({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h3 className="mt-8 font-semibold">{title}</h3>
      <p className="mt-1 max-w-prose">{text}</p>
    </>
  )
}

// The `type` of a problem is the address of its row.
function Problems({ words }: { words: Words['data'] }) {
  return (
    <table className="mt-4 max-w-prose">
      <thead>
        <tr>
          <th scope="col" className="whitespace-nowrap">{words.statusColumn}</th>
          <th scope="col">{words.meaningColumn}</th>
        </tr>
      </thead>
      <tbody>
        {apiProblems.map(problem => (
          <tr key={problem} id={problem}>
            <th scope="row" className="whitespace-nowrap">{statusOf[problem]}</th>
            <td>
              <strong className="font-semibold">{words.problems[problem].title}</strong>
              {' '}<span className="text-soft">{words.problems[problem].detail}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
