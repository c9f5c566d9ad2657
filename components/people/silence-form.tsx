import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'

type Props = { personId: number; wanted: 'on' | 'off'; label: string; lang: Language; back: string; newKey: () => string }

/** One button: no longer, or again, be told when somebody calls one by name. */
export function SilenceForm({ personId, wanted, label, lang, back, newKey }: Props) {
  return (
    <form method="post" action="/do/silence-person">
      <FormKey formKey={newKey()} lang={lang} back={back} />
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="wanted" value={wanted} />
      <button className="word-button">{label}</button>
    </form>
  )
}

type ListProps = { people: { id: number; name: string }[]; lang: Language; words: Words; newKey: () => string }

/** Whose calls one does not hear, each with a way back. */
export function SilencedList({ people, lang, words, newKey }: ListProps) {
  if (people.length === 0) return null
  const { calls } = words.together
  return (
    <section id="silenced" className="mt-10 max-w-prose">
      <h2 className="text-lead">{calls.silenced}</h2>
      <ul>
        {people.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-4 border-b border-hair">
            <bdi>{name}</bdi>
            <SilenceForm personId={id} wanted="off" label={calls.hear} lang={lang} back="/me/notifications" newKey={newKey} />
          </li>
        ))}
      </ul>
    </section>
  )
}
