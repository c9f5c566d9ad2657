import { isDatabaseAway } from '../db/away'
import { read } from '../db/connection'
import { siteSettingsOf } from '../db/site-settings'
import { callSite } from '../messages/site-name'

// Where another instance, or another thread, changed it.
const askedEvery = 10_000

/** Has this thread call the site as administrators have set, now and whenever they change it; answers how to end that. */
export async function followSiteName(): Promise<() => void> {
  const ask = async () => {
    try {
      const { site_name: zh, site_name_en: en } = await siteSettingsOf(await read())
      callSite({ zh, en })
    } catch (error) {
      // It is called as before, and asked about another time.
      if (!isDatabaseAway(error)) console.error(error)
    }
  }
  await ask()
  const every = setInterval(ask, askedEvery)
  every.unref()
  return () => clearInterval(every)
}
