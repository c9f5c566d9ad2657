import type { Problem } from '@/domain/case/problem'
import type { Fields } from '@/domain/fields'
import type { Words } from '@/messages/words'
import { problemAt } from '../../form/problems'

/** What a part of the form needs: what was answered before, what is wrong with it, and the words. */
export type Answers = { fields: Fields; problems: Problem[]; words: Words }

export function answerTo({ fields }: Answers, name: string): string {
  return fields[name]?.[0] ?? ''
}

export function errorAt({ problems, words }: Answers, name: string): string | undefined {
  return problemAt(problems, name, words)
}

/** Codes with their names, as choices. */
export function choicesOf<Code extends string>(codes: readonly Code[], names: Record<Code, string>): [Code, string][] {
  return codes.map(code => [code, names[code]])
}
