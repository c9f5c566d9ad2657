import { expect, test } from 'vitest'
import { readJson } from '@/domain/api/json'

test.each([
  ['{"a": [1, {"b": "}]{[\\" : "}], "c": "\\\\"}', { a: [1, { b: '}]{[" : ' }], c: '\\' }],
  [' "not: a name" ', 'not: a name'],
  ['{"a": {"x": 1}, "b": {"x": 2}}', { a: { x: 1 }, b: { x: 2 } }],
  ['[{"x": 1}, {"x": 2}]', [{ x: 1 }, { x: 2 }]],
  ['{"a": "__proto__"}', { a: '__proto__' }],
])('%s is read as it is', (text, value) => {
  expect(readJson(text)).toEqual({ ok: true, value })
})

test.each([
  ['', 'not_json'], ['{', 'not_json'], ['{"a": 1,}', 'not_json'], ['"a": 1', 'not_json'], ['{"a\\x": 1}', 'not_json'], ['{"a": "\n"}', 'not_json'],
  ['{"a": 1, "b": 2, "a": 3}', 'said_twice'], ['{"a": 1, "\\u0061": 2}', 'said_twice'], ['{"b": {"a": 1, "c": [], "a": 2}}', 'said_twice'],
  ['{"__proto__": 1}', 'not_a_name'], ['{"x": {"\\u005f_proto__": 1}}', 'not_a_name'], ['{"constructor": 1}', 'not_a_name'],
  ['['.repeat(17) + ']'.repeat(17), 'too_deep'], ['['.repeat(500_000), 'too_deep'], ['{"a":'.repeat(10_000), 'too_deep'],
])('%.40s is refused', (text, code) => {
  expect(readJson(text)).toMatchObject({ ok: false, fault: { code } })
})

test('sixteen brackets deep is still read, and a name as long as the whole body too', () => {
  expect(readJson('['.repeat(16) + ']'.repeat(16)).ok).toBe(true)
  expect(readJson(`{"${'a'.repeat(500_000)}": 1}`).ok).toBe(true)
  expect(readJson(`{"a": "${'\\\\'.repeat(200_000)}"}`).ok).toBe(true)
})

test('a megabyte of quotes that end no string is read once, not once from each of them', () => {
  for (const piece of ['\\"', '"\\', '" ', '\\\\"']) {
    const text = piece.repeat(Math.floor(1_000_000 / piece.length))
    for (const end of ['', '[', '\\']) expect(readJson(text + end).ok).toBe(false)
  }
})
