import type { BatchKind, BulkDeed } from '@/domain/moderation/batch'
import type { WordAction } from '@/domain/moderation/words/rule'
import { tagFields } from '@/domain/moderation/tag-changes'
import { ruleFields } from '@/domain/rules/rule-revision'
import type { LogEntry } from '@/domain/moderation/log-entry'
import type { Words } from '@/messages/words'

type Props = { entry: LogEntry; words: Words['log']; ruleField: Words['rules']['field'] }

/** What an edit of a tag or of its synonyms changed, before and after. */
export function LogChanges({ entry, words, ruleField }: Props) {
  const lines = entry.act === 'keep_tag' ? tagLines(entry.details, words)
    : entry.act === 'add_words' || entry.act === 'edit_word' ? wordLines(entry, words)
    : entry.act === 'keep_synonyms' ? synonymLines(entry.details, words)
      : entry.act === 'edit_rule' ? ruleLines(entry.details, words, ruleField) : bulkLines(entry, words)
  if (lines.length === 0) return null
  return <ul className="text-small text-soft">{lines.map(line => <li key={line}><bdi>{line}</bdi></li>)}</ul>
}

function bulkLines({ act, details }: LogEntry, words: Words['log']): string[] {
  const kind = words.batchKinds[details.kind as BatchKind]
  if (act === 'clear_batch') return [`${words.batchFigures(Number(details.figures))} · ${kind}`]
  if (act !== 'do_in_bulk' && act !== 'undo_bulk') return []
  const done = words.bulkDeeds[details.deed as BulkDeed](Number(details.n))
  const said = act === 'undo_bulk' ? words.bulkUndone(done) : done
  // What suspended people have in common, such as a network, is not for everybody to know.
  return [details.deed === 'suspend' ? said : `${said} · ${kind}`]
}

function tagLines(details: LogEntry['details'], words: Words['log']): string[] {
  const changed = details.changed?.split(' ') ?? []
  return tagFields.filter(field => changed.includes(field)).map(field => {
    const [before = '', after = ''] = [details[`${field}.before`], details[`${field}.after`]].map(value => (
      field === 'leaves_figures' || field === 'retired' ? (value === 'yes' ? words.yes : words.no) : value
    ))
    return words.changedTo(words.tagFields[field], before, after)
  })
}

// Whole statements would bury the log: what they were stands in the history of the rule change.
function ruleLines({ changed = '' }: LogEntry['details'], words: Words['log'], field: Props['ruleField']): string[] {
  return [words.changed(ruleFields.filter(it => changed.split(' ').includes(it)).map(it => field[it]))]
}

// Which rule and how it acts; the word itself would only teach what to write instead.
function wordLines({ act, details }: LogEntry, words: Words['log']): string[] {
  const { actions } = words.wordChanges
  const action = actions[details.action as WordAction]
  if (act === 'add_words') return [words.wordChanges.added(Number(details.words), action)]
  const { before, from, to, text } = details
  const parts = [
    ...(text === 'changed' ? [words.wordChanges.text] : []),
    ...(before === details.action ? [] : [words.changedTo(words.wordChanges.action, actions[before as WordAction], action)]),
    ...(from === to ? [] : [words.changedTo(words.wordChanges.enabled, from === 'on' ? words.yes : words.no, to === 'on' ? words.yes : words.no)]),
  ]
  return [words.wordChanges.of(Number(details.word), parts.length > 0 ? parts.join(words.separator) : words.wordChanges.reason)]
}

function synonymLines({ added, removed }: LogEntry['details'], words: Words['log']): string[] {
  const listed = (terms: string) => terms.split('\n').join(words.separator)
  return [
    ...(added ? [words.synonymsAdded(listed(added))] : []),
    ...(removed ? [words.synonymsRemoved(listed(removed))] : []),
  ]
}
