import { parseSettings, type Settings } from '@/domain/settings'

let parsed: Settings | undefined

/** The settings this process was started with; start-up has already said what is wrong with bad ones. */
export function settings(): Settings {
  if (parsed) return parsed
  const result = parseSettings(process.env)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return (parsed = result.settings)
}
