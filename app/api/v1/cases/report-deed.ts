import type { CaseDraft } from '@/domain/case/case'
import { parseRecord } from '@/domain/case/exchange'
import { reportCase } from '@/domain/case/report'
import { valueOf } from '@/domain/fields'
import type { Deed } from '../../../deed'
import { publishCase } from '../../../do/publish-case'

/** The form's deed with the case told as data: in the exchange format, as one JSON text in the field `exchange`. */
export const reportDeed: Deed<CaseDraft> = {
  may: viewer => viewer.kind === 'member',
  limit: 'report',
  draft: fields => {
    const line = parseRecord(JSON.parse(valueOf(fields, 'exchange')) as Record<string, unknown>)
    return line.ok ? { ok: true, value: line.draft } : { ok: false, problems: line.problems }
  },
  work: (tx, draft, context) => publishCase(tx, reportCase(draft, context.now), context),
}
