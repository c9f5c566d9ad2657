import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CaseForm } from '@/components/cases/form/case-form'
import { formFromCase } from '@/domain/case/form'
import { rowsOf } from '@/domain/case/form-rows'
import { permit } from '@/domain/permission'
import { read } from '@/db/connection'
import { caseById } from '@/db/cases/rows'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../../page-words'
import { newFormKey, typedDraft } from '../../../../typed-draft'
import { viewer } from '../../../../viewer'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, ...rest } = await params
  const { form, about } = languageOf(rest).words
  return { title: form.editTitle(numberOf(id)), description: about.editCase(numberOf(id)), robots: { index: false } }
}

export default async function EditCasePage({ params, searchParams }: Props) {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const [typed, reader, stored] = await Promise.all([typedDraft(await searchParams), viewer(), caseById(await read(), numberOf(id))])
  const back = `/cases/${id}/edit`
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${encodeURIComponent(back)}`))
  // Not one's own, hidden or gone: there is nothing to edit here, and no reason to say which.
  if (!stored || 'refused' in permit('edit_case', reader, stored.row)) return missing()
  const { row } = stored
  const fields = typed?.fields ?? formFromCase(stored.case)
  const stale = typed !== null && Number(typed.fields.version?.[0]) !== row.version
  return (
    <>
      <h1 className="finding">{words.form.editTitle(row.id)} · {words.codes.process[row.process]}</h1>
      <p className="hint mb-4"><a className="lone" href={pathIn(lang, `/cases/${row.id}`)}>{words.cases.backToCase}</a></p>
      {stale && <p role="status" className="error mb-6 border-l-4 border-refused pl-4">{words.form.changedMeanwhile}</p>}
      <CaseForm
        answers={{ fields, problems: typed?.problems ?? [], words }}
        process={row.process} lang={lang} formKey={typed?.key ?? newFormKey()} back={back}
        edits={{ id: row.id, version: row.version }} rows={rowsOf(fields)} signedIn filled={typed !== null}
      />
    </>
  )
}
