/** True on a site that runs on simulated cases and says so on every page. */
export function demonstration(): boolean {
  return /^(on|1|true|yes)$/.test(process.env.DEMONSTRATION ?? '')
}

/**
 * True where moderators and administrators are members until they sign in with two steps. A demonstration only asks them
 * for it, unless MODERATORS_TWO_STEP says otherwise.
 */
export function moderatorsNeedTwoSteps(): boolean {
  const said = process.env.MODERATORS_TWO_STEP
  return said ? said === 'required' : !demonstration()
}
