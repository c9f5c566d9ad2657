import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Account = { sub: string; name?: string; email?: string }

export type OidcServer = {
  issuer: string
  /** Who confirms at the next sign-in; null: whoever it is presses "cancel". */
  account: Account | null
  /** What is wrong with the next token, if anything. */
  fault: 'none' | 'foreign_audience' | 'wrong_nonce' | 'expired'
  /** The authorisation requests that came in. */
  asked: URLSearchParams[]
  close: () => Promise<void>
}

type Grant = { account: Account; nonce: string | null; challenge: string; redirectUri: string; clientId: string }

/**
 * A provider on this machine that keeps to the rules: OpenID Connect with discovery, PKCE and RS256, and beside it
 * GitHub's and WeChat's own ways of asking who somebody is. Its consent page agrees at once, as `account`.
 */
export async function startOidcServer(client: { id: string; secret: string }): Promise<OidcServer> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const tokens = new Map<string, Account>()
  const state: OidcServer = { issuer: '', account: null, fault: 'none', asked: [], close: async () => undefined }

  const authorize = (url: URL, response: ServerResponse, idName = 'client_id') => {
    const asked = url.searchParams
    state.asked.push(asked)
    const back = new URL(asked.get('redirect_uri')!)
    back.searchParams.set('state', asked.get('state') ?? '')
    if (!state.account) back.searchParams.set('error', 'access_denied')
    else {
      const code = randomBytes(16).toString('hex')
      grants.set(code, {
        account: state.account,
        nonce: asked.get('nonce'),
        challenge: asked.get('code_challenge') ?? '',
        redirectUri: back.origin + back.pathname,
        clientId: asked.get(idName) ?? '',
      })
      back.searchParams.set('code', code)
    }
    response.writeHead(302, { location: back.href }).end()
  }

  // A code is good once, for the client and the address it was made for, with the verifier to its challenge.
  const redeem = (form: URLSearchParams, given: { id: string; secret: string }): { grant: Grant; accessToken: string } | null => {
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    if (!grant || given.id !== client.id || given.secret !== client.secret || grant.clientId !== client.id) return null
    const verifier = form.get('code_verifier') ?? ''
    if (grant.challenge && createHash('sha256').update(verifier).digest('base64url') !== grant.challenge) return null
    if (form.has('redirect_uri') && form.get('redirect_uri') !== grant.redirectUri) return null
    const accessToken = randomBytes(16).toString('hex')
    tokens.set(accessToken, grant.account)
    return { grant, accessToken }
  }

  const idToken = ({ account, nonce }: Grant) => {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: state.issuer, ...account, aud: state.fault === 'foreign_audience' ? 'somebody else' : client.id,
      iat: now, exp: state.fault === 'expired' ? now - 3600 : now + 300,
      ...(nonce && { nonce: state.fault === 'wrong_nonce' ? 'another' : nonce }),
    }
    const head = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
    return `${head}.${sign('sha256', Buffer.from(head), keys.privateKey).toString('base64url')}`
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', state.issuer)
    const form = new URLSearchParams(await bodyOf(request))
    const bearer = tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''))
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, {
          issuer: state.issuer,
          authorization_endpoint: `${state.issuer}/authorize`,
          token_endpoint: `${state.issuer}/token`,
          userinfo_endpoint: `${state.issuer}/userinfo`,
          jwks_uri: `${state.issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        })
      case '/jwks':
        return json(response, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
      case '/authorize':
      case '/login/oauth/authorize':
        return authorize(url, response)
      case '/connect/qrconnect':
        return authorize(url, response, 'appid')
      case '/token': {
        const done = redeem(form, basicOf(request))
        if (!done) return json(response, { error: 'invalid_grant' }, 400)
        return json(response, { access_token: done.accessToken, token_type: 'Bearer', expires_in: 300, id_token: idToken(done.grant) })
      }
      case '/userinfo':
        return bearer ? json(response, bearer) : json(response, { error: 'invalid_token' }, 401)
      case '/login/oauth/access_token': {
        const done = redeem(form, basicOf(request))
        return done ? json(response, { access_token: done.accessToken, token_type: 'bearer', scope: '' }) : json(response, { error: 'bad_verification_code' })
      }
      case '/api/v3/user':
        return bearer ? json(response, { id: Number(bearer.sub), login: bearer.name }) : json(response, {}, 401)
      case '/sns/oauth2/access_token': {
        // WeChat takes the code from the body or the address, and answers JSON as plain text.
        const given = { id: url.searchParams.get('appid') ?? '', secret: url.searchParams.get('secret') ?? '' }
        const done = redeem(form.has('code') ? form : url.searchParams, given)
        const said = done ? { access_token: done.accessToken, expires_in: 7200, openid: `o-${done.grant.account.sub}`, scope: 'snsapi_login' }
          : { errcode: 40029, errmsg: 'invalid code' }
        return response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(said))
      }
      case '/sns/userinfo': {
        const account = tokens.get(url.searchParams.get('access_token') ?? '')
        return response.writeHead(200, { 'content-type': 'text/plain' })
          .end(JSON.stringify(account ? { openid: `o-${account.sub}`, unionid: account.sub, nickname: account.name } : { errcode: 40001 }))
      }
      default:
        return response.writeHead(404).end()
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return state
}

function json(response: ServerResponse, body: unknown, status = 200) {
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function basicOf(request: IncomingMessage): { id: string; secret: string } {
  const [id = '', secret = ''] = Buffer.from((request.headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString().split(':')
  return { id: decodeURIComponent(id.replaceAll('+', ' ')), secret: decodeURIComponent(secret.replaceAll('+', ' ')) }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
