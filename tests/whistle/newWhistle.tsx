import '../kernel/camera'
import { act, screen } from '@testing-library/react'
import NewWhistle from '../../miniprogram/whistle/new'
import { camera } from '../kernel/camera'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, bridgeNow, door1, house9, owner, salt } from '../kernel/screens/people'
import type { Answers } from '../kernel/screens/wire'

export const { communityId } = salt
/** So many o'clock on the day of the test, in China. */
export const today = (hour: number) =>
  new Date(`2026-11-21T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString()
export const taken: Answers['whistle.submit'] = ({ id }) => ({
  id,
  state: 'submitted',
  responseDueAt: today(17),
  resolutionDueAt: today(18),
  provisional: false,
})
const none = { items: [] }
export const base: Answers = { 'place.get': bridgeNow, 'whistle.similar': none, 'whistle.submit': taken }
const wall = { community: salt.name, compound: bridge.name, building: house9.name, entrance: door1.name }
export const scanned = {
  communityId,
  ...wall,
  compoundId: bridge.compoundId,
  buildingId: house9.buildingId,
  entranceId: door1.entranceId,
}
export const spot = {
  communityId,
  compoundId: bridge.compoundId,
  buildingId: house9.buildingId,
  entranceId: door1.entranceId,
  ...wall,
}

export const openNew = (answers: Answers = {}, params: Record<string, string> = {}, me = owner) =>
  openAs(me, <NewWhistle />, { at: '/whistle/new', params, answers: { ...base, ...answers } })
export const rest = () => act(async () => void (await jest.advanceTimersByTimeAsync(700)))
export const words = () => (screen.getByLabelText('怎么了') as HTMLTextAreaElement).value

/** Time stands still until a test lets it go on. */
export function freshPhone(): void {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'], now: new Date(today(10)) })
  newPhone()
  camera.reset()
}
