import { z } from 'zod'

const asked = ['process', 'stage', 'layer', 'subject', 'category', 'pattern', 'proof', 'clock', 'cohort',
  'by', 'a', 'b', 'rule', 'measure', 'waited', 'unit', 'since']

/** A figure as it was when somebody kept it. */
export const keptAnswerSchema = z.strictObject({
  ref: z.string().describe('Its place in addresses: made of question, method, rows and answer.'),
  figure: z.string().describe('Which figure, as in the addresses under /stats.'),
  question: z.partialRecord(z.enum(asked), z.string()).describe('What was asked, with what was taken for granted.'),
  method: z.string().describe('Version of the method.'),
  sha256: z.string().describe('SHA-256 of rows.csv, byte by byte: what `sha256sum` says.'),
  row_count: z.number().int().min(0),
  kept_at: z.string().describe('When, in UTC.'),
  answer: z.unknown().describe('The answer as it was, in the form it had then.'),
})
