import { expect, test } from 'vitest'
import { passwordProblem, readPassword } from '@/domain/people/password'

test.each([
  'correct battery staple', '我的小程序等了三个月', 'x7Kp2mQ9vT', 'a'.repeat(3) + 'bucket of 12 plums', 'zu' + 'ü9-Lq'.repeat(25),
  '          ten spaces in front',
])('%s is good enough', password => {
  expect(passwordProblem(password, '林小满')).toBeNull()
})

test('nine characters are short, ten are not; 128 are taken whole, 129 are refused', () => {
  const random = 'kV9#mP2$xQ7!wL4&'.repeat(9)
  expect(passwordProblem(random.slice(0, 9), '')).toBe('password_short')
  expect(passwordProblem('kV9#mP2$xQ', '')).toBeNull()
  expect(passwordProblem('灯火阑珊处那人却在', '')).toBe('password_short')
  expect(passwordProblem('桥'.repeat(63) + '河山水木金土日月星', '')).toBeNull()
  expect(passwordProblem(`${'纸墨笔砚琴棋书画诗酒花茶山川湖海'.repeat(8)}`, '')).toBe(null)
  expect(passwordProblem(`${'纸墨笔砚琴棋书画诗酒花茶山川湖海'.repeat(8)}x`, '')).toBe('password_long')
})

test.each([
  'password12', 'Password123!', 'PASSWORD2026', 'iloveyou1314', 'woaini1314520', 'basketball', 'Manchester1', '1234567890', '0987654321',
  'qwertyuiop', 'QWERTY12345', '1q2w3e4r5t', '1qaz2wsx3edc', 'qazwsxedcrfv', 'zaq12wsxcde3', 'asdfghjkl1', 'aaaaaaaaaaaa',
  'abcabcabcabc', '121212121212', 'a1b2c3d4e5', '123456789a', 'q123456789', 'abcdefghij', 'guoshen2026', 'ｐａｓｓｗｏｒｄ１２', '!!password!!',
  '147147147147', 'abc123abc123', 'zxcvbnm123', '!@#$%^&*()',
])('%s is among the first that are tried', password => {
  expect(passwordProblem(password, '')).toBe('password_common')
})

test('a password that is the name and five more characters is as good as the name', () => {
  expect(passwordProblem('LinXiaoman8866', 'linxiaoman')).toBe('password_is_name')
  expect(passwordProblem('林小满的小程序开发日记99', '林小满的小程序开发日记')).toBe('password_is_name')
  expect(passwordProblem('LinXiaoman rides a bicycle', 'linxiaoman')).toBeNull()
})

test('full width and ordinary letters are one password, and nothing is trimmed or cut', () => {
  expect(readPassword('Ｐａｓｓ　１')).toBe('Pass 1')
  expect(readPassword(' a '.repeat(100))).toHaveLength(300)
})
