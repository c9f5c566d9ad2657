import type { Metadata } from 'next'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextField } from '@/components/form/field'
import { FormKey } from '@/components/form/form-key'
import { problemAt } from '@/components/form/problems'
import { pathIn, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { newFormKey, typedDraft, type SearchParams } from '../../typed-draft'
import { viewer } from '../../viewer'

type Props = { params: Promise<{ lang: Language }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { people, about } = wordsFor((await params).lang)
  return { title: people.firstAdmin.title, description: about.firstAdmin, robots: { index: false } }
}

export default async function FirstAdmin({ params, searchParams }: Props) {
  const { lang } = await params
  const words = wordsFor(lang)
  const { firstAdmin } = words.people
  const [reader, typed] = await Promise.all([viewer(), typedDraft(await searchParams)])
  const problems = typed?.problems ?? []
  return (
    <div className="mx-auto max-w-[26rem]">
      <h1 className="mb-6 text-finding">{firstAdmin.title}</h1>
      <p className="mb-6">{firstAdmin.text}</p>
      {reader.kind === 'guest'
        ? <p><a href={pathIn(lang, '/sign-in?then=/first-admin')}>{firstAdmin.signInFirst}</a></p>
        : (
          <form method="post" action="/do/first-admin">
            <ErrorSummary problems={problems} words={words} />
            <FormKey formKey={newFormKey()} lang={lang} back="/first-admin" />
            <TextField
              name="token" label={firstAdmin.token} autoComplete="off" required spellCheck={false}
              error={problemAt(problems, 'token', words)}
            />
            <button className="button button-main">{firstAdmin.submit}</button>
          </form>
        )}
    </div>
  )
}
