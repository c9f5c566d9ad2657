import type { CaseDraft } from '../case/case'
import { formFromCase } from '../case/form'
import { requiredFacts, type Facts } from '../case/facts'
import { dayOf, dayStart } from '../case/interval'
import { reportCase } from '../case/report'
import type { NamePattern, Process, Proof, Reason } from '../codes'
import type { Fields } from '../fields'
import { eventsOf, type Written } from './events'
import type { Item, Thread } from './page/thread'
import { factsIn } from './said/facts'
import type { Found } from './said/found'

/** What was read of one thing somebody wrote: the form of a case, and for each fact the words that say it. */
export type Reading = {
  item: Item
  fields: Fields
  /** Empty where it tells nothing that happened: then no case is proposed. */
  found: Found[]
  /** The process is the page's, since the comment names none. */
  inherited: boolean
  /** What the comment says, whoever copied it, and the how manieth on its page says just that. Its content is its name. */
  content: { text: string; nth: number }
}

/** Everything on a page, in its order. */
export function itemsOf({ post, comments }: Thread): Item[] {
  return [...(post ? [post] : []), ...comments.flatMap(comment => [comment, ...comment.replies])]
}

/** What everything on a page tells, in its order. `process` is what the page is about, `now` epoch milliseconds. */
export function readingsOf(thread: Thread, process: Process, now: number): Reading[] {
  const seen = new Map<string, number>()
  const aboutPrograms = /小程序/.test(`${thread.title} ${thread.post?.text}`)
  return itemsOf(thread).map(item => {
    const text = plainWords(item.text)
    const nth = (seen.get(text) ?? 0) + 1
    seen.set(text, nth)
    const written = writtenOn(item)
    const found = factsIn(item.text, { posted: written && written[0] === written[1] ? written[0] : null, process })
    const own = found.find(it => it.field === 'process')?.value as Process | undefined
    const fields = fieldsOf(found, { process: own ?? process, written, aboutPrograms, now }, item.text)
    return { item, fields, found, inherited: own === undefined, content: { text, nth } }
  })
}

/** The words of a comment that its copies share: without spaces, marks and whom it speaks to. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/〇\d*/g, '').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

type About = { process: Process; written: Written; aboutPrograms: boolean; now: number }

// Where times contradict one another, a case without them is proposed before none: the moderator has the words beside it.
function fieldsOf(found: readonly Found[], about: About, words: string): Fields {
  const { process, written, now } = about
  const facts = factsOf(found, about)
  if (found.length === 0) return fieldsOfFacts(facts)
  const events = eventsOf(found, process, written, words)
  const tries: CaseDraft['events'][] = [
    events,
    events.map(({ since_previous_minutes: _, ...event }) => event),
    events.map(({ since_previous_minutes: _, at: __, ...event }) => event),
    events.slice(-1).map(({ since_previous_minutes: _, at: __, ...event }) => event),
  ]
  for (const tried of tries) {
    const reported = reportCase({ facts, events: tried, source: 'thread' }, now)
    if (!reported.ok) continue
    const { source: _, ...fields } = formFromCase(reported.case)
    return fields
  }
  return fieldsOfFacts(facts)
}

function fieldsOfFacts(facts: Facts): Fields {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, [value].flat().map(String)]))
}

const patternOf: Partial<Record<Reason, NamePattern>> = {
  name_generic: 'generic', name_region: 'region', name_brand: 'brand_like', name_app_like: 'app_like',
}

/** What the comment says, and `unknown` for all that a case must answer and the comment does not. */
function factsOf(found: readonly Found[], { process, aboutPrograms }: About): Facts {
  const value = (field: Found['field']) => found.find(it => it.field === field)?.value
  const values = (field: Found['field']) => found.filter(it => it.field === field).map(it => it.value)
  const patterns = [...new Set(values('reason').flatMap(it => patternOf[it as Reason] ?? []))]
  const demanded = values('proof') as Proof[]
  const requires = (fact: keyof Facts) => requiredFacts[process].includes(fact)
  const number = (field: 'fee_yuan' | 'orders_paid') => value(field) && { [field]: Number(value(field)) }
  const code = (field: 'entry' | 'passed_elsewhere' | 'name_verdict' | 'name_change') => value(field) && { [field]: value(field) }
  return {
    process,
    subject: value('subject') ?? 'unknown',
    program_age: value('program_age') ?? 'unknown',
    kind: value('kind') ?? (aboutPrograms ? 'mini_program' : 'unknown'),
    category: 'unknown',
    ...(patterns.length > 0 ? { name_pattern: patterns } : requires('name_pattern') && { name_pattern: ['unknown'] }),
    ...(demanded.length > 0 ? { proof_demanded: demanded } : requires('proof_demanded') && { proof_demanded: ['unknown'] }),
    ...(requires('province') && { province: value('province') ?? 'unknown' }),
    ...number('fee_yuan'),
    ...number('orders_paid'),
    ...code('entry'),
    ...code('passed_elsewhere'),
    ...code('name_verdict'),
    ...code('name_change'),
  } as Facts
}

function writtenOn({ posted }: Item): Written {
  return posted && [dayOf(dayStart(posted[0])), dayOf(dayStart(posted[1]))]
}
