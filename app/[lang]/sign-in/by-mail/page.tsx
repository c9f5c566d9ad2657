import type { Metadata } from 'next'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextField } from '@/components/form/field'
import { FormKey } from '@/components/form/form-key'
import { problemAt } from '@/components/form/problems'
import { valueOf } from '@/domain/fields'
import { safeReturnPath } from '@/domain/people/return-path'
import { pathIn, readPath } from '@/messages/languages'
import { missing, missingHead } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'
import { offersMail } from '../../../settings'
import { newFormKey, typedDraft } from '../../../typed-draft'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  if (!offersMail()) return missingHead()
  const { byMail, about } = languageOf(await params).words
  return { title: byMail.signIn.title, description: about.byMail, robots: { index: false } }
}

/** Asks for a letter that signs in, or that leads to a new password. Says the same whoever asks. */
export default async function SignInByMail({ params, searchParams }: PageProps) {
  if (!offersMail()) return missing()
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const typed = await typedDraft(search)
  const then = readPath(safeReturnPath([search.then].flat()[0])).path
  const { signIn, address } = words.byMail
  const problems = typed?.act === 'ask-mail-link' ? typed.problems : []
  return (
    <div className="mx-auto max-w-[26rem]">
      <h1 className="mb-6 text-finding">{signIn.title}</h1>
      {search.done === 'sent' && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{signIn.sent}</p>}
      <p className="mb-6">{signIn.text}</p>
      <form method="post" action="/do/ask-mail-link">
        <ErrorSummary problems={problems} words={words} />
        <FormKey formKey={newFormKey()} lang={lang} back="/sign-in/by-mail" />
        <input type="hidden" name="then" value={then} />
        <TextField
          name="address" label={address} type="email" autoComplete="email" required spellCheck={false}
          defaultValue={typed ? valueOf(typed.fields, 'address') : ''} error={problemAt(problems, 'address', words)}
        />
        <div className="flex flex-wrap gap-3">
          <button className="button button-main" name="use" value="sign_in">{signIn.bySignIn}</button>
          <button className="button" name="use" value="recover">{signIn.byRecover}</button>
        </div>
      </form>
      <p className="mt-6"><a className="lone" href={pathIn(lang, '/sign-in')}>{words.twoStep.atSignIn.toSignIn}</a></p>
    </div>
  )
}
