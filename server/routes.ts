import { endpoints } from '../domain/api/endpoints'
import { filterNames } from '../domain/case/filter'
import { feedParameters } from '../domain/feeds/parameters'
import { readPath } from '../messages/languages'
import type { Topic } from '../db/changes/topics'

/** What is remembered of an address: what it shows, which queries it answers to, and for how many seconds its clocks hold. */
export type Route = {
  shows: readonly Topic[]
  asks: readonly string[]
  maxAge: number
  kind: 'page' | 'data' | 'picture'
  /** What a member finds on it differs in marked places alone (components/reader/whether.tsx). */
  forAnyone?: true
  /** It is about the case of this number in its path, and says itself which others it shows. */
  ofCase?: true
}

// "3 minutes ago" and "still waiting today" may be a minute late.
const minute = 60

// Figures are told with the rules that changed them, and some of the cases they were read from.
const figures: Topic[] = ['figures', 'rules', 'cases', 'tags']
const lists: Topic[] = ['cases', 'talk', 'tags', 'people']
const everything: Topic[] = ['figures', 'rules', 'cases', 'talk', 'tags', 'people']

const figureNames = ['process', 'layer', 'subject', 'category', 'pattern', 'proof', 'stage']
const viewNames = ['clock', 'cohort', 'by', 'a', 'b', 'rule']
const estimateNames = ['step', 'waited', 'since', 'unit']

const page = (shows: readonly Topic[], asks: readonly string[] = []): Route => ({
  shows: [...shows, 'site'], asks, maxAge: minute, kind: 'page', forAnyone: true,
})
// Its author reads there what is hidden from others.
const pageForGuests = (shows: readonly Topic[], asks: readonly string[] = []): Route => ({ shows: [...shows, 'site'], asks, maxAge: minute, kind: 'page' })
const data = (shows: readonly Topic[], { parameters }: { parameters: object }): Route =>
  ({ shows, asks: Object.keys(parameters), maxAge: minute, kind: 'data' })
const feed = (shows: readonly Topic[], parameters: object): Route => data(shows, { parameters })
const picture = (shows: readonly Topic[]): Route => ({
  shows, asks: [...figureNames, ...viewNames, ...estimateNames, 'measure'], maxAge: minute, kind: 'picture',
})

/** Every address whose answer to a stranger is remembered, by its place in `app/` (both languages alike). */
export const remembered: Record<string, Route> = {
  '/': page(everything),
  '/cases': page(lists, [...filterNames, 'sort', 'after']),
  '/cases/[id]': { ...page(['cases', 'tags', 'people'], ['sort', 'after']), ofCase: true },
  '/cases/[id]/history': page(['cases', 'people']),
  '/charts/[picture]': picture(figures),
  '/charts/[picture]/embed': page(figures, [...figureNames, ...viewNames, ...estimateNames, 'measure']),
  '/cards/[card]': picture(everything),
  '/api-docs': page([]),
  '/data': page(['kept']),
  '/data/figures/[ref]': page(['kept']),
  '/estimate': page(figures, [...figureNames, ...estimateNames]),
  '/feeds/[format]/cases': feed(lists, feedParameters.cases),
  '/feeds/[format]/cases/[id]': { ...feed(['cases', 'people'], feedParameters.thread), ofCase: true },
  '/feeds/[format]/moderation': feed(['log', 'people', 'tags', 'cases'], feedParameters.log),
  '/feeds/[format]/people/[name]': feed(lists, feedParameters.person),
  '/feeds/[format]/rules': feed(['rules'], feedParameters.rules),
  '/feeds/[format]/tags/[tag]': feed(['cases', 'tags', 'people'], feedParameters.tag),
  '/method': page(figures, figureNames),
  '/moderation': page(['log', 'people', 'tags', 'cases'], ['act', 'case', 'after']),
  '/moderation/tags': page(['tags', 'cases']),
  '/people/[name]': page(lists, ['after']),
  '/people/[name]/replies': page(lists, ['after']),
  '/replies/[id]': pageForGuests(['cases', 'talk', 'people'], ['after']),
  '/replies/[id]/history': pageForGuests(['cases', 'talk', 'people']),
  '/rules': page(['rules']),
  '/rules/[id]/history': page(['rules', 'people']),
  '/stats': page(figures, figureNames),
  '/stats/durations': page(figures, [...figureNames, ...viewNames]),
  '/stats/names': page(figures, figureNames),
  '/stats/outcomes': page(figures, figureNames),
  '/stats/software-copyright': page(figures, [...figureNames, 'after']),
  '/stats/trend': page(figures, [...figureNames, 'measure']),
  '/tags/[tag]': page(lists, ['after']),
  '/api/v1/cases': data(['cases', 'talk', 'tags'], endpoints.cases),
  '/api/v1/cases/[id]': { ...data(['cases', 'tags'], endpoints.case), ofCase: true },
  '/api/v1/figures/[ref]': data(['kept'], endpoints.keptFigure),
  '/api/v1/method': data([], endpoints.method),
  '/api/v1/openapi.json': data([], { parameters: {} }),
  '/api/v1/rules': data(['rules'], endpoints.rules),
  '/api/v1/stats/calibration': data(figures, endpoints.calibration),
  '/api/v1/stats/comparison': data(figures, endpoints.comparison),
  '/api/v1/stats/durations': data(figures, endpoints.durations),
  '/api/v1/stats/estimate': data(figures, endpoints.estimate),
  '/api/v1/stats/names': data(figures, endpoints.names),
  '/api/v1/stats/names-changes': data(figures, endpoints.nameChanges),
  '/api/v1/stats/orders': data(figures, endpoints.orders),
  '/api/v1/stats/outcomes': data(figures, endpoints.outcomes),
  '/api/v1/stats/outcomes-months': data(figures, endpoints.outcomeMonths),
  '/api/v1/stats/reasons': data(figures, endpoints.reasons),
  '/api/v1/stats/repairs': data(figures, endpoints.repairs),
  '/api/v1/stats/robustness': data(figures, endpoints.robustness),
  '/api/v1/stats/rounds': data(figures, endpoints.rounds),
  '/api/v1/stats/software-copyright': data(figures, endpoints.softwareCopyright),
  '/api/v1/stats/trend': data(figures, endpoints.trend),
}

/** The addresses that are asked of Next each time, with the reason. */
export const askedEachTime: Record<string, string> = {
  '/[...rest]': 'what is not there is not remembered',
  '/admin/people': 'for moderators',
  '/admin/settings': 'for administrators',
  '/cases/[id]/edit': 'for the author',
  '/cases/new': 'a form that may bring back what was typed',
  '/check-in': 'a form behind a link that works once',
  '/first-admin': 'a form',
  '/me': 'one’s own',
  '/me/cases': 'one’s own',
  '/me/drafts': 'one’s own',
  '/me/favourites': 'one’s own',
  '/me/follows': 'one’s own',
  '/mail/stop/[token]': 'ends somebody’s letters',
  '/me/leave': 'one’s own',
  '/me/mail': 'one’s own',
  '/me/notifications': 'one’s own',
  '/me/appeals': 'one’s own',
  '/me/sessions': 'one’s own',
  '/me/tokens': 'one’s own',
  '/me/name': 'one’s own',
  '/mail-link': 'what one letter’s link may do',
  '/me/e-mail': 'one’s own',
  '/me/passkeys': 'one’s own',
  '/me/two-step': 'one’s own',
  '/me/webhooks': 'one’s own',
  '/moderation/appeals': 'for moderators',
  '/moderation/merge': 'for moderators',
  '/moderation/batches': 'for moderators',
  '/moderation/batches/[kind]/[key]': 'for moderators',
  '/moderation/bulk/[id]': 'for moderators, mostly',
  '/cases/[id]/flag': 'one’s own',
  '/replies/[id]/flag': 'one’s own',
  '/moderation/queue': 'for moderators',
  '/moderation/words': 'for moderators',
  '/moderation/queue/[item]': 'for moderators',
  '/moderation/threads': 'for moderators',
  '/moderation/threads/[page]': 'for moderators',
  '/moderation/threads/[page]/[item]': 'for moderators',
  '/people/n/[id]': 'leads on to the name of the day',
  '/replies/[id]/edit': 'for the author',
  '/rules/[id]/edit': 'for moderators',
  '/search': 'counted against a limit, and hardly asked twice',
  '/sign-in': 'a form that knows where one came from',
  '/sign-in/by-mail': 'a form that knows where one came from',
  '/sign-in/second-step': 'a form for the browser that has just done the first step',
  '/trust': 'it says how far its reader is trusted, and what administrators have set',
  '/sign-up': 'a form that knows where one came from',
  '/api/auth/[...nextauth]': 'speaks with providers, sets cookies',
  '/api/v1/[[...rest]]': 'what is not there is not remembered',
  '/api/v1/me': 'one’s own',
  '/api/v1/me/cases': 'one’s own',
  '/api/v1/cases/[id]/hide': 'changes something',
  '/api/v1/cases/[id]/replies': 'changes something',
  '/api/v1/cases/[id]/restore': 'changes something',
  '/api/v1/cases/[id]/still-waiting': 'changes something',
  '/api/v1/cases/[id]/tag': 'changes something',
  '/api/v1/cases/[id]/untag': 'changes something',
  '/api/v1/replies/[id]/hide': 'changes something',
  '/api/v1/replies/[id]/restore': 'changes something',
  '/api/v1/cases.csv': 'a file, sent while it is made',
  '/api/v1/cases.ndjson': 'a file, sent while it is made',
  '/api/v1/figures/[ref]/rows.csv': 'a file, sent while it is made',
  '/api/v1/figures/[ref]/rows.ndjson': 'a file, sent while it is made',
  '/api/v1/stats/[kind]/rows.csv': 'a file, sent while it is made',
  '/api/v1/stats/[kind]/rows.ndjson': 'a file, sent while it is made',
  '/api/v1/stats/names/changes': 'leads on to another address',
  '/api/v1/stats/outcomes/months': 'leads on to another address',
  '/do/[act]': 'changes something',
}

export type Found = { route: Route; topics: readonly string[] }

/** On which terms its answer is remembered (server/memory/memory.ts); `maxAge` there is in milliseconds. */
export function termsOf({ route, topics }: Found): { topics: readonly string[]; showsMore: boolean; maxAge: number } {
  return { topics, showsMore: route.ofCase === true, maxAge: route.maxAge * 1_000 }
}

/** What is remembered of this address (`/en/cases?sort=active`); null when it is asked each time. */
export function routeOf(address: string): Found | null {
  // Longer ones come from nobody's link, and these are read in another way by Next than they stand there.
  if (address.length > 1_000 || /[#\\]/.test(address)) return null
  const whole = readPath(address).path
  const [path = ''] = whole.split('?', 1)
  const query = path === whole ? undefined : whole.slice(path.length + 1)
  const place = /\/(\.|%2e){1,2}(\/|$)/i.test(path) ? null : placeOf(path)
  const route = place && remembered[place]
  if (!route || (query !== undefined && !onlyAsks(route, query))) return null
  const id = route.ofCase ? Number(path.split('/').at(-1)) : NaN
  return { route, topics: Number.isSafeInteger(id) ? [...route.shows, `case:${id}`] : route.shows }
}

// Literal places come before those with a name in them: /cases/new is no case.
const places = [...Object.keys(remembered), ...Object.keys(askedEachTime)]
const literal = new Set(places.filter(place => !place.includes('[')))
const named = places.filter(place => place.includes('['))
  .map(place => ({ place, pattern: new RegExp(`^${place.replace(/\./g, '\\.').replace(/\[\.\.\.\w+\]|\[\[\.\.\.\w+\]\]/g, '.+').replaceAll('[id]', '[1-9]\\d*').replace(/\[\w+\]/g, '[^/]+')}$`) }))
  .sort((a, b) => Number(a.place.includes('[...')) - Number(b.place.includes('[...')))

function placeOf(path: string): string | null {
  if (literal.has(path)) return path
  return named.find(({ pattern }) => pattern.test(path))?.place ?? null
}

function onlyAsks({ asks }: Route, query: string): boolean {
  return [...new URLSearchParams(query).keys()].every(name => asks.includes(name))
}

/** A path whose escapes stand for text; `*`, which OPTIONS may ask for, is none. */
export function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return path !== '*'
  } catch {
    return false
  }
}
