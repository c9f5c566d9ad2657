import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseSettings, settingDescriptions } from '@/domain/settings'

test('docs/settings.md has a row for each setting, in the same words', () => {
  const manual = readFileSync('docs/settings.md', 'utf8')
  for (const [name, description] of settingDescriptions) {
    expect(description, name).not.toBe('')
    expect(manual).toMatch(row(name, description))
  }
  expect(manual.match(/^\| `[A-Z_]+` /gm)).toHaveLength(settingDescriptions.length)
})

test('without any setting the site listens on port 3000 and is reached there', () => {
  expect(settingsOf({})).toMatchObject({ PORT: 3000, SITE_URL: 'http://localhost:3000', RATE_LIMITS: true, TRUST_PROXY: false, SIGN_UP_WORK: 300_000 })
})

test('the site address follows the port, and an empty value is a missing one', () => {
  expect(settingsOf({ PORT: '8080', SITE_URL: '' }).SITE_URL).toBe('http://localhost:8080')
  expect(settingsOf({ SITE_URL: 'https://guoshen.example/' }).SITE_URL).toBe('https://guoshen.example')
})

test.each([
  ['PORT', 'http'], ['PORT', '65536'], ['PORT', '-1'], ['SITE_URL', 'guoshen.example'], ['SITE_URL', 'ftp://guoshen.example'], ['SITE_URL', 'https://guoshen.example/forum'],
  ['DATABASE_URL', 'mysql://localhost/guoshen'], ['AUTH_SECRET', 'too short'], ['RATE_LIMITS', 'sometimes'], ['SIGN_UP_WORK', 'on'], ['SIGN_UP_WORK', '99'],
  ['DATABASE_POOL_SIZE', '0'], ['DATABASE_POOL_SIZE', '100'], ['DATABASE_POOL_SIZE', 'many'],
  ['DATABASE_REPLICA_URLS', 'postgres://one/forum,file:two.db'], ['REDIS_URL', 'localhost:6379'],
  ['SMTP_URL', 'mail.example'], ['SMTP_URL', 'https://mail.example'], ['MAIL_FROM', 'nobody'], ['MAIL_FROM', 'a@example.com\r\nBcc: b@example.com'],
  ['AUTH_OIDC_ISSUER', 'nobody'], ['AUTH_OIDC_ISSUER', 'http://accounts.example'], ['AUTH_GITHUB_URL', 'http://localhost.example'],
])('%s=%s is refused by name', (name, value) => {
  expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must `))])
})

test('2 replicas are 2 addresses, and there is something they are copies of', () => {
  const DATABASE_REPLICA_URLS = 'postgres://one/forum, postgres://two/forum'
  expect(settingsOf({ DATABASE_URL: 'postgres://main/forum', DATABASE_REPLICA_URLS }).DATABASE_REPLICA_URLS)
    .toEqual(['postgres://one/forum', 'postgres://two/forum'])
  expect(problemsOf({ DATABASE_REPLICA_URLS })).toEqual([expect.stringMatching(/^DATABASE_URL must name the PostgreSQL server/)])
})

test('a provider with an id and no secret is half a provider', () => {
  expect(problemsOf({ AUTH_GITHUB_ID: 'abc' })).toEqual(['AUTH_GITHUB_SECRET must be set too, since AUTH_GITHUB_ID is.'])
})

test('a mail server and whom letters are from belong together', () => {
  expect(problemsOf({ SMTP_URL: 'smtp://mail.example:587' })).toEqual(['MAIL_FROM must be set too, since SMTP_URL is.'])
  expect(settingsOf({ SMTP_URL: 'smtps://user:pass@mail.example', MAIL_FROM: '过审 <guoshen@example.com>' })).toBeTruthy()
})

function settingsOf(environment: Record<string, string>) {
  const result = parseSettings(environment)
  if (!result.ok) throw new Error(result.problems.join(' '))
  return result.settings
}

function problemsOf(environment: Record<string, string>) {
  const result = parseSettings(environment)
  return result.ok ? [] : result.problems
}

function row(name: string, description: string): RegExp {
  const literal = description.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`^\| \`${name}\` \| .* \| ${literal} \|$`, 'm')
}
