import { exampleAnswer, exampleCase } from '@/domain/api/examples'
import { writings } from '@/domain/api/writings'
import type { Words } from '@/messages/words'

type Props = {
  /** The address of this site, without a slash at the end. */
  site: string
  words: Words['api']
}

/** How programs write: what they may do, an example that can be pasted into a shell, and what to mind. */
export function WritingManual({ site, words }: Props) {
  return (
    <>
      <h2 className="mt-6 text-lead">{words.example}</h2>
      <p className="hint max-w-prose">{words.exampleAbout}</p>
      <Code text={curl(`${site}/api/v1/cases`, told(exampleCase))} />
      <p className="hint mt-3">{words.exampleAnswer}</p>
      <Code text={JSON.stringify(exampleAnswer)} />
      <p className="hint mt-3">{words.waitingExample}</p>
      <Code text={curl(`${site}/api/v1/cases/12/still-waiting`, '{}')} />
      <h2 className="mt-10 text-lead">{words.can}</h2>
      <Changes words={words} />
      <dl className="max-w-prose">
        {words.notes.map(([title, text]) => (
          <div key={title} className="mt-6">
            <dt className="font-semibold">{title}</dt>
            <dd className="mt-1">{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Changes({ words }: { words: Words['api'] }) {
  const names = Object.keys(writings) as (keyof typeof writings)[]
  return (
    <dl className="mt-3 mb-8 max-w-[60rem] border-t border-hair text-small">
      {names.map(name => (
        <div key={name} className="gap-x-6 border-b border-hair py-1.5 sm:grid sm:grid-cols-[1fr_1fr_6rem]">
          <dt>{words.does[name]}</dt>
          <dd><code className="text-soft">POST /api/v1<wbr />{writings[name].path}</code></dd>
          <dd className="text-soft"><span className="sm:hidden">{words.columns.scope}: </span><code>{writings[name].scope}</code></dd>
        </div>
      ))}
    </dl>
  )
}

function Code({ text }: { text: string }) {
  return <pre tabIndex={0} className="mt-2 max-w-[60rem] overflow-x-auto rounded-[3px] bg-left-wash px-4 py-3 text-small leading-relaxed"><code>{text}</code></pre>
}

function curl(address: string, body: string): string {
  return [
    `curl ${address} \\`,
    '  -H "Authorization: Bearer $GUOSHEN_TOKEN" \\',
    '  -H "Idempotency-Key: $(uuidgen)" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '${body}'`,
  ].join('\n')
}

// A field a line, and an event a line: as somebody would type it.
function told({ events, ...facts }: typeof exampleCase): string {
  const fields = Object.entries(facts).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
  const steps = events.map(event => `    ${JSON.stringify(event)}`).join(',\n')
  return `{\n${fields.join('\n')}\n  "events": [\n${steps}\n  ]\n}`
}
