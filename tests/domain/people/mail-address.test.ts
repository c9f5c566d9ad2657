import { expect, test } from 'vitest'
import { mailAddressKey, mailAddressSchema } from '@/domain/people/mail-address'

const read = (typed: string) => mailAddressSchema.safeParse(typed)

test.each([
  ['lin@example.com', 'lin@example.com'], [' Lin.Mei+guoshen@Mail.Example.COM\n', 'Lin.Mei+guoshen@Mail.Example.COM'],
  ['ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'lin@example.com'], ["o'brien_x@xn--fiqs8s.example", "o'brien_x@xn--fiqs8s.example"],
])('%s is kept as %s', (typed, kept) => {
  expect(read(typed)).toEqual({ success: true, data: kept })
})

test.each([
  '', 'lin', '@example.com', 'lin@', 'lin@localhost', 'lin@example', 'lin@example.c', 'lin@-example.com', 'lin@example..com', 'lin@.com',
  '.lin@example.com', 'lin.@example.com', 'li..n@example.com', 'lin mei@example.com', '"lin"@example.com', 'lin@[127.0.0.1]', 'lin@127.0.0.1',
  'lin＠evil.example@example.com', 'lin@evil.example,mei@example.com', 'lin@example.com\r\nBcc: all@example.com', 'lin<mei@example.com>', 'lin@еxample.com',
  '林@example.com', `${'a'.repeat(65)}@example.com`, `lin@${'a'.repeat(64)}.com`, `lin@${'a.'.repeat(130)}com`, 'x'.repeat(5_000), '\ud800@example.com',
])('%j is no address', typed => {
  expect(read(typed)).toMatchObject({ success: false, error: { issues: [{ message: 'mail_address_wrong' }] } })
})

test('capitals make no second address', () => {
  expect(mailAddressKey('Lin@Example.COM')).toBe(mailAddressKey('lin@example.com'))
})
