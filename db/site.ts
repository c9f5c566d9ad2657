/** True on a site that runs on simulated cases and says so on every page. */
export function demonstration(): boolean {
  return /^(on|1|true|yes)$/.test(process.env.DEMONSTRATION ?? '')
}
