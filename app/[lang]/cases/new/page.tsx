import type { Metadata } from 'next'
import { CaseForm } from '@/components/cases/form/case-form'
import { ProcessChoice } from '@/components/cases/form/process-choice'
import { rowsOf } from '@/domain/case/form-rows'
import { fieldsLike, likeIn } from '@/domain/case/me-too'
import { processes, type Process } from '@/domain/codes'
import type { Fields } from '@/domain/fields'
import type { Viewer } from '@/domain/people/viewer'
import { toldBefore } from '@/db/cases/me-too'
import { caseById, type StoredCase } from '@/db/cases/rows'
import { read } from '@/db/connection'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { languageOf, numberOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { form, about } = languageOf(await params).words
  return { title: form.newTitle, description: about.newCase }
}

export default async function NewCasePage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const [typed, reader] = await Promise.all([typedDraft(search), viewer()])
  const like = await likeOf(typed ? likeIn(typed.fields) : numberOf([search.like].flat()[0] ?? ''))
  const own = like !== null && reader.kind === 'member' && like.row.authorId === reader.id
  const fields: Fields = typed?.fields ?? (like && !own ? fieldsLike(like.case) : {})
  const process = processes.find(it => it === (fields.process?.[0] ?? [search.process].flat()[0]))
  const { form, together: { meToo } } = words
  if (own) return <OwnAlready id={like.row.id} lang={lang} words={words} />
  return (
    <>
      <h1 className="finding">{like ? meToo.title(like.row.id) : form.newTitle}{process && <> · {words.codes.process[process]}</>}</h1>
      {!process && <ProcessChoice lang={lang} words={words} />}
      {process && (
        <>
          <p className="weight mt-1">
            {words.codes.processHint[process]} <a href={pathIn(lang, '/cases/new')}>{form.changeProcess}</a>
          </p>
          <p className="mt-3 max-w-prose">{like ? meToo.intro(like.row.id) : form.intro}</p>
          <p className="hint mb-6 max-w-prose">{form.neverAsked} {reader.kind === 'guest' && form.guestNote}</p>
          {typed && typed.problems.length === 0 && <p role="status" className="mb-6 border-l-4 border-approved pl-4">{form.backFromSignIn}</p>}
          <CaseForm
            answers={{ fields, problems: typed?.problems ?? [], words }}
            process={process} lang={lang} formKey={typed?.key ?? newFormKey()} back={backOf(process)} edits={null}
            meToo={like && { of: like.row.id, before: await toldBeforeBy(reader, like) }}
            rows={rowsOf(fields)} signedIn={reader.kind === 'member'} filled={typed !== null || like !== null}
          />
        </>
      )}
    </>
  )
}

function OwnAlready({ id, lang, words }: { id: number; lang: Language; words: Words }) {
  const { together: { meToo } } = words
  return (
    <>
      <h1 className="finding">{meToo.button}</h1>
      <p className="mt-3">{meToo.ownCase} <a href={pathIn(lang, `/cases/${id}`)}>{meToo.toThat(id)}</a></p>
    </>
  )
}

function backOf(process: Process): string {
  return `/cases/new?process=${process}`
}

async function likeOf(id: number | null) {
  const stored = id ? await caseById(await read(), id) : null
  return stored?.row.state === 'live' ? stored : null
}

async function toldBeforeBy(reader: Viewer, { row }: StoredCase) {
  if (reader.kind === 'guest') return null
  return toldBefore(await read(), reader.id, row)
}
