import { parentPort } from 'node:worker_threads'
import { closeDatabase } from '../../db/connection'
import { lookAtFigures } from '../../db/following/figures'
import { beginWithOld } from '../../db/moderation/alike/look'
import { entrustDigests } from '../../db/following/mail-wish'
import { parseSettings } from '../../domain/settings'
import { openPost } from '../mail/post'
import { followSiteName } from '../site-name'
import { openSender } from '../webhooks/send'
import { hands } from './hands'
import { everyHour } from './hands/ask-check-ins'
import { every, Worker } from './worker'

// Errands have a thread of their own: looking at many followers, drawing up a figure or waiting for a mail server delays
// neither a page that is made nor one that is sent.

process.on('unhandledRejection', reason => console.error(reason))

const parsed = parseSettings(process.env)
if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
const { SMTP_URL, MAIL_FROM, SITE_URL, WEBHOOKS_ANYWHERE } = parsed.settings
const post = SMTP_URL && MAIL_FROM ? openPost({ SMTP_URL, MAIL_FROM, SITE_URL }) : null
const sender = openSender({ anywhere: WEBHOOKS_ANYWHERE })
const worker = new Worker(hands, { now: Date.now, post, sender, siteUrl: SITE_URL, secret: process.env.AUTH_SECRET! }, [
  everyHour(Date.now),
  beginWithOld(Date.now),
  every(60_000, () => lookAtFigures(Date.now())),
  // Once a minute is often enough for what comes once a week.
  every(60_000, () => (post ? entrustDigests(Date.now()) : Promise.resolve())),
])
// Letters say what the site is called.
await followSiteName()
worker.start()

parentPort!.once('message', async () => {
  await worker.stop()
  post?.close()
  await closeDatabase()
  parentPort!.postMessage('ended')
})
