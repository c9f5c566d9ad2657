import { afterEach, expect, test } from 'vitest'
import { callSite } from '@/messages/site-name'
import { wordsFor } from '@/messages/words'

afterEach(() => callSite({ zh: '', en: '' }))

test('the words say what the site is called each time they are asked: in its name, title, foot, seal and letters', () => {
  const { site, byMail, pictures } = wordsFor('zh')
  expect([site.name, site.seal, site.besideSeal]).toEqual(['过审', '过审', ''])
  callSite({ zh: '小程序互助站', en: '' })
  expect([site.name, site.seal, site.besideSeal, pictures.seal]).toEqual(['小程序互助站', '小程', '小程序互助站', '小程'])
  expect(site.title).toMatch(/^小程序互助站 · /)
  expect(site.footer).toMatch(/^小程序互助站由/)
  expect(byMail.letters.sign_in('林', 'https://x.example').subject).toBe('小程序互助站：登录链接')
  expect([wordsFor('en').site.name, wordsFor('en').site.besideSeal]).toEqual(['Guoshen', 'Guoshen'])
  callSite({ zh: '', en: '' })
  expect(site.title).toMatch(/^过审 · /)
})

test('no sentence has the name written into it but the one that says what an empty name means', () => {
  callSite({ zh: '站名', en: 'Sitename' })
  for (const [lang, name] of [['zh', '过审'], ['en', 'Guoshen']] as const) {
    const { site_name_en, site_name } = wordsFor(lang).siteSettings.hints
    const said = sentencesIn(wordsFor(lang)).filter(it => it.includes(name))
    expect(said.filter(it => it !== site_name && it !== site_name_en)).toEqual([])
  }
})

/** Every sentence, and what functions are made of. */
function sentencesIn(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [String(words)]
  return words === null || typeof words !== 'object' ? [] : Object.values(words).flatMap(sentencesIn)
}
