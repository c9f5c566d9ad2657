import type { Process } from '../../codes'
import { clausesOf, type Clause } from './clause'
import {
  allNamed, firstNamed, nameAccepted, processWords, proofWords, provinceNames, reasonWords, refusal, renameDemand, sentBack, subjectWords,
} from './dictionary'
import { saysFacts, type Found, type FoundField } from './found'
import { moneyIn } from './money'
import { outcomeIn } from './outcome'
import { demandedIn, freeOfProof } from './proof'
import { datesIn, waitsIn } from './time'

/** What a comment stands in: the day it was written (null: not known to the day) and what the page is about. */
export type Setting = { posted: string | null; process: Process | null }

// Nobody tells his own case at greater length under a post; what is longer was copied from somewhere.
const longestRead = 5_000

/**
 * The facts a comment tells of its writer's own case, each with the words that say it. What is asked, heard of others,
 * supposed, wished or meant as a joke is none. A comment in which nothing happened tells nothing. Linear in the comment.
 */
export function factsIn(comment: string, setting: Setting): Found[] {
  const clauses = clausesOf(comment.slice(0, longestRead))
  const told = clauses.filter(clause => clause.told)
  const process = processOf(told, clauses)
  const found = [
    ...(process ? [process] : []),
    ...aboutIn(told),
    ...told.flatMap(clause => perClause(clause, setting, (process?.value ?? setting.process) as Process | null)),
    ...sentencesOf(clauses).flatMap(sentence => perSentence(sentence, (process?.value ?? setting.process) as Process | null)),
  ]
  const one = settle(distinct(found), told)
  return saysFacts(one) ? one : []
}

/** What is told names the review; where it does not, anything else in the comment may. */
function processOf(told: readonly Clause[], all: readonly Clause[]): Found | null {
  for (const clauses of [told, all]) {
    for (const [code, words] of processWords) {
      const clause = clauses.find(({ text }) => words.test(text.replace(passedBefore, '')))
      if (clause) return at(clause, 'process', code)
    }
  }
  return null
}

// "备案明明都过了": a filing that a certification is held against, not the one that is told.
const passedBefore = /备案.{0,4}(?:已经)?(?:通过|过)了的名.?|备案(?:明明|却|同样|同名|的名).{0,14}(?:通过|过)了?/

function aboutIn(told: readonly Clause[]): Found[] {
  const found: Found[] = []
  for (const clause of told) {
    const text = clause.text.replace(/(?:转|改|换|变)(?:成|为|到|了)?(?:了)?(?:一?个)?(?:企业|公司|个体(?:工商)?户?)/, '')
    const subject = firstNamed(subjectWords, text)
    if (subject) found.push(at(clause, 'subject', subject.code))
    if (/小游戏/.test(text)) found.push(at(clause, 'kind', 'mini_game'))
    if (/新注册|刚注册|新号|才注册/.test(text)) found.push(at(clause, 'program_age', 'new'))
    if (/老小程序|老号|存量|老的小程序|早就注册|以前注册/.test(text)) found.push(at(clause, 'program_age', 'existing'))
  }
  return found
}

function perClause(clause: Clause, setting: Setting, process: Process | null): Found[] {
  const { text } = clause
  const found: Found[] = []
  const add = (field: FoundField, value: string) => found.push(at(clause, field, value))
  for (const { field, value } of moneyIn(text)) add(field, value)
  for (const { event, day } of datesIn(clause, setting.posted, process)) add('date', `${event}/${day}/${day}`)
  const outcome = outcomeIn(text, process)
  if (outcome) add('outcome', outcome)
  if (renameDemand.test(text)) add('name_verdict', 'must_change')
  if (nameAccepted.test(text)) add('name_verdict', 'passed')
  if (process === 'filing') for (const code of allNamed(provinceNames, text)) add('province', code)
  if (process !== 'filing' && /备案.{0,4}(?:已经|也|都|早就)?(?:通过|过)了|备案(?:明明|却|同样|同名).{0,14}(?:通过|过)了/.test(text)) add('passed_elsewhere', 'filing')
  for (const scope of restrictedIn(text)) add('restricted', scope)
  return found
}

function perSentence(clauses: readonly Clause[], process: Process | null): Found[] {
  const told = clauses.filter(clause => clause.told)
  const whole = told.map(({ text }) => text).join('，')
  const found: Found[] = []
  const refused = refusal.test(whole)
  for (const clause of told) {
    for (const proof of demandedIn(clause.text)) found.push(at(clause, 'proof', proof))
    if (freeOfProof(clause.text)) found.push(at(clause, 'proof', 'none'))
    for (const change of changeIn(clause.text)) found.push(at(clause, 'name_change', change))
  }
  if (refused) found.push(...reasonsIn(told, whole))
  const back = told.find(({ text }) => sentBack.test(text))
  if (back) found.push(at(back, 'sent_back', 'yes'))
  for (const { event, least, most, from, to } of waitsIn(clauses, process)) {
    found.push({ field: 'wait', value: `${event}/${least}/${most}`, from, to })
  }
  const entry = told.find(({ text }) => /自己在?(?:后台|平台)|主动(?:去)?认证/.test(text))
  if (entry && /(?:没|未)(?:有)?收到通知/.test(whole)) found.push(at(entry, 'entry', 'self'))
  return found
}

/** Looked for across the clauses of a sentence; each stands where its words begin. */
function reasonsIn(told: readonly Clause[], whole: string): Found[] {
  return reasonWords.flatMap(([reason, words]) => {
    const start = whole.search(words)
    if (start === -1) return []
    let end = 0
    const clause = told.find(({ text }) => (end += text.length + 1) > start)
    return clause ? [at(clause, 'reason', reason)] : []
  })
}

function restrictedIn(text: string): string[] {
  if (/^.{0,4}不.{1,4}就/.test(text)) return []
  const limited = /限制|不能(?:被)?|无法(?:被)?|没法|禁止/.test(text)
  return [
    ...(limited && /搜索|搜/.test(text) || /搜索?(?:也|都)?不(?:到|出)/.test(text) ? ['search'] : []),
    ...(limited && /分享|转发/.test(text) || /分享不(?:了|出)/.test(text) ? ['share'] : []),
    ...(limited && /发布|发版/.test(text) ? ['release'] : []),
  ]
}

// "让我加上自己的名字" is what was asked; only what was done is a change.
function changeIn(text: string): string[] {
  if (/让|要求|建议|必须|叫我/.test(text)) return []
  if (/加了?个?(?:自己的)?姓|加(?:了|上)?.{0,3}(?:自己|本人)的?(?:真?姓名|真?名字)|用了?(?:自己|本人)的?(?:大名|真名|姓名)/.test(text)) return ['added_own_name']
  if (/(?:换|改)(?:了|成)?个?.{0,3}(?:生造|自造|自创|新造)/.test(text)) return ['new_coined']
  if (/加了?(?:个|上)?(?:“[^”]{1,8}”|后缀|前缀|修饰)/.test(text)) return ['added_modifier']
  return []
}

/** What one thing said makes of another: an end outweighs "still waiting", a reason about the name is a verdict on it. */
function settle(found: readonly Found[], told: readonly Clause[]): Found[] {
  const outcomes = found.filter(it => it.field === 'outcome')
  const end = outcomes.findLast(it => it.value !== 'waiting') ?? outcomes.at(-1)
  const asked = found.some(it => it.field === 'proof' && it.value === 'software_copyright')
  const verdicts = found.filter(it => it.field === 'reason' && it.value.startsWith('name_'))
    .map(it => ({ ...it, field: 'name_verdict' as const, value: it.value === 'name_app_like' && asked ? 'proof_asked' : 'must_change' }))
  const waiting = found.find(it => it.field === 'wait' && it.value.startsWith('waiting/'))
  const all = [...found, ...verdicts, ...(waiting && !end ? [{ ...waiting, field: 'outcome' as const, value: 'waiting' }] : [])]
  const verdict = ['must_change', 'proof_asked', 'passed'].flatMap(value => all.find(it => it.field === 'name_verdict' && it.value === value) ?? [])[0]
  const named = found.some(it => it.field === 'proof' && it.value !== 'none')
  return distinct(all).filter(it => {
    if (it.field === 'outcome') return end === undefined || it === end
    // A reason says that it was sent back, and more.
    if (it.field === 'sent_back') return !found.some(({ field }) => field === 'reason')
    if (it.field === 'name_verdict') return it.value === verdict?.value
    if (it.field === 'proof') return it.value !== 'none' || !named
    if (it.field === 'wait') return !it.value.startsWith('waiting') || end?.value === 'waiting' || end === undefined
    return told.length > 0
  }).filter((it, at, list) => !single.includes(it.field) || list.findIndex(other => other.field === it.field) === at)
}

const single: readonly FoundField[] = ['process', 'subject', 'kind', 'program_age', 'province', 'fee_yuan', 'orders_paid', 'name_verdict', 'name_change']

function sentencesOf(clauses: readonly Clause[]): Clause[][] {
  const sentences: Clause[][] = []
  for (const clause of clauses) (sentences[clause.sentence] ??= []).push(clause)
  return sentences.filter(Boolean)
}

const at = (clause: Clause, field: FoundField, value: string): Found =>
  ({ field, value, from: clause.from, to: clause.from + clause.text.replace(/？$/, '').length })

const distinct = (found: readonly Found[]) =>
  found.filter((it, at) => found.findIndex(other => other.field === it.field && other.value === it.value) === at)
