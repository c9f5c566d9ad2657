import { closeDatabase } from '@/db/connection'
import { openPost } from '@/server/mail/post'
import { hands } from '@/server/outbox/hands'
import { Worker } from '@/server/outbox/worker'
import { openSender } from '@/server/webhooks/send'

// A process that does what is due and ends. Arguments: the mail server, and what time it is.
const [SMTP_URL, now] = process.argv.slice(2) as [string, string]
const SITE_URL = 'https://guoshen.example'
const post = openPost({ SMTP_URL, MAIL_FROM: 'guoshen@example.com', SITE_URL })
const sender = openSender({ anywhere: true })
await new Worker(hands, { now: () => Number(now), post, sender, siteUrl: SITE_URL, secret: 's' }).drain()
post.close()
await closeDatabase()
process.exit(0)
