import { parseSettings, type Settings } from '@/domain/settings'

let parsed: Settings | undefined

/** The settings this process was started with; start-up has already said what is wrong with bad ones. */
export function settings(): Settings {
  if (parsed) return parsed
  const result = parseSettings(process.env)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return (parsed = result.settings)
}

/** Whether letters can be sent: without, nothing is offered that needs one. */
export function offersMail(): boolean {
  const { SMTP_URL, MAIL_FROM } = settings()
  return SMTP_URL !== undefined && MAIL_FROM !== undefined
}
