import type { IncomingMessage } from 'node:http'
import { openHeaders, problemOf, statusOf } from '../domain/api/problem'
import { doorWords } from '../messages/door'
import { languageAsked, languageTag } from '../messages/languages'
import { version } from '../package.json'
import { limitHeaders } from './limits/rate'
import { expositionType } from './metrics/exposition'
import type { Making, Once } from './making'
import type { Header } from './memory/answer'
import { comeBackPage } from './pages/come-back-page'
import { refusedPage, startingPage, tooFastPage } from './pages/refused-page'

// How soon somebody may come back, in seconds: when there is less to do, and when Next is there again.
const lessBusy: Header = ['retry-after', '3']
const thereAgain: Header = ['retry-after', '2']

/** What the door says by itself where no answer is made: to a person as a page, to a program of the open API as a problem. */
export class OwnAnswers {
  constructor(private readonly making: Making) {}

  unreadable(url: string): Once {
    return this.making.plain(400, refusedPage(url, 'unreadable'))
  }

  /** A head or a body larger than anybody has to send; the connection ends with it. */
  tooLarge(request: IncomingMessage, status: 413 | 431): Once {
    const { url = '/' } = request
    if (status === 413 && isOfApi(url)) return this.problem(request, 'body_too_large', [['connection', 'close']])
    return this.making.plain(status, refusedPage(url, 'tooLarge'), [['connection', 'close']])
  }

  /** More than one address may ask for; `wait` in seconds, and `typed` is given back. */
  tooFast(request: IncomingMessage, wait: number, typed: URLSearchParams | null = null): Once {
    const { url = '/' } = request
    if (isOfApi(url)) return this.problem(request, 'limited', limitHeaders(wait))
    return this.making.plain(429, tooFastPage(url, wait, typed), limitHeaders(wait))
  }

  /** There is no time for a form; `typed` is given back. */
  busy(request: IncomingMessage, typed: URLSearchParams | null): Once {
    const { url = '/' } = request
    if (isOfApi(url)) return this.problem(request, 'unavailable', [lessBusy])
    return this.making.plain(503, comeBackPage(url, typed), [lessBusy])
  }

  /** Next is not there at this moment; what was typed is given back. */
  starting(request: IncomingMessage, typed: URLSearchParams | null): Once {
    const { url = '/' } = request
    if (isOfApi(url)) return this.problem(request, 'unavailable', [thereAgain])
    return this.making.plain(503, typed ? comeBackPage(url, typed) : startingPage(url), [thereAgain])
  }

  metrics(text: string): Once {
    return this.text(200, expositionType, text)
  }

  health(status: number, said: string): Once {
    return this.data(status, 'application/json', { status: said, version })
  }

  private problem({ headers }: IncomingMessage, problem: keyof (typeof doorWords)['zh']['problems'], more: Header[]): Once {
    const lang = languageAsked(headers['accept-language'])
    const body = problemOf(problem, doorWords[lang].problems[problem])
    return this.data(statusOf[problem], 'application/problem+json; charset=utf-8', body, [
      ['content-language', languageTag[lang]], ...Object.entries(openHeaders), ...more,
    ])
  }

  private data(status: number, type: string, body: object, more: Header[] = []): Once {
    return this.text(status, type, `${JSON.stringify(body)}\n`, more)
  }

  private text(status: number, type: string, text: string, more: Header[] = []): Once {
    const page = this.making.plain(status, text, more)
    return { ...page, headers: page.headers.map(([name, value]) => [name, name === 'content-type' ? type : value]) }
  }
}

/** Whether a program asks, which reads no pages. Signing in through others (/api/auth) is for people. */
function isOfApi(url: string): boolean {
  return /^\/api\/v1(\/|\?|$)/.test(url)
}
