import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { caseProblems } from '@/messages/zh/case-problems'
import { logProblems } from '@/messages/zh/log-problems'
import { peopleProblems } from '@/messages/zh/people-problems'
import { queueProblems } from '@/messages/zh/queue-problems'
import { ruleProblems } from '@/messages/zh/rule-problems'
import { settingsProblems } from '@/messages/zh/settings-problems'
import { threadImportProblems } from '@/messages/zh/thread-import-problems'
import { threadProblems } from '@/messages/zh/thread-problems'
import { tokenProblems } from '@/messages/zh/token-problems'
import { webhookProblems } from '@/messages/zh/webhook-problems'
import { wordProblems } from '@/messages/zh/word-problems'
import { sayProblem } from '@/messages/say-problem'
import { wordsFor } from '@/messages/words'

const topics = [caseProblems, logProblems, peopleProblems, queueProblems, ruleProblems, threadImportProblems, threadProblems, tokenProblems, webhookProblems, wordProblems, settingsProblems]

// The API answers in codes; its page names them.
const ofTheApi = /^(domain|app)\/api\/|^domain\/figures\/kept\.ts/
// What zod names a fault of our own making before it is given its code.
const zodsOwn = 'custom'

describe('Problem codes', () => {
  test('of all topics no 2 define the same one: the later would silently take the place of the earlier', () => {
    const codes = topics.flatMap(topic => Object.keys(topic))
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
    expect(codes).toHaveLength(Object.keys(wordsFor('zh').problems).length)
  })

  test('written out in domain/ or app/ have 2 sentences each, a Chinese and an English one', () => {
    const used = usedCodes()
    expect(used.length).toBeGreaterThan(40)
    const unsaid = (['zh', 'en'] as const).flatMap(lang => (
      used.filter(code => !Object.hasOwn(wordsFor(lang).problems, code)).map(code => `${lang} ${code}`)
    ))
    expect(unsaid).toEqual([])
  })

  test('of a line that is too long say 2 things: the import’s is a line, the moderator’s a name or description', () => {
    const { problems } = wordsFor('zh')
    expect(sayProblem({ path: '', code: 'line_too_long', values: { most: 65_536 } }, { problems })).toBe('这一行太长。')
    expect(sayProblem({ path: 'name_zh', code: 'log_line_too_long' }, { problems })).toContain('名字最多 20 个汉字')
  })
})

function usedCodes(): string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'domain', 'app'], { encoding: 'utf8' })
    .split('\n').filter(file => /\.tsx?$/.test(file) && existsSync(file) && !ofTheApi.test(file))
  const written = files.flatMap(file => {
    const text = readFileSync(file, 'utf8')
    return [
      ...text.matchAll(/\bcode: '([a-z_]+)'/g),
      // The message of a schema's check is its code.
      ...text.matchAll(/\.(?:refine|min|max|regex)\((?:[^\n]*), '([a-z]+(?:_[a-z]+)+)'\)/g),
    ].map(match => match[1]!)
  })
  return [...new Set(written)].filter(code => code !== zodsOwn).sort()
}
