import NextAuth, { type NextAuthConfig, type Profile } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import GitHub from 'next-auth/providers/github'
import WeChat from 'next-auth/providers/wechat'
import { cookies as cookiesOfNext, headers } from 'next/headers'
import type { NextRequest } from 'next/server'
import { safeReturnPath } from '@/domain/people/return-path'
import { absoluteLimit, sessionDevice } from '@/domain/people/session'
import { read, write } from '@/db/connection'
import { personOfIdentity, type Identity } from '@/db/people/identities'
import { openSignIn } from '@/db/people/open-sign-ins'
import { memberOfToken, startSession } from '@/db/people/sessions'
import { isTwoStepOn } from '@/db/people/two-step'
import { pathIn, readPath } from '@/messages/languages'
import { OpenedCookies } from './opened-cookies'
import { cookieName, cookieOptions, isSecure } from './own-cookie'
import { cookies } from './request'
import { holdToken, secondStepPage } from './second-step'
import { settings } from './settings'

// next-auth speaks with the providers and seals the cookie. What the cookie holds is our own session token and
// nothing else; who that is, is asked of the database every time (app/viewer.ts).

export type ProviderId = 'github' | 'wechat' | 'oidc'
type Ticket = { sessionToken: string }
export type PendingIdentity = Identity & { via: ProviderId; suggestedName: string; then: string }

const seconds = (milliseconds: number) => milliseconds / 1000
const pendingSeconds = 15 * 60

const { handlers, signIn, signOut } = NextAuth(() => {
  const { SITE_URL } = settings()
  // Redirect addresses are registered with providers, so they follow SITE_URL and never the Host header.
  process.env.AUTH_URL = SITE_URL
  return {
    secret: secret(),
    trustHost: true,
    basePath: '/api/auth',
    useSecureCookies: isSecure(),
    cookies: Object.fromEntries(
      Object.entries(cookieNames()).map(([use, name]) => [use, { name, options: cookieOptions() }]),
    ),
    session: { strategy: 'jwt', maxAge: seconds(absoluteLimit) },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [passwordDoor, ...providers()],
    callbacks: {
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url
        return baseUrl + safeReturnPath(path)
      },
      signIn: async ({ account, profile, user }) => {
        if (account?.type === 'credentials') return true
        const identity = identityOf(account, profile)
        if (!identity) return false
        const personId = await personOfIdentity(await read(), identity)
        if (personId === null) return askForName({ ...identity, suggestedName: user.name ?? '' })
        return await isTwoStepOn(await read(), personId) ? askForSecondStep(personId) : true
      },
      // Called at sign-in with the account, later without it.
      jwt: async ({ token, user, account, profile }) => {
        if (!account) return token
        if (account.type === 'credentials') return { sessionToken: (user as unknown as Ticket).sessionToken }
        return { sessionToken: await startSessionOf(identityOf(account, profile)!) }
      },
    },
  } satisfies NextAuthConfig
})

/** The token of the session this request brings, as its cookie says; the database knows whether it still lives. */
export async function sessionToken(): Promise<string | null> {
  const name = cookieNames().sessionToken
  const sealed = (await cookies()).get(name)?.value
  return sealed ? openedCookies.tokenIn(sealed, name, Date.now()) : null
}

const openedCookies = new OpenedCookies((sealed, name) => decode({ token: sealed, secret: secret(), salt: name }))

/** Gives the browser the cookie of a session that has just been started. Only where cookies can be set. */
export async function enterWith(token: string): Promise<void> {
  await signIn('credentials', { sessionToken: token, redirect: false, redirectTo: '/' })
}

/** Takes the session cookie away. The session itself is ended in the database. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false, redirectTo: '/' })
}

/** The providers that the settings name; `name` is set where only the setting knows it. */
export function offeredProviders(): { id: ProviderId; name: string | null }[] {
  const { AUTH_GITHUB_ID, AUTH_WECHAT_ID, AUTH_OIDC_ISSUER, AUTH_OIDC_NAME } = settings()
  return [
    ...(AUTH_WECHAT_ID ? [{ id: 'wechat' as const, name: null }] : []),
    ...(AUTH_GITHUB_ID ? [{ id: 'github' as const, name: null }] : []),
    ...(AUTH_OIDC_ISSUER ? [{ id: 'oidc' as const, name: AUTH_OIDC_NAME ?? new URL(AUTH_OIDC_ISSUER).host }] : []),
  ]
}

/** Where to send the browser so that this provider says who it is; it comes back to `path` in the end. */
export async function addressAtProvider(id: ProviderId, path: string): Promise<string> {
  return await signIn(id, { redirect: false, redirectTo: safeReturnPath(path) }) as string
}

/** Takes the provider's answer. */
export async function answerFromProvider(request: NextRequest): Promise<Response> {
  const response = await handlers.GET(request)
  const { lang, path } = await wantedPage()
  const { SITE_URL } = settings()
  const location = response.headers.get('location') ?? ''
  if (!location.startsWith(`${SITE_URL}/sign-in?`)) return response
  // Refused or failed: back to the page, in the reader's language, with what he wanted to do.
  const to = pathIn(lang, `/sign-in?${new URLSearchParams({ failed: 'provider', then: path })}`)
  return new Response(null, { status: 303, headers: { location: to } })
}

/** The account elsewhere that still lacks a name here, when this browser has just come back with one. */
export async function pendingIdentity(): Promise<PendingIdentity | null> {
  const sealed = (await cookiesOfNext()).get(pendingCookie())?.value
  if (!sealed) return null
  try {
    return await decode<PendingIdentity>({ token: sealed, secret: secret(), salt: pendingCookie() })
  } catch {
    return null
  }
}

export async function forgetPendingIdentity(): Promise<void> {
  ;(await cookiesOfNext()).set(pendingCookie(), '', { ...cookieOptions(), maxAge: 0 })
}

// The acts check the password and start the session; this only hands a living session's token to next-auth. Its own
// address, /api/auth/callback/credentials, does not exist here, and would ask for the same 256 bits.
const passwordDoor = Credentials({
  credentials: { sessionToken: {} },
  authorize: async ({ sessionToken }) => {
    const found = await memberOfToken(await read(), String(sessionToken), Date.now())
    return found && { id: String(found.member.id), sessionToken }
  },
})

function providers(): NextAuthConfig['providers'] {
  const it = settings()
  const [wechatOpen, wechatApi] = ['https://open.weixin.qq.com', 'https://api.weixin.qq.com']
    .map(real => it.AUTH_WECHAT_URL ?? real)
  return [
    ...(it.AUTH_GITHUB_ID ? [GitHub({
      clientId: it.AUTH_GITHUB_ID,
      clientSecret: it.AUTH_GITHUB_SECRET,
      ...(it.AUTH_GITHUB_URL && { enterprise: { baseUrl: it.AUTH_GITHUB_URL } }),
      checks: ['pkce', 'state'],
      // Who somebody is can be asked without any scope; the ready-made provider would ask for e-mail too.
      authorization: { url: `${githubAddress()}/login/oauth/authorize`, params: { scope: '' } },
      userinfo: {
        request: ({ tokens, provider }: Asked) => readJson(provider.userinfo!.url, {
          authorization: `Bearer ${tokens.access_token}`, 'user-agent': 'guoshen',
        }),
      },
    })] : []),
    ...(it.AUTH_WECHAT_ID ? [WeChat({
      clientId: it.AUTH_WECHAT_ID,
      clientSecret: it.AUTH_WECHAT_SECRET,
      platformType: 'WebsiteApp',
      authorization: {
        url: `${wechatOpen}/connect/qrconnect#wechat_redirect`,
        params: { appid: it.AUTH_WECHAT_ID, scope: 'snsapi_login' },
      },
      token: {
        url: `${wechatApi}/sns/oauth2/access_token`,
        // WeChat sends JSON as text/plain and without a token type.
        conform: async (response: Response) => Response.json({ ...await response.json(), token_type: 'bearer' }),
      },
      userinfo: { url: `${wechatApi}/sns/userinfo` },
      // The union id is one person across all apps of one owner; apps outside a union have only the open id.
      profile: profile => ({ id: profile.unionid ?? `openid:${profile.openid}`, name: profile.nickname }),
    })] : []),
    ...(it.AUTH_OIDC_ISSUER ? [{
      id: 'oidc',
      type: 'oidc' as const,
      name: it.AUTH_OIDC_NAME ?? 'OpenID Connect',
      issuer: it.AUTH_OIDC_ISSUER,
      clientId: it.AUTH_OIDC_ID!,
      clientSecret: it.AUTH_OIDC_SECRET!,
      checks: ['pkce' as const, 'state' as const, 'nonce' as const],
      authorization: { params: { scope: 'openid profile' } },
    }] : []),
  ]
}

type Asked = { tokens: { access_token?: string }; provider: { userinfo?: { url: URL } } }
type Account = { provider: string; providerAccountId: string } | null | undefined

// ASVS 6.8.1: issuer and subject, nothing else. They come straight from the provider over TLS, which OpenID Connect
// Core §3.1.3.7 accepts in place of the token's signature; settings refuse a provider without TLS.
function identityOf(account: Account, profile: Profile | undefined): (Identity & { via: ProviderId }) | null {
  const subject = account?.providerAccountId
  if (!account || !subject) return null
  if (account.provider === 'github') return { issuer: `${githubAddress()}/login/oauth`, subject, via: 'github' }
  if (account.provider === 'wechat') return { issuer: 'https://open.weixin.qq.com', subject, via: 'wechat' }
  return typeof profile?.iss === 'string' ? { issuer: profile.iss, subject, via: 'oidc' } : null
}

/** Remembers the account elsewhere, sealed, in the browser that brought it; answers the page that asks for a name. */
async function askForName(identity: Omit<PendingIdentity, 'then'>): Promise<string> {
  const { lang, path } = await wantedPage()
  const salt = pendingCookie()
  const sealed = await encode({ token: { ...identity, then: path }, secret: secret(), salt, maxAge: pendingSeconds })
  ;(await cookiesOfNext()).set(salt, sealed, { ...cookieOptions(), maxAge: pendingSeconds })
  return pathIn(lang, `/sign-up?via=${identity.via}`)
}

async function askForSecondStep(personId: number): Promise<string> {
  const { lang, path } = await wantedPage()
  await holdToken(await write(tx => openSignIn(tx, { personId, wanted: path, now: Date.now() })))
  return pathIn(lang, secondStepPage)
}

async function startSessionOf(identity: Identity): Promise<string> {
  const device = sessionDevice((await headers()).get('user-agent') ?? '')
  return write(async tx => {
    const personId = await personOfIdentity(tx, identity)
    if (personId === null) throw new Error('The person behind this identity has gone.')
    if (await isTwoStepOn(tx, personId)) throw new Error('Two steps were turned on a moment ago.')
    return startSession(tx, { personId, device, now: Date.now() })
  })
}

async function wantedPage() {
  const address = (await cookiesOfNext()).get(cookieNames().callbackUrl)?.value ?? '/'
  return readPath(safeReturnPath(URL.canParse(address) ? address.slice(new URL(address).origin.length) : address))
}

async function readJson(url: URL, headers: Record<string, string>): Promise<Record<string, unknown>> {
  return (await fetch(url, { headers, signal: AbortSignal.timeout(10_000) })).json()
}

const githubAddress = () => settings().AUTH_GITHUB_URL ?? 'https://github.com'

function secret(): string {
  const { AUTH_SECRET } = settings()
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set.')
  return AUTH_SECRET
}

function cookieNames() {
  return {
    sessionToken: cookieName('session'), callbackUrl: cookieName('then'), csrfToken: cookieName('csrf'),
    pkceCodeVerifier: cookieName('pkce'), state: cookieName('state'), nonce: cookieName('nonce'),
  }
}

const pendingCookie = () => cookieName('pending')
