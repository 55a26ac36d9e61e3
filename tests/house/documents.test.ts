import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { checkinPage } from './checkinPage'
import { meetingPage } from './meetingPage'
import { rolesPage } from './rolesPage'
import { whistlePage } from './whistlePage'

const root = path.resolve(__dirname, '..', '..')
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8')
const tracked = () =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)

test('docs/ROLES.md is what the table of roles says', () => {
  expect(read('docs/ROLES.md')).toBe(rolesPage())
})

test('docs/WHISTLE.md is what the table of moves, the clocks and the limits say', () => {
  expect(read('docs/WHISTLE.md')).toBe(whistlePage())
})

test('docs/MEETING.md is what the tables of moves and the limits say', () => {
  expect(read('docs/MEETING.md')).toBe(meetingPage())
})

test('docs/CHECKIN.md is what the moves, the states and the figures of checking in say', () => {
  expect(read('docs/CHECKIN.md')).toBe(checkinPage())
})

test('every link between documents leads somewhere', () => {
  const lost = tracked()
    .filter((f) => f.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((m) => path.join(path.dirname(file), m[1]!))
        .filter((target) => !fs.existsSync(path.join(root, target)))
        .map((target) => `${file}: ${target}`),
    )
  expect(lost).toEqual([])
})

test('lock files name no address that packages come from', () => {
  for (const file of tracked().filter((f) => f.endsWith('package-lock.json')))
    expect(read(file)).not.toMatch(/"resolved":/)
})
