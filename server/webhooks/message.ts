import type { ToSend } from '../../db/webhooks/deliveries'
import { signatureOf } from '../../domain/webhooks/signature'
import { isLanguage, pathIn } from '../../messages/languages'
import { wordsFor } from '../../messages/words'
import type { Message } from './send'

/** What is sent, the same at each attempt but for its time and signature; described at /api-docs#webhooks. */
export function messageFor({ ref, event, data, createdAt, lang, secrets }: ToSend, { siteUrl, now }: { siteUrl: string; now: number }): Message {
  const language = isLanguage(lang) ? lang : 'zh'
  const at = (path: string) => siteUrl + pathIn(language, path)
  const { case: caseId, reply, tag, told, followed, figure } = data
  const body = JSON.stringify({
    type: event,
    timestamp: new Date(createdAt).toISOString(),
    text: wordsFor(language).webhooks.events[event](caseId ?? 0),
    data: {
      ...(caseId !== undefined && { case: { id: caseId, url: at(`/cases/${caseId}`), api: `${siteUrl}/api/v1/cases/${caseId}` } }),
      ...(reply !== undefined && { reply: { id: reply, url: at(`/replies/${reply}`) } }),
      ...(tag !== undefined && { tag: { slug: tag, url: at(`/tags/${tag}`) } }),
      ...(told && { told }),
      ...(figure && { figure: { ...figure, url: at(`/stats/durations?${followed?.target ?? ''}`) } }),
      ...(followed && { followed }),
    },
  })
  const message = { id: ref, at: Math.floor(now / 1_000), body }
  return { ...message, signature: signatureOf(message, secrets) }
}
