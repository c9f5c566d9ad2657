import type { ReactNode } from 'react'
import type { Language } from '@/messages/languages'
import { FormKey } from './form-key'

type Props = {
  draft: string
  /** Where it is gone on with. */
  href: string
  said: { open: string; drop: string }
  formKey: string
  lang: Language
  back: string
  children: ReactNode
}

/** One line of a list of drafts: what it is, go on with it, throw it away. */
export function KeptDraft({ draft, href, said, formKey, lang, back, children }: Props) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 border-t border-line py-2">
      {children}
      <a className="word-button" href={href}>{said.open}</a>
      <form method="post" action="/do/drop-draft">
        <FormKey formKey={formKey} lang={lang} back={back} />
        <input type="hidden" name="draft" value={draft} />
        <button className="word-button">{said.drop}</button>
      </form>
    </li>
  )
}
