import type { Words } from '../zh'
import { caseProblems } from './case-problems'
import { logProblems } from './log-problems'
import { peopleProblems } from './people-problems'
import { queueProblems } from './queue-problems'
import { ruleProblems } from './rule-problems'
import { settingsProblems } from './settings-problems'
import { threadImportProblems } from './thread-import-problems'
import { threadProblems } from './thread-problems'
import { tokenProblems } from './token-problems'
import { webhookProblems } from './webhook-problems'
import { wordProblems } from './word-problems'

/** Every problem code as a sentence, each topic beside its own words. */
export const problems: Words['problems'] = { ...caseProblems, ...logProblems, ...peopleProblems, ...queueProblems, ...ruleProblems, ...threadImportProblems, ...threadProblems, ...tokenProblems, ...webhookProblems, ...wordProblems, ...settingsProblems }
