import type { Case } from '../../case/case'
import type { FieldText } from './sift'

/** Every text of a case that somebody wrote freely, by its field; with `former` only those that are not as they stood. */
export function textsOf(it: Case, former?: Case): FieldText[] {
  const before = new Set(former ? all(former).map(({ path, text }) => `${kindOf(path)} ${text}`) : [])
  return all(it).filter(({ path, text }) => !before.has(`${kindOf(path)} ${text}`))
}

/** The case with these texts in place of its own. */
export function withTexts(it: Case, texts: ReadonlyMap<string, string>): Case {
  if (texts.size === 0) return it
  const put = (path: string, name: string) => (texts.has(path) ? { [name]: texts.get(path)! } : {})
  return {
    ...it,
    ...put('title', 'title'),
    ...put('words', 'words'),
    facts: { ...it.facts, ...put('audit_firm', 'audit_firm'), ...put('name_shape', 'name_shape') },
    events: it.events.map((event, at) => ({ ...event, ...put(`events.${at}.note`, 'note') })),
  }
}

function all({ title, words, facts, events }: Case): FieldText[] {
  const texts = [
    { path: 'title', text: title }, { path: 'words', text: words },
    { path: 'audit_firm', text: facts.audit_firm }, { path: 'name_shape', text: facts.name_shape },
    ...events.map((event, at) => ({ path: `events.${at}.note`, text: event.note })),
  ]
  return texts.filter((it): it is FieldText => !!it.text)
}

// A note moves when a step is put before it, and is no new note.
const kindOf = (path: string) => path.replace(/\d+/, '')
