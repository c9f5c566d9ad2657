import type { Facts } from '@/domain/case/facts'
import type { Words } from '@/messages/words'

/** What the case says of itself, as words; what was not answered is not listed, and unknown is said as unknown. */
export function FactList({ facts, words }: { facts: Facts; words: Words }) {
  const rows = factsInWords(facts, words)
  return (
    <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-3 border-t border-hair pt-4 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]">
      {rows.map(([name, text]) => (
        <div key={name}>
          <dt className="text-mini text-soft">{words.cases.fact[name]}</dt>
          <dd><bdi>{text}</bdi></dd>
        </div>
      ))}
    </dl>
  )
}

type FactName = keyof Facts & keyof Words['cases']['fact']

/** The facts that are told, each with its words. */
export function factsInWords(facts: Facts, words: Words): [FactName, string][] {
  const names = Object.keys(words.cases.fact) as FactName[]
  return names
    // The process stands above the title, and the fee says how often it was paid.
    .filter(name => name !== 'process' && facts[name] !== undefined)
    .filter(name => name !== 'orders_paid' || facts.fee_yuan === undefined)
    .map(name => [name, sayFact(name, facts, words)])
}

/** One fact in words; `facts` may be of an earlier version, as long as it holds the fact. */
export function sayFact(name: FactName, facts: Partial<Facts>, words: Words): string {
  const { cases, site } = words
  if (name === 'fee_yuan') {
    return facts.orders_paid ? cases.feeTimes(facts.fee_yuan!, facts.orders_paid) : cases.yuan(facts.fee_yuan!)
  }
  const value = facts[name]
  if (name === 'orders_paid') return cases.timesPaid(Number(value))
  if (name === 'notice_deadline_days' || name === 'software_copyright_days') return cases.daysLong(Number(value))
  const names = codeNames(name, words)
  const codes = [value].flat().map(String)
  return codes.map(code => names?.[code] ?? code).join(site.listSeparator)
}

/** The names of a fact's codes; undefined for facts that are numbers or text. */
export function codeNames(name: string, { codes }: Words): Record<string, string> | undefined {
  const lists: Record<string, Record<string, string>> = {
    process: codes.process, subject: codes.subject, program_age: codes.programAge, registered_period: codes.registeredPeriod,
    published_before: codes.publishedBefore, kind: codes.kind, category: codes.category, features: codes.feature,
    entry: codes.entry, channel: codes.channel, occupation: codes.occupation, province: codes.province,
    name_pattern: codes.namePattern, name_pattern_after: codes.namePattern, name_basis: codes.nameBasis,
    name_verdict: codes.nameVerdict, name_change: codes.nameChange, passed_elsewhere: codes.passedElsewhere,
    proof_demanded: codes.proof, proof_supplied: codes.proof, proof_result: codes.proofResult,
    software_copyright: codes.softwareCopyright, motive: codes.motive, source: codes.source, state: codes.state,
  }
  return lists[name]
}
