export type Sample = { suffix?: string; labels: Record<string, string>; value: number }
export type Family = { name: string; help: string; type: 'counter' | 'gauge' | 'histogram'; samples: Sample[] }

export const expositionType = 'text/plain; version=0.0.4; charset=utf-8'

/** Metrics as text, in the format 0.0.4 of Prometheus. */
export function exposition(families: Family[]): string {
  return families.map(({ name, help, type, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ suffix = '', labels, value }) => `${name}${suffix}${inBraces(labels)} ${value}`),
  ].join('\n')).join('\n') + '\n'
}

function inBraces(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, sign => (sign === '\n' ? '\\n' : `\\${sign}`))}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}
