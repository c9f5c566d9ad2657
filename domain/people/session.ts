const day = 86_400_000

/** Nobody uses it for this long, and it ends (milliseconds). ASVS 7.3.1. */
export const idleLimit = 14 * day
/** However much it is used, it ends (milliseconds). ASVS 7.3.2. */
export const absoluteLimit = 90 * day
/** One more than this ends the one that was seen longest ago. ASVS 7.1.2. */
export const mostSessions = 20
/** Being seen is written down at most this often (milliseconds): reading should not write. */
export const seenEvery = 3_600_000

/** When a session ends if it is not used again; epoch milliseconds. */
export function sessionEnd(session: { createdAt: number; lastSeenAt: number }): number {
  return Math.min(session.lastSeenAt + idleLimit, session.createdAt + absoluteLimit)
}

export const browsers = ['wechat', 'edge', 'firefox', 'chrome', 'safari', 'other_browser'] as const
export type Browser = (typeof browsers)[number]
export const systems = ['iphone', 'ipad', 'android', 'harmonyos', 'windows', 'mac', 'linux', 'other_system'] as const
export type System = (typeof systems)[number]

/** What a session ran on, short enough to recognise and too short to track: `firefox/android`. */
export function sessionDevice(userAgent: string): `${Browser}/${System}` {
  return `${browserOf(userAgent)}/${systemOf(userAgent)}`
}

/** Reads what `sessionDevice` wrote. */
export function readDevice(device: string): { browser: Browser; system: System } {
  const [browser, system] = device.split('/')
  return {
    browser: browsers.find(it => it === browser) ?? 'other_browser',
    system: systems.find(it => it === system) ?? 'other_system',
  }
}

// Order matters: every browser but Firefox also calls itself Safari, and Edge and WeChat call themselves Chrome.
function browserOf(userAgent: string): Browser {
  if (/MicroMessenger/i.test(userAgent)) return 'wechat'
  if (/\bEdgA?\/|\bEdgiOS\//.test(userAgent)) return 'edge'
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox'
  if (/Chrome\/|CriOS\//.test(userAgent)) return 'chrome'
  if (/Safari\//.test(userAgent)) return 'safari'
  return 'other_browser'
}

function systemOf(userAgent: string): System {
  if (/iPhone|iPod/.test(userAgent)) return 'iphone'
  if (/iPad/.test(userAgent)) return 'ipad'
  if (/HarmonyOS|OpenHarmony/.test(userAgent)) return 'harmonyos'
  if (/Android/.test(userAgent)) return 'android'
  if (/Windows/.test(userAgent)) return 'windows'
  if (/Mac OS X|Macintosh/.test(userAgent)) return 'mac'
  if (/Linux|X11/.test(userAgent)) return 'linux'
  return 'other_system'
}
