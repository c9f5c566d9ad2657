import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FormKey } from '@/components/form/form-key'
import { returnedTo } from '@/components/moderation/returned'
import { DecisionForm } from '@/components/queue/decision-form'
import { FlagList } from '@/components/queue/flag-list'
import { subjectOf } from '@/components/queue/queue-list'
import { TimeOf } from '@/components/say/time-of'
import { decisionsOf, queueKinds } from '@/domain/moderation/queue'
import { permit } from '@/domain/permission'
import { readCurrent } from '@/db/connection'
import { flagsOf } from '@/db/moderation/flagging'
import { queueItem } from '@/db/moderation/queue/list'
import { tagBook } from '@/db/moderation/tags'
import { namesOf } from '@/db/people/people'
import { trustOfPerson } from '@/db/people/trust'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../../page-words'
import { newFormKey, typedDraft } from '../../../../typed-draft'
import { viewer } from '../../../../viewer'
import { ItemThing } from './thing'

type Props = PageProps<{ item: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { item, ...rest } = await params
  const { queue } = languageOf(rest).words
  return { title: queue.item.title(numberOf(item)), description: `${queue.item.title(numberOf(item))} · ${queue.description}`, robots: { index: false } }
}

/** For moderators: one item with all that is needed to decide it. `?kind=` is what they go through. */
export default async function ItemPage({ params, searchParams }: Props) {
  const { item: number, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const reader = await viewer()
  const id = numberOf(number)
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=/moderation/queue/${id}`))
  if ('refused' in permit('work_queue', reader, null)) return missing()
  const [database, search, now] = [await readCurrent(), await searchParams, Date.now()]
  const it = await queueItem(database, id, now)
  if (!it) return missing()
  const kind = queueKinds.find(code => code === [search.kind].flat()[0])
  const [flags, groups, typed, level, names] = await Promise.all([
    flagsOf(database, [id]), tagBook(database), typedDraft(search),
    it.personId === null ? null : trustOfPerson(database, it.personId, now), namesOf(database, [it.decidedById]),
  ])
  const { queue } = words
  const { item } = queue
  const back = `/moderation/queue/${id}${kind ? `?kind=${kind}` : ''}`
  const isMine = it.claimedById === reader.id && it.claimedBy !== null
  const isTheirs = it.claimedBy !== null && !isMine
  const may = 'permitted' in permit('decide', reader, it)
  const decisions = decisionsOf(it)
  const step = (act: 'claim-item' | 'give-item-back', label: string, key?: string) => (
    <form method="post" action={`/do/${act}`}>
      <FormKey formKey={newFormKey()} lang={lang} back={back} />
      <input type="hidden" name="item" value={id} />
      <button className="button" data-key={key}>{label}</button>
    </form>
  )
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation/queue')} data-key="u">{item.back}</a></p>
      {search.done === 'decided' && <p role="status" className="mb-4 border-l-4 border-approved py-1 pl-4">{queue.done.next}</p>}
      <h1 className="finding">{queue.kinds[it.kind]} · {subjectOf(it, words)}</h1>
      <p className="mb-5 mt-1 text-small text-soft">
        <TimeOf at={it.at} />
        {it.hold && ` · ${queue.held[it.hold]}`}
        {it.person !== null && (
          <>
            {' · '}{item.author} <a href={pathIn(lang, `/people/${encodeURIComponent(it.person)}`)}><bdi>{it.person}</bdi></a>
            {level !== null && ` (${item.authorLevel(level)})`}
          </>
        )}
      </p>
      <ItemThing item={it} reader={reader} lang={lang} words={words} />
      <FlagList flags={flags} lang={lang} words={queue} />
      {it.kind === 'word_filter' && it.details.found && (
        <p className="mt-4 border-l-4 border-waiting py-1 pl-4">
          <bdi>{words.wordFilter.found(it.details.found)}</bdi>{' '}
          <a href={pathIn(lang, `/moderation/words?word=${it.details.rules}`)}>{words.wordFilter.foundRules}</a>
        </p>
      )}
      {it.details.at && <p className="mt-6"><a className="button button-main" href={pathIn(lang, it.details.at)}>{item.elsewhere}</a></p>}
      {it.decidedAt !== null && (
        <p role="status" className="mt-6 border-l-4 border-left py-1 pl-4">
          {it.decidedById === null
            ? item.gone
            : <bdi>{item.decided(names.get(it.decidedById) ?? words.log.somebody, queue.decisions[it.decision as keyof typeof queue.decisions]?.name ?? it.decision ?? '')}</bdi>}
          {it.reason && <> · <bdi>{it.reason}</bdi></>}
        </p>
      )}
      {it.decidedAt === null && !may && <p className="mt-6 border-l-4 border-waiting py-1 pl-4">{item.own}</p>}
      {it.decidedAt === null && may && (
        <>
          <div className="mt-6 flex flex-wrap items-center gap-4">
            {isMine && <><span className="text-small text-soft">{item.yours(Math.ceil((it.claimedUntil! - now) / 60_000))}</span>{step('give-item-back', item.giveBack)}</>}
            {isTheirs && <p className="border-l-4 border-waiting py-1 pl-4"><bdi>{item.theirs(it.claimedBy!)}</bdi></p>}
            {!isMine && !isTheirs && step('claim-item', item.claim, 'c')}
          </div>
          {decisions.length > 0 && !isTheirs && (
            <DecisionForm
              itemId={id} decisions={decisions} groups={groups} tag={tagFor(it, flags)} kind={kind ?? ''} lang={lang} words={words}
              typed={returnedTo(typed, ['decide-item'], { item: id })} back={back} newKey={newFormKey}
            />
          )}
        </>
      )}
    </>
  )
}

// What most of those who flagged say it is, where there is a tag for it.
function tagFor({ kind }: { kind: string }, flags: { reason: string }[]): string {
  if (kind === 'duplicate') return 'duplicate'
  const tagged = ['joke', 'duplicate', 'wrong_process']
  const counts = tagged.map(tag => ({ tag, n: flags.filter(flag => flag.reason === tag).length }))
  const most = counts.sort((a, b) => b.n - a.n)[0]!
  return most.n > 0 ? most.tag : ''
}
