import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CaseForm } from '@/components/cases/form/case-form'
import { returnedTo } from '@/components/moderation/returned'
import { FoundList } from '@/components/old-threads/found-list'
import { ItemHead } from '@/components/old-threads/item-head'
import { rowsOf } from '@/domain/case/form-rows'
import { processes, type Process } from '@/domain/codes'
import { permit } from '@/domain/permission'
import { threadPagePath } from '@/db/desk/thread-pages'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../../missing'
import { languageOf, type PageProps } from '../../../../../page-words'
import { readThreadPage } from '../../../../../read-thread'
import { newFormKey, typedDraft } from '../../../../../typed-draft'
import { viewer } from '../../../../../viewer'

type Props = PageProps<{ page: string; item: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { oldThreads } = languageOf(await params).words
  return { title: oldThreads.itemTitle, description: oldThreads.itemAbout, robots: { index: false } }
}

/** For the moderator who pasted the page: one comment beside the form of a case, filled with what was read of it. */
export default async function ThreadItemPage({ params, searchParams }: Props) {
  const { page: key, item, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const [reader, search] = await Promise.all([viewer(), searchParams])
  const path = `${threadPagePath(key)}/${item}`
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${encodeURIComponent(path)}`))
  if ('refused' in permit('import_thread', reader, null)) return missing()
  const [found, typed] = await Promise.all([readThreadPage(key, reader.id), typedDraft(search)])
  const looked = found?.looked.find(it => String(it.item.place) === item)
  if (!found || !looked) return missing()
  const { oldThreads, codes } = words
  const returned = returnedTo(typed, ['accept-thread-case'], { ref: looked.reference })
  const chosen = processes.find(it => it === [search.process].flat()[0])
  const fields = returned?.fields ?? looked.fields
  const process = chosen ?? fields.process![0] as Process
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, `${threadPagePath(key)}#item-${item}`)}>{oldThreads.backToPage}</a></p>
      <h1 className="finding">{oldThreads.itemTitle} · {codes.process[process]}</h1>
      <p className="hint">
        {words.form.changeProcess}{' '}
        {processes.filter(it => it !== process).map(it => <a key={it} className="me-4" href={pathIn(lang, `${path}?process=${it}`)}>{codes.process[it]}</a>)}
      </p>
      <section className="my-6 max-w-form border-s-4 border-line ps-4">
        <ItemHead item={looked.item} words={words} />
        <p className="whitespace-pre-line" lang="zh-CN" dir="auto">{looked.item.text}</p>
        {looked.found.length > 0 && <div className="mt-3"><FoundList reading={looked} process={process} words={words} /></div>}
      </section>
      {looked.caseId !== null && (
        <p role="status" className="mb-6"><a href={pathIn(lang, `/cases/${looked.caseId}`)}>{oldThreads.accepted(looked.caseId)}</a></p>
      )}
      <p className="hint mb-6 max-w-form">{oldThreads.onlySaid}</p>
      <CaseForm
        answers={{ fields, problems: returned?.problems ?? [], words }} process={process} lang={lang}
        formKey={returned?.key ?? newFormKey()} back={path} edits={null} rows={rowsOf(fields)} signedIn filled
        imports={{ thread: key, ref: looked.reference, item, because: found.page.because }}
      />
    </>
  )
}
