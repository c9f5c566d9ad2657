import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FormKey } from '@/components/form/form-key'
import { EndTokens, PasswordForm } from '@/components/people/password-form'
import { SessionList } from '@/components/people/session-list'
import { read } from '@/db/connection'
import { countTokens } from '@/db/people/api-tokens'
import { personById } from '@/db/people/people'
import { sessionsOf } from '@/db/people/sessions'
import { pathIn, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { newFormKey, typedDraft, type SearchParams } from '../../../typed-draft'
import { viewer } from '../../../viewer'

type Props = { params: Promise<{ lang: Language }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { people, about } = wordsFor((await params).lang)
  return { title: people.sessions.title, description: about.sessions, robots: { index: false } }
}

export default async function Sessions({ params, searchParams }: Props) {
  const { lang } = await params
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/sessions'))
  const search = await searchParams
  const words = wordsFor(lang)
  const { sessions: say } = words.people
  const database = await read()
  const now = Date.now()
  const [sessions, person, tokens, typed] = await Promise.all([
    sessionsOf(database, reader.id, now), personById(database, reader.id), countTokens(database, reader.id, now), typedDraft(search),
  ])
  const done = (['changed', 'ended', 'endedOthers'] as const).find(it => it === search.done)
  return (
    <div className="max-w-prose">
      <h1 className="mb-6 text-finding">{say.title}</h1>
      {done && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{say[done]}</p>}
      <h2 className="text-lead">{say.list}</h2>
      <p className="hint mb-3">{say.about}</p>
      <SessionList sessions={sessions} current={reader.sessionId} newKey={newFormKey} lang={lang} words={say} />
      {sessions.length > 1 && (
        <form method="post" action="/do/revoke-others" className="mt-4">
          <FormKey formKey={newFormKey()} lang={lang} back="/me/sessions" />
          <EndTokens tokens={tokens} say={say} />
          <button className="button">{say.endOthers}</button>
        </form>
      )}
      {tokens > 0 && <p className="mt-4"><a className="lone" href={pathIn(lang, '/me/tokens')}>{say.tokens(tokens)}</a></p>}
      <h2 className="mt-12 mb-4 text-lead">{say.changePassword}</h2>
      {person?.passwordHash == null
        ? <p>{say.noPassword}</p>
        : (
          <PasswordForm
            typed={typed?.act === 'change-password' ? typed : null} name={reader.name} tokens={tokens} newKey={newFormKey()}
            lang={lang} words={words}
          />
        )}
    </div>
  )
}
