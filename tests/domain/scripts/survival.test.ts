import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

// The commands themselves, as npm runs them.
const run = (script: string, args: string[], input = '') =>
  spawnSync('npm', ['run', '--silent', script, '--', ...args], { input, encoding: 'utf8' })

test('survival reads a table from standard input, and its one line is JSON: 1 of 2 ended, S = 0.5', () => {
  const { status, stdout, stderr } = run('survival', ['--file', '-', '--conf', 'log'], 'time,status,entry\r\n3,1,\r\n5,0,\r\n5,1,5\r\n')
  expect([status, stdout.split('\n').length]).toEqual([0, 2])
  const answer = JSON.parse(stdout)
  expect(Object.keys(answer)).toEqual(['n', 'events', 'censored', 'time', 'at_risk', 'event', 'censor', 'survival', 'se', 'lower', 'upper', 'quantiles', 'cif', 'groups', 'logrank'])
  expect(answer).toMatchObject({ n: 2, events: 1, censored: 1, time: [3, 5], survival: [0.5, 0.5], upper: [1, 1], groups: {}, logrank: null })
  expect(stderr).toBe('Rows whose entry is not before their time were left out: 1, the first in line 4.\n')
})

test('survival names line and column of a bad cell, says nothing else, and fails with 1; a bad question fails with 2', () => {
  const { status, stdout, stderr } = run('survival', ['--file', '-'], 'time,status\n3,1\n4,yes\n')
  expect([status, stdout, stderr]).toEqual([1, '', 'Line 3, column status: "yes" is no number.\n'])
  expect(run('survival', ['--file', '/nowhere.csv'])).toMatchObject({ status: 2, stdout: '' })
  expect(run('survival', ['--file', '-', '--conf', 'plain'])).toMatchObject({ status: 2, stdout: '' })
  expect(run('survival', [])).toMatchObject({ status: 2, stdout: '' })
})

test('wilson gives 3 of 9 as 1/3 between 12 % and 65 %; 9 of 3 is no share', () => {
  const { status, stdout } = run('wilson', ['3', '9'])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual({ x: 3, n: 9, share: 1 / 3, lower: expect.closeTo(0.120584, 6), upper: expect.closeTo(0.645798, 6) })
  expect(run('wilson', ['9', '3'])).toMatchObject({ status: 2, stdout: '', stderr: '9 of 3 is not a share.\n' })
})
