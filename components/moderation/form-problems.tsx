import type { Words } from '@/messages/words'
import { sayProblem } from '@/messages/say-problem'
import type { Typed } from '../form/typed'

/** What was wrong with a form of one or two fields, in words above it. */
export function FormProblems({ typed, words }: { typed: Typed | null; words: Words }) {
  if (!typed || typed.problems.length === 0) return null
  return (
    <div id="problems" role="alert" tabIndex={-1} className="mb-4 border-l-4 border-refused py-1 pl-4">
      {typed.problems.map(problem => (
        <p key={`${problem.path} ${problem.code}`} className="error">{sayProblem(problem, words)}</p>
      ))}
    </div>
  )
}
