import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** Makes a database on the server of TEST_POSTGRES_URL, as a copy of `template` if one is given, and returns its URL. */
export async function createPostgresDatabase(template?: string): Promise<string> {
  const name = `guoshen_test_${randomBytes(8).toString('hex')}`
  const origin = template ? ` TEMPLATE "${nameOf(template)}"` : ''
  await tellServer(`CREATE DATABASE "${name}"${origin}`)
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

export async function dropPostgresDatabase(url: string): Promise<void> {
  await tellServer(`DROP DATABASE IF EXISTS "${nameOf(url)}" WITH (FORCE)`)
}

async function tellServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

function serverUrl(): string {
  const url = process.env.TEST_POSTGRES_URL
  if (!url) throw new Error('Set TEST_POSTGRES_URL to a server on which databases may be made.')
  return url
}
