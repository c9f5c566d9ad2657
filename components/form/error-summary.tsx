import type { Problem } from '@/domain/case/problem'
import type { Words } from '@/messages/words'
import { idOf } from './problems'
import { sayProblem } from '@/messages/say-problem'

type Props = {
  problems: Problem[]
  words: Words
  /** What a field is called, where the sentence alone would not tell which one is meant. */
  nameOf?: (path: string) => string | undefined
}

/** What is wrong, on top of the form, each line leading to its field. Renders nothing when all is well. */
export function ErrorSummary({ problems, words, nameOf }: Props) {
  if (problems.length === 0) return null
  return (
    <div id="problems" role="alert" tabIndex={-1} className="mb-8 border-l-4 border-refused py-1 pl-4">
      <h2 className="text-lead">{words.site.problemsTitle(problems.length)}</h2>
      <ul className="mt-1">
        {problems.map(problem => (
          <li key={`${problem.path} ${problem.code}`}>
            <a className="error inline-flex min-h-8 items-center" href={`#${idOf(problem.path)}`}>{words.site.named(nameOf?.(problem.path), sayProblem(problem, words))}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
