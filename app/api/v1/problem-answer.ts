import { statusOf, type ApiProblem, type ParameterProblem, type ProblemAnswer } from '@/domain/api/problem'
import { languageTag, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'

/** Says no as application/problem+json, in the language the asker prefers; the codes in it are the same in both. */
export function problemAnswer(
  request: Request, problem: ApiProblem, errors: readonly ParameterProblem[] = [],
): Response {
  const lang = languageAsked(request)
  const { problems, parameterProblems } = wordsFor(lang).data
  const status = statusOf[problem]
  const body: ProblemAnswer = {
    type: `/data#${problem}`,
    title: problems[problem].title,
    status,
    detail: problems[problem].detail,
    ...(errors.length > 0 && {
      errors: errors.map(({ parameter, code, allowed }) => ({
        parameter, code, detail: parameterProblems[code](parameter), ...(allowed && { allowed: [...allowed] }),
      })),
    }),
  }
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': languageTag[lang],
      'cache-control': 'no-store',
    },
  })
}

// Programs seldom say; people's browsers do.
function languageAsked(request: Request): Language {
  const accepted = request.headers.get('accept-language')?.toLowerCase() ?? ''
  return /^en\b/.test(accepted) || (/\ben\b/.test(accepted) && !/\bzh\b/.test(accepted)) ? 'en' : 'zh'
}
