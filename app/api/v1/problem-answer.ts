import { problemOf, type ProblemAnswer } from '@/domain/api/problem'
import { languageAsked, languageTag } from '@/messages/languages'
import { sayProblem } from '@/messages/say-problem'
import { wordsFor } from '@/messages/words'
import type { Refused } from './refused'

/** Says no as application/problem+json, in the language the asker prefers; the codes in it are the same in both. */
export function problemAnswer(request: Request, refused: Pick<Refused, 'problem'> & Partial<Refused>): Response {
  const { problem, errors = [], headers = {}, detail } = refused
  const lang = languageAsked(request.headers.get('accept-language'))
  const words = wordsFor(lang)
  const said = words.data.problems[problem]
  const body = problemOf(problem, { ...said, detail: detail ?? said.detail }, errors.map(error => sayError(error, words)))
  return new Response(`${JSON.stringify(body)}\n`, {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': languageTag[lang],
      'cache-control': 'no-store',
      ...headers,
    },
  })
}

type ToldError = NonNullable<ProblemAnswer['errors']>[number]

function sayError(error: Refused['errors'][number], words: ReturnType<typeof wordsFor>): ToldError {
  if ('parameter' in error) {
    const { parameter, code, allowed } = error
    return { parameter, code, detail: words.data.parameterProblems[code](parameter), ...(allowed && { allowed: [...allowed] }) }
  }
  if ('fault' in error) {
    const { code, name = '' } = error.fault
    return { pointer: '#', code, detail: words.data.jsonFaults[code](name) }
  }
  const { pointer, code, values } = error
  return { pointer, code, detail: sayProblem({ path: '', code, ...(values && { values }) }, words) }
}
