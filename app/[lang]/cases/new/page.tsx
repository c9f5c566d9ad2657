import type { Metadata } from 'next'
import { CaseForm } from '@/components/cases/form/case-form'
import { ProcessChoice } from '@/components/cases/form/process-choice'
import type { Case } from '@/domain/case/case'
import { formFromCase } from '@/domain/case/form'
import { rowsOf } from '@/domain/case/form-rows'
import { processes, type Process } from '@/domain/codes'
import type { Fields } from '@/domain/fields'
import { read } from '@/db/connection'
import { caseById } from '@/db/cases/rows'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft, type SearchParams } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { form, about } = languageOf(await params).words
  return { title: form.newTitle, description: about.newCase }
}

export default async function NewCasePage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const [typed, like, reader] = await Promise.all([typedDraft(search), likeOf(search), viewer()])
  const fields: Fields = typed?.fields ?? (like ? sharedFields(like.case) : {})
  const process = processes.find(it => it === (fields.process?.[0] ?? [search.process].flat()[0]))
  const { form } = words
  return (
    <>
      <h1 className="finding">{form.newTitle}{process && <> · {words.codes.process[process]}</>}</h1>
      {!process && <ProcessChoice lang={lang} words={words} />}
      {process && (
        <>
          <p className="weight mt-1">
            {words.codes.processHint[process]} <a href={pathIn(lang, '/cases/new')}>{form.changeProcess}</a>
          </p>
          <p className="mt-3 max-w-prose">{form.intro}</p>
          <p className="hint mb-6 max-w-prose">{form.neverAsked} {reader.kind === 'guest' && form.guestNote}</p>
          {typed && typed.problems.length === 0 && <p role="status" className="mb-6 border-l-4 border-approved pl-4">{form.backFromSignIn}</p>}
          {like && !typed && <p role="status" className="mb-6 border-l-4 border-line pl-4">{form.likeOf(like.row.id)}</p>}
          <CaseForm
            answers={{ fields, problems: typed?.problems ?? [], words }}
            process={process} lang={lang} formKey={typed?.key ?? newFormKey()} back={backOf(process)} edits={null}
            rows={rowsOf(fields)} signedIn={reader.kind === 'member'} filled={typed !== null || like !== null}
          />
        </>
      )}
    </>
  )
}

function backOf(process: Process): string {
  return `/cases/new?process=${process}`
}

async function likeOf(search: SearchParams) {
  const id = Number([search.like].flat()[0])
  if (!Number.isSafeInteger(id) || id < 1) return null
  const stored = await caseById(await read(), id)
  return stored?.row.state === 'live' ? stored : null
}

// "Me too" fills in what is likely shared; what happened, when, and in which words is everybody's own.
function sharedFields(it: Case): Fields {
  const { facts } = it
  const names = ['process', 'subject', 'program_age', 'kind', 'category', 'name_pattern', 'province'] as const
  const all = formFromCase({ ...it, events: [] })
  return Object.fromEntries(names.filter(name => facts[name] !== undefined).map(name => [name, all[name] ?? []]))
}
