const hour = 3_600_000
const day = 24 * hour

/**
 * Which backups stay, by the instants (epoch milliseconds) at which they were made: all of the last 24 hours, the last one of each
 * of the last 14 days, and the last one of each of the last 8 weeks. The newest stays however old it is.
 */
export function backupsToKeep(made: readonly number[], now: number): number[] {
  const rising = [...made].sort((a, b) => a - b)
  const keep = new Set<number>(rising.slice(-1))
  const keepLastOfEach = (length: number, many: number) => {
    // By fixed days and weeks (of UTC): counted back from now, each would drift from one into the next and be let go there.
    const lasts = new Map(rising.filter(at => now - at < many * length).map(at => [Math.floor(at / length), at]))
    for (const at of lasts.values()) keep.add(at)
  }
  for (const at of rising) if (now - at < day) keep.add(at)
  keepLastOfEach(day, 14)
  keepLastOfEach(7 * day, 8)
  return rising.filter(at => keep.has(at))
}

const form = /^hourly-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z\.db$/

/** The file name of a backup of this minute. */
export function backupName(at: number): string {
  return `hourly-${new Date(at).toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z.db`
}

/** When a backup was made, by its name; null for any other file. */
export function madeAt(name: string): number | null {
  const [, year, month, date, hours, minutes] = form.exec(name) ?? []
  return year ? Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hours), Number(minutes)) : null
}
