import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CaseList } from '@/components/cases/case-list'
import { FormKey } from '@/components/form/form-key'
import { BecauseField } from '@/components/moderation/because-field'
import { FormProblems } from '@/components/moderation/form-problems'
import { returnedTo } from '@/components/moderation/returned'
import { isModerator, permit } from '@/domain/permission'
import { caseById } from '@/db/cases/rows'
import { read } from '@/db/connection'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { merging, about } = languageOf(await params).words
  return { title: merging.page, description: about.merge, robots: { index: false } }
}

/** Two cases side by side, before the one becomes part of the other. `?case=` and `?into=` are their numbers. */
export default async function MergePage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/moderation'))
  if (!isModerator(reader)) return missing()
  const search = await searchParams
  const [id, into] = ['case', 'into'].map(name => numberOf(([search[name]].flat()[0] ?? '').trim().replace(/^#/, ''))) as [number, number]
  const database = await read()
  const [it, target, typed] = await Promise.all([caseById(database, id), caseById(database, into), typedDraft(search)])
  if (!it || !('permitted' in permit('merge', reader, it.row))) return missing()
  const { merging } = words
  const wrong = target?.row.state !== 'live' ? 'merge_target_gone' : it.row.state !== 'live' ? 'merge_not_live' : id === into ? 'merge_same' : null
  const back = `/moderation/merge?case=${id}&into=${into}`
  const returned = returnedTo(typed, ['merge-case'], { case: id, into })
  return (
    <div className="max-w-[48rem]">
      <h1 className="finding mb-4">{merging.page}</h1>
      {wrong
        ? <p className="error">{words.problems[wrong]}</p>
        : (
            <>
              <p className="mb-6">{merging.what(id, into)}</p>
              <h2 className="text-lead">{merging.goes(id)}</h2>
              <CaseList cases={[it]} lang={lang} words={words} level={3} />
              <h2 className="mt-8 text-lead">{merging.stays(into)}</h2>
              <CaseList cases={[target!]} lang={lang} words={words} level={3} />
              <form method="post" action="/do/merge-case" className="mt-8 max-w-form">
                <FormProblems typed={returned} words={words} />
                <FormKey formKey={returned?.key ?? newFormKey()} lang={lang} back={back} />
                <input type="hidden" name="case" value={id} />
                <input type="hidden" name="into" value={into} />
                <BecauseField form="merge" typed={returned} words={words} />
                <button className="button">{merging.merge}</button>
              </form>
            </>
          )}
      <p className="mt-8"><a href={pathIn(lang, `/cases/${id}`)}>{words.site.cancel}</a></p>
    </div>
  )
}
