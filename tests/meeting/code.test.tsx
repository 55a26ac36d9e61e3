import { act, screen } from '@testing-library/react'
import Door from '../../miniprogram/meeting/code'
import { drawQr } from '../../miniprogram/meeting/parts/Qr'
import { codeAt } from '../../shared/kernel/minuteCode'
import { readSignInLink, signInHead, signInTail } from '../../shared/meeting/signInLink'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker } from '../kernel/screens/people'
import { phone } from '../kernel/taro'
import { host, key, type Meeting, meetingOf, minutesAway, noPresence, secret, underWay } from './faces'

const start = Date.parse('2026-11-22T01:15:10Z')
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'], now: start })
  newPhone()
})
afterEach(() => {
  newPhone()
  jest.useRealTimers()
})

const at = { at: '/meeting/code', params: key }
const open = (meeting: Meeting) =>
  openAs(communityWorker, <Door />, {
    ...at,
    answers: { 'meeting.get': meeting, 'meeting.presence': noPresence },
  })
const pass = (seconds: number) => act(async () => void (await jest.advanceTimersByTimeAsync(seconds * 1000)))
const shown = () =>
  screen
    .getByLabelText(/^签到码/)
    .getAttribute('aria-label')
    ?.replace(/\D/g, '')
const codeFor = (atMs: number) => codeAt(secret, new Date(atMs)).code

test('the code is that of this minute, and another one with the next', async () => {
  await open(underWay())
  expect(shown()).toBe(codeFor(start))
  expect(screen.getByText('50 秒后换，刚才的那个还能用一分钟')).toBeTruthy()
  await pass(49)
  expect(shown()).toBe(codeFor(start))
  await pass(2)
  expect(shown()).toBe(codeFor(start + 51_000))
  expect(codeFor(start + 51_000)).not.toBe(codeFor(start))
})

test('beside it stands the same to be scanned, drawn on the phone, and another picture with the next minute', async () => {
  const picture = () => screen.getByLabelText('签到的二维码').style.backgroundImage
  const drawn = (atMs: number) =>
    encodeURIComponent(drawQr([signInHead(host), signInTail({ ...key, code: codeFor(atMs) })]))
  await open(underWay())
  phone.setOnline(false)
  expect(picture()).toContain(drawn(start))
  await pass(51)
  expect(picture()).toContain(drawn(start + 51_000))
  expect(picture()).not.toContain(drawn(start))
})

test('what is scanned is the meeting and the six figures; any other link is none', () => {
  const link = { ...key, code: '000271' }
  expect(readSignInLink(`${host}/q/${signInTail(link)}`)).toEqual(link)
  expect(readSignInLink(` ${host}/q/${signInTail(link)}?from=wall `)).toEqual(link)
  for (const other of [
    '',
    host,
    `${host}/q/abcdefgh12345678`,
    signInTail(link).slice(0, -1),
    `${signInTail(link)}1`,
  ])
    expect(readSignInLink(other)).toBeUndefined()
})

test('it goes on without signal, minute by minute, also after the app was closed', async () => {
  await open(underWay())
  phone.setOnline(false)
  await pass(125)
  expect(shown()).toBe(codeFor(start + 125_000))
  await openAs(communityWorker, <Door />, at)
  expect(screen.getByText('没有信号，这是上次看到的内容')).toBeTruthy()
  await pass(600)
  expect(shown()).toBe(codeFor(start + 725_000))
})

test('a phone whose clock is wrong shows the code of the server’s minute, without signal too', async () => {
  const ahead = 7 * 60_000
  await open(underWay({ signIn: { secret, now: new Date(start + ahead).toISOString(), host } }))
  await pass(1)
  expect(shown()).toBe(codeFor(start + ahead + 1000))
  phone.setOnline(false)
  await openAs(communityWorker, <Door />, at)
  await pass(60)
  expect(shown()).toBe(codeFor(start + ahead + 61_000))
})

test('the phone at the door stays awake while the code is shown, and no longer', async () => {
  await open(underWay())
  expect(phone.staysAwake).toBe(true)
  newPhone()
  expect(phone.staysAwake).toBe(false)
})

test('who has come is counted while people sign in', async () => {
  const wire = await open(underWay())
  wire.answer({ 'meeting.presence': { ...noPresence, people: 3, homes: { present: 3, of: 42 } } })
  await pass(6)
  expect(screen.getByText('42 户中到了 3 户')).toBeTruthy()
})

test('long before the meeting there is no code yet, and it says from when', async () => {
  await open(meetingOf({ keeps: true, startsAt: minutesAway(300), endsAt: minutesAway(360) }))
  expect(screen.getByText(/开始前一小时起才有签到码/)).toBeTruthy()
})
