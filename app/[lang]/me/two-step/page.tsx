import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BeginForm } from '@/components/people/two-step/begin-form'
import { OnPart } from '@/components/people/two-step/on-part'
import { PlanPart } from '@/components/people/two-step/plan-part'
import { isModerator } from '@/domain/permission'
import { safeReturnPath } from '@/domain/people/return-path'
import { authenticatorAddress, base32 } from '@/domain/people/totp'
import { readCurrent } from '@/db/connection'
import { twoStepOf, twoStepPlan, type TwoStepPlan } from '@/db/people/two-step'
import { pathIn, readPath } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { proofAsked } from '../../../prove'
import { settings } from '../../../settings'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { twoStep, about } = languageOf(await params).words
  return { title: twoStep.title, description: about.twoStep, robots: { index: false } }
}

/** Two steps at sign-in: set up, keep recovery codes, turn off. */
export default async function TwoStep({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/two-step'))
  const search = await searchParams
  const then = readPath(safeReturnPath([search.then].flat()[0])).path
  const now = Date.now()
  const database = await readCurrent()
  const [on, plan, proof, typed] = await Promise.all([
    twoStepOf(database, reader.id), twoStepPlan(database, reader.id, now), proofAsked(reader, now), typedDraft(search),
  ])
  const { twoStep, people } = words
  const back = then === '/' ? '/me/two-step' : `/me/two-step?${new URLSearchParams({ then })}`
  const door = { typed, proof, name: reader.name, newKey: newFormKey, then, back, lang, words }
  const done = (['on', 'codes', 'off'] as const).find(it => it === search.done)
  const { waitingRole } = reader
  return (
    <div className="max-w-prose">
      <h1 className="text-finding">{twoStep.title}</h1>
      {done && <p role="status" className="mt-4 border-l-4 border-approved py-1 pl-4">{twoStep.done[done]}</p>}
      {done === 'on' && then !== '/' && <p className="mt-2"><a className="lone text-accent" href={pathIn(lang, then)}>{twoStep.goOn}</a></p>}
      <p className="mt-3">{twoStep.about}</p>
      {waitingRole && (
        <p role="note" className="mt-4 border-l-4 border-waiting py-1 pl-4">
          {on ? twoStep.signInAgain : twoStep.forKeepers(people.roles[waitingRole])}
        </p>
      )}
      {isModerator(reader) && !on && <p role="note" className="mt-4 border-l-4 border-waiting py-1 pl-4">{twoStep.askedOfKeepers(people.roles[reader.role])}</p>}
      {plan && <PlanPart {...door} secret={plan.secret && shown(plan, reader.name)} codes={plan.codes} />}
      {!plan && on && <OnPart {...door} {...on} />}
      {!plan && !on && (
        <>
          <p className="mt-4">{twoStep.off}</p>
          <BeginForm {...door} label={twoStep.begin} hint={twoStep.beginHint} main />
        </>
      )}
    </div>
  )
}

function shown({ secret }: TwoStepPlan, name: string) {
  const site = new URL(settings().SITE_URL).host
  return { text: base32(secret!), address: authenticatorAddress(secret!, { site, name }) }
}
