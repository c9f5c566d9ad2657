import type { Language } from '@/messages/languages'
import { callsFor } from './calls-for'

/** What somebody wrote, as stored HTML; who is called in it is led to in the reader's language. */
export function Said({ html, lang, className = '' }: { html: string; lang: Language; className?: string }) {
  return (
    <div className={`words ${className}`.trim()} dir="auto" dangerouslySetInnerHTML={{ __html: callsFor(lang, html) }} />
  )
}
