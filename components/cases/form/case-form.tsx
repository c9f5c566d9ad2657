import type { Process } from '@/domain/codes'
import type { Language } from '@/messages/languages'
import { ErrorSummary } from '../../form/error-summary'
import { FormKey } from '../../form/form-key'
import type { Answers } from './answers'
import { EventRows } from './event-rows'
import { FactsFolded, MoreFolded, ToldBefore } from './me-too-form'
import { OptionalParts } from './optional-parts'
import { RequiredPart } from './required-part'

type Props = {
  answers: Answers
  process: Process
  lang: Language
  formKey: string
  back: string
  /** The case it edits, at the version its page shows; null for a new one. */
  edits: { id: number; version: number } | null
  /** A short report that says "me too" to this case, with what speaks against it. */
  meToo?: { of: number; before: { caseId: number; why: 'same_case' | 'same_kind' } | null } | null
  /** A case that a moderator takes from an old thread: what goes along unseen. */
  imports?: Record<string, string>
  rows: number[]
  /** Signed in: what is typed is kept on the server as well as in the browser. */
  signedIn: boolean
  /** Filled by the server: what the browser remembers stays out of it. */
  filled: boolean
}

/** One form for a new case and for an edit. The required part comes first; the rest may stay folded. */
export function CaseForm({ answers, process, lang, formKey, back, edits, meToo = null, imports, rows, signedIn, filled }: Props) {
  const { form, oldThreads } = answers.words
  const act = imports ? 'accept-thread-case' : edits ? 'edit-case' : 'report-case'
  const publish = imports ? oldThreads.acceptButton : edits ? form.publishEdit : form.publish
  return (
    <form
      method="post" action={`/do/${act}`} noValidate className="max-w-form"
      data-draft={imports ? imports.ref : edits ? `edit-${edits.id}` : meToo ? `like-${meToo.of}` : `new-${process}`} data-draft-server={signedIn ? '' : undefined} data-filled={filled ? '' : undefined}
    >
      {/* Enter in a field presses the first button of a form: this one, and not "move up". */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">{publish}</button>
      <FormKey formKey={formKey} lang={lang} back={back} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="process" value={process} />
      {Object.entries(imports ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {edits && <input type="hidden" name="case" value={edits.id} />}
      {edits && <input type="hidden" name="version" value={edits.version} />}
      <ErrorSummary problems={answers.problems} words={answers.words} nameOf={path => nameOf(path, rows, answers)} />
      {meToo && <input type="hidden" name="like" value={meToo.of} />}
      {meToo?.before && <ToldBefore before={meToo.before} answers={answers} lang={lang} />}
      {meToo ? <FactsFolded answers={answers} process={process} /> : <RequiredPart answers={answers} process={process} />}
      <EventRows answers={answers} process={process} rows={rows} offersWaiting={edits === null && !imports} brief={meToo !== null} />
      {meToo
        ? <MoreFolded answers={answers}><OptionalParts answers={answers} process={process} asksSource /></MoreFolded>
        : <OptionalParts answers={answers} process={process} asksSource={!imports} />}
      <div className="mt-8 flex flex-wrap gap-4 border-t border-line pt-6">
        <button className="button button-main">{publish}</button>
        <button className="button" formAction="/do/arrange-case" formNoValidate name="press" value="keep">{form.keepDraft}</button>
      </div>
    </form>
  )
}

/** A fact by its name, a step by its number. */
function nameOf(path: string, rows: number[], { words: { cases, form } }: Answers): string | undefined {
  const row = /^events\.(\d+)\./.exec(path)?.[1]
  if (row !== undefined) return form.step(rows.indexOf(Number(row)) + 1)
  return cases.fact[path as keyof typeof cases.fact]
}
