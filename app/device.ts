export type Device = 'mobile' | 'mini_program' | null

/** Where something was written, by the user agent: inside a mini program, on a phone, or (null) at a desk. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return null
  if (/miniProgram/i.test(userAgent)) return 'mini_program'
  return /Mobile|Android|iPhone|iPad|HarmonyOS/i.test(userAgent) ? 'mobile' : null
}
