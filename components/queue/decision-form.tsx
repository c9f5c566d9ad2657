import { longestReason } from '@/domain/moderation/because'
import { valueOf } from '@/domain/fields'
import type { QueueDecision } from '@/domain/moderation/queue'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import type { Typed } from '../form/typed'
import { FormProblems } from '../moderation/form-problems'
import type { TagChoices } from '../moderation/tag-select'
import { nameIn } from '../moderation/tag-words'

type Props = {
  itemId: number
  decisions: readonly QueueDecision[]
  /** The tags to choose from, where a tag is one of the decisions. */
  groups: TagChoices[]
  /** The tag that is likely meant. */
  tag: string
  /** The kind that this moderator goes through; empty for any. */
  kind: string
  typed: Typed | null
  lang: Language
  words: Words
  back: string
  newKey: () => string
}

const keyOf: Record<QueueDecision, string> = { approve: 'a', dismiss: 'a', hide: 'h', tag: 't' }

/** One question with three answers, a reason, and on to the next item. Its keys are said on the list's page. */
export function DecisionForm({ itemId, decisions, groups, tag, kind, typed, lang, words, back, newKey }: Props) {
  const { queue, log } = words
  const { item } = queue
  const value = (name: string, before = '') => (typed ? valueOf(typed.fields, name) : before)
  return (
    <form method="post" action="/do/decide-item" id="decide" className="mt-6 max-w-form border-t border-line pt-5">
      <FormProblems typed={typed} words={words} />
      <FormKey formKey={typed?.key ?? newKey()} lang={lang} back={back} />
      <input type="hidden" name="item" value={itemId} />
      <input type="hidden" name="kind" value={kind} />
      <fieldset className="mb-4">
        <legend className="mb-1 font-semibold">{item.decide}</legend>
        {decisions.map(code => (
          <div key={code}>
            <label className="flex min-h-11 cursor-pointer items-center gap-2.5">
              <input
                type="radio" name="decision" value={code} required data-key={keyOf[code]}
                defaultChecked={value('decision') === code}
              />
              <span>{queue.decisions[code].name}<span className="hint block">{queue.decisions[code].hint}</span></span>
            </label>
            {code === 'tag' && <TagChoice groups={groups} value={value('tag', tag)} lang={lang} words={log} />}
          </div>
        ))}
      </fieldset>
      <label htmlFor="because" className="mb-1 block font-semibold">{item.because}</label>
      <p id="because-hint" className="hint mb-1">{item.becauseHint}</p>
      <input
        id="because" name="because" maxLength={longestReason} list="quick" className="w-full" autoComplete="off"
        aria-describedby="because-hint" defaultValue={value('because')}
      />
      <datalist id="quick">{item.quickReasons.map(reason => <option key={reason} value={reason} />)}</datalist>
      <button className="button button-main mt-4">{item.submit}</button>
    </form>
  )
}

function TagChoice({ groups, value, lang, words }: { groups: TagChoices[]; value: string; lang: Language; words: Words['log'] }) {
  return (
    <select name="tag" aria-label={words.panel.tag} defaultValue={value} className="mb-2 ml-8">
      <option value="">{words.panel.choose}</option>
      {groups.filter(group => group.tags.length > 0).map(group => (
        <optgroup key={group.slug} label={nameIn(lang, group)}>
          {group.tags.map(tag => (
            <option key={tag.slug} value={tag.slug}>{nameIn(lang, tag)}{tag.leavesFigures ? ` · ${words.notCounted}` : ''}</option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
