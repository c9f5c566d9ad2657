import { RuleContent } from '@/components/feeds/rule-content'
import { feedParameters } from '@/domain/feeds/parameters'
import { lastUpdate, tagUri, type FeedEntry } from '@/domain/feeds/feed'
import { plainExcerpt } from '@/domain/text/markdown'
import { listRuleChanges } from '@/db/rules/changes'
import { lastEdits } from '@/db/rules/history'
import { pathIn } from '@/messages/languages'
import { feedRoute } from '../../../../feeds/feed-route'
import { markupOf } from '../../../../feeds/markup'
import { wholeAddress } from '../../../../pictures/source'

const longestTitle = 80

/** Every rule change that stands; a reader may take down what is no longer in it. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = feedRoute(feedParameters.rules, async question => {
  const { database, lang, words, siteUrl } = question
  const [rules, edits] = [await listRuleChanges(database), await lastEdits(database)]
  const entries = await Promise.all(rules.map(async (rule): Promise<FeedEntry> => {
    const path = `/rules/${rule.id}/history`
    return {
      id: tagUri(siteUrl, pathIn(lang, `/rules/${rule.id}`)),
      url: wholeAddress(lang, path),
      title: plainExcerpt((lang === 'en' ? rule.statementEn : null) ?? rule.statementZh, longestTitle),
      html: await markupOf(<RuleContent rule={rule} english={lang === 'en'} words={words} />),
      authors: [],
      tags: rule.processes.map(process => ({ term: process, label: words.codes.process[process] })),
      published: rule.createdAt,
      updated: Math.max(rule.createdAt, edits.get(rule.id) ?? 0),
    }
  }))
  return { title: words.rules.title, subtitle: words.rules.intro, page: '/rules', entries, updated: lastUpdate(entries) }
})
