import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { TokenForm } from '@/components/people/token-form'
import { TokenList } from '@/components/people/token-list'
import { scopes } from '@/domain/people/api-token'
import { isModerator } from '@/domain/permission'
import { read } from '@/db/connection'
import { tokensOf } from '@/db/people/api-tokens'
import { moderatorsNeedTwoSteps } from '@/db/site'
import { pathIn, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { proofAsked } from '../../../prove'
import { newFormKey, typedDraft, type SearchParams } from '../../../typed-draft'
import { viewer } from '../../../viewer'

type Props = { params: Promise<{ lang: Language }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tokens } = wordsFor((await params).lang)
  return { title: tokens.title, description: tokens.about, robots: { index: false } }
}

export default async function Tokens({ params, searchParams }: Props) {
  const { lang } = await params
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/tokens'))
  const search = await searchParams
  const words = wordsFor(lang)
  const { tokens: say } = words
  const now = Date.now()
  const [tokens, proof, typed] = await Promise.all([tokensOf(await read(), reader.id), proofAsked(reader, now), typedDraft(search)])
  const mayModerate = isModerator(reader)
  const done = search.done === 'revoked' ? say.revoked : search.done === 'made' ? say.wasMade : null
  return (
    <div className="max-w-prose">
      <h1 className="mb-2 text-finding">{say.title}</h1>
      <p className="hint">{say.about}</p>
      <p><a className="lone" href={pathIn(lang, '/api-docs')}>{say.manual}</a></p>
      {done && <p role="status" className="my-4 border-l-4 border-approved py-1 pl-4">{done}</p>}
      <h2 className="mt-6 mb-2 text-lead">{say.list}</h2>
      {reader.suspended && <p className="mb-2">{say.resting}</p>}
      <TokenList tokens={tokens} mayModerate={mayModerate} twoStepsNeeded={moderatorsNeedTwoSteps()} now={now} newKey={newFormKey} lang={lang} words={words} />
      {!reader.suspended && (
        <>
          <h2 className="mt-12 mb-4 text-lead">{say.makeTitle}</h2>
          {proof === 'sign_in'
            ? <p>{words.twoStep.proofSignIn}</p>
            : (
              <TokenForm
                typed={typed?.act === 'make-token' ? typed : null} proof={proof} owner={reader.name} newKey={newFormKey()} lang={lang} words={words}
                offered={scopes.filter(scope => scope !== 'moderate' || mayModerate)}
              />
            )}
        </>
      )}
    </div>
  )
}
