import { z } from 'zod'

const onOrOff = (fallback: 'on' | 'off') =>
  z.enum(['on', 'off', '1', '0', 'true', 'false', 'yes', 'no'], { error: 'must be on or off' })
    .default(fallback).transform(answer => ['on', '1', 'true', 'yes'].includes(answer))

const address = z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.com' })
  .transform(text => text.replace(/\/+$/, ''))

const siteAddress = address.refine(text => /^https?:\/\/[^/?#]+$/.test(text), 'must be an address without a path, such as https://example.com')

// What a provider says of a person is believed because it comes from the provider's own address.
const providerAddress = address.refine(
  url => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(url), 'must begin with https://')

// Every environment variable that the site reads, in the order of docs/settings.md. A test compares the two.
const variables = {
  PORT: z.string().regex(/^\d+$/, 'must be a whole number from 0 to 65535').default('3000').transform(Number)
    .refine(port => port <= 65_535, 'must be a whole number from 0 to 65535')
    .describe('Port to listen on; 0 takes a free one.'),
  HOST: z.string().default('0.0.0.0')
    .describe('Address to listen on; 127.0.0.1 when a proxy stands in front.'),
  DATABASE_URL: z.string().default('file:data/guoshen.db')
    .refine(url => /^(file:|sqlite:|postgres(ql)?:\/\/|pglite:|[^:]+$)/.test(url), 'must begin with file: or postgres://')
    .describe('Where data lives: `file:PATH` (SQLite) or `postgres://USER@HOST/NAME`.'),
  DATABASE_POOL_SIZE: z.string().regex(/^[1-9]\d?$/, 'must be a whole number from 1 to 99').default('8').transform(Number)
    .describe('Connections to PostgreSQL that each process keeps, and as many to each replica.'),
  DATABASE_REPLICA_URLS: z.string().default('').transform(text => text.split(/[\s,]+/).filter(url => url !== ''))
    .refine(urls => urls.every(url => /^postgres(ql)?:\/\//.test(url)), 'must be addresses that begin with postgres://, separated by commas')
    .describe('Read-only copies of that PostgreSQL, separated by commas; who has just written reads the original.'),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://').optional()
    .describe('Where several instances count limits together. Without it, or while it is away, each counts for itself.'),
  SITE_URL: siteAddress.optional()
    .describe('The address people use, without a path. With https:// cookies and HSTS become strict.'),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional()
    .describe('Signs sign-in cookies. When missing it is made once and kept beside the data.'),
  STARTING_DATA: onOrOff('on')
    .describe('Whether an empty database receives the starting cases and rule changes.'),
  DEMONSTRATION: onOrOff('off')
    .describe('Says on every page that the data are simulated. `npm run demo` sets it.'),
  MODERATORS_TWO_STEP: z.enum(['required', 'asked'], { error: 'must be required or asked' }).optional()
    .describe('`required`: moderators and administrators are ordinary members until they sign in with two steps. `asked`: they are only told so. Without it `required`, and `asked` on a demonstration.'),
  TRUST_PROXY: onOrOff('off')
    .describe('Take the visitor’s address from the last entry of X-Forwarded-For. Only behind a proxy that sets it.'),
  RATE_LIMITS: onOrOff('on')
    .describe('Limits on how often people may act. Off is for tests only.'),
  SIGN_UP_WORK: z.string().regex(/^(off|[1-9]\d{2,7})$/, 'must be off or a whole number from 100 to 99999999').default('300000')
    .transform(text => (text === 'off' ? 0 : Number(text)))
    .describe('How many numbers a browser tries at most before a sign-up; a script of ours does it while one types. Higher costs programs more and old phones longer. `off` asks for nothing, neither work nor time; for tests only.'),
  PAGE_MEMORY_MB: z.string().regex(/^\d{1,5}$/, 'must be a whole number of megabytes').default('64').transform(Number)
    .describe('How many megabytes of finished pages are remembered; 0 makes every page anew.'),
  FIGURES_AT_ONCE: z.string().regex(/^\d{1,9}$/, 'must be a whole number of cases').default('20000').transform(Number)
    .describe('Up to how many cases figures are counted while somebody waits. Beyond, those that read cases one by one are counted beforehand, and say of when they are.'),
  BACKUPS: onOrOff('on')
    .describe('Copies and checks the SQLite file once an hour into `backups/` beside it. Kept: those of a day, one a day for 14 days, one a week for 8 weeks.'),
  ACCESS_LOG: onOrOff('off')
    .describe('Writes a line of JSON for each request: when, what, how long, from where it came; never who asked.'),
  SMTP_URL: z.string().regex(/^smtps?:\/\/[^/?#\s]+$/, 'must be like smtp://USER:PASSWORD@HOST:587 or smtps://…').optional()
    .describe('The mail server that letters are handed to, with what it asks for. Without it nobody is written to.'),
  MAIL_FROM: z.string().regex(/^([^<>"@\p{Cc}]{1,80} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u, 'must be like guoshen@example.com or NAME <guoshen@example.com>').optional()
    .describe('Who letters are from: `guoshen@example.com` or `NAME <guoshen@example.com>`.'),
  WEBHOOKS_ANYWHERE: onOrOff('off')
    .describe('Lets webhooks go to private addresses, to any port and over http. For tests, and where everybody who signs up may reach that network anyway.'),
  AUTH_GITHUB_ID: z.string().optional().describe('Client id for signing in with GitHub.'),
  AUTH_GITHUB_SECRET: z.string().optional().describe('Client secret for signing in with GitHub.'),
  AUTH_GITHUB_URL: providerAddress.optional().describe('Address of a GitHub Enterprise server, instead of github.com.'),
  AUTH_WECHAT_ID: z.string().optional().describe('App id for signing in with WeChat.'),
  AUTH_WECHAT_SECRET: z.string().optional().describe('App secret for signing in with WeChat.'),
  AUTH_WECHAT_URL: providerAddress.optional()
    .describe('Stands in for open.weixin.qq.com and api.weixin.qq.com, for a relay or a test.'),
  AUTH_OIDC_ISSUER: providerAddress.optional().describe('Issuer address of one OpenID Connect provider.'),
  AUTH_OIDC_ID: z.string().optional().describe('Client id at that provider.'),
  AUTH_OIDC_SECRET: z.string().optional().describe('Client secret at that provider.'),
  AUTH_OIDC_NAME: z.string().optional().describe('How the button names that provider.'),
}

const belongTogether = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
  ['AUTH_WECHAT_ID', 'AUTH_WECHAT_SECRET'],
  ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET'],
] as const

const schema = z.object(variables)

export type Settings = z.infer<typeof schema> & { SITE_URL: string }
export type ParsedSettings = { ok: true; settings: Settings } | { ok: false; problems: string[] }

/** Name and description of every setting. */
export const settingDescriptions: [name: string, description: string][] =
  Object.entries(variables).map(([name, variable]) => [name, variable.description ?? ''])

/** Reads the settings out of an environment. An empty value is a missing one. Each problem is a sentence that names its variable. */
export function parseSettings(environment: Record<string, string | undefined>): ParsedSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    return { ok: false, problems: result.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}.`) }
  }
  const problems = [...belongTogether.flatMap(names => incompleteAmong(names, result.data)), ...replicasOfNothing(result.data)]
  if (problems.length > 0) return { ok: false, problems }
  const SITE_URL = result.data.SITE_URL ?? `http://localhost:${result.data.PORT}`
  return { ok: true, settings: { ...result.data, SITE_URL } }
}

function incompleteAmong(names: readonly (keyof Settings)[], settings: Partial<Settings>): string[] {
  const missing = names.filter(name => settings[name] === undefined)
  if (missing.length === 0 || missing.length === names.length) return []
  return [`${missing.join(' and ')} must be set too, since ${names.find(name => settings[name] !== undefined)} is.`]
}

function replicasOfNothing({ DATABASE_URL, DATABASE_REPLICA_URLS }: { DATABASE_URL: string; DATABASE_REPLICA_URLS: string[] }): string[] {
  if (DATABASE_REPLICA_URLS.length === 0 || /^postgres(ql)?:\/\//.test(DATABASE_URL)) return []
  return ['DATABASE_URL must name the PostgreSQL server of which DATABASE_REPLICA_URLS are copies.']
}
