import type { Problem } from '@/domain/case/problem'
import type { Words } from '@/messages/words'
import { TextField } from '../form/field'
import { problemAt } from '../form/problems'

type Props = { opened: string; question: { first: number; second: number }; problems: Problem[]; words: Words }

/**
 * What a sign-up brings along besides what is typed. The question is taken away by the script that does the work in its
 * place (components/enhance/sign-up-work.ts).
 */
export function SignUpGuard({ opened, question, problems, words }: Props) {
  const { guard } = words.people.signUp
  const trapped = problemAt(problems, 'website', words)
  return (
    <>
      <input type="hidden" name="opened" value={opened} />
      <input type="hidden" name="altcha" value="" />
      {/* Programs fill in whatever they find. Whose browser did it for him sees the field once it was in his way. */}
      <div className={trapped ? '' : 'sr-only'} aria-hidden={trapped ? undefined : true}>
        <TextField name="website" label={guard.website} autoComplete="off" tabIndex={trapped ? 0 : -1} error={trapped} />
      </div>
      <fieldset data-asked>
        <TextField
          name="minutes" label={guard.question(question.first, question.second)} hint={guard.questionHint} inputMode="numeric"
          autoComplete="off" required error={problemAt(problems, 'minutes', words)}
        />
      </fieldset>
      <p data-at-work hidden role="status" className="hint mb-4">{guard.atWork}</p>
    </>
  )
}
