import { logActs, type LogAct } from '@/domain/moderation/log-acts'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Props = { act: LogAct | undefined; caseId: number | undefined; lang: Language; words: Words['log'] }

/** Narrows the log to one kind of act; the choice is the address. */
export function LogFilter({ act, caseId, lang, words }: Props) {
  return (
    <form method="get" action={pathIn(lang, '/moderation')} className="flex items-center gap-3">
      <label htmlFor="act" className="shrink-0 text-small text-soft">{words.filter}</label>
      <select id="act" name="act" className="min-w-0 grow sm:grow-0" defaultValue={act ?? ''}>
        <option value="">{words.everything}</option>
        {logActs.map(code => <option key={code} value={code}>{words.acts[code]}</option>)}
      </select>
      {caseId !== undefined && <input type="hidden" name="case" value={caseId} />}
      <button className="button">{words.show}</button>
    </form>
  )
}
