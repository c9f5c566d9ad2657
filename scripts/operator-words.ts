import { wordsFor, type Words } from '../messages/words'

/** The words of the person at the console: Chinese where the machine speaks it, else English. */
export function operatorWords(environment: Record<string, string | undefined> = process.env): Words {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return wordsFor(/^zh/i.test(locale) ? 'zh' : 'en')
}
