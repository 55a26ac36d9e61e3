import { randomUUID } from 'node:crypto'
import {
  type MeetingAction,
  meetingActions,
  meetingStates,
  transitions as ofMeeting,
} from '../../shared/meeting/states'
import { minutesActions, minutesStates, transitions as ofMinutes } from '../../shared/minutes/states'
import {
  transitions as ofResolution,
  resolutionActions,
  resolutionStates,
} from '../../shared/resolution/states'
import type { At, MeetingHouse } from './house'

export const names = [
  'worker',
  'colleague',
  'buildingLead',
  'committee',
  'property',
  'officer',
  'resident',
  'neighbour',
  'renter',
  'nextDoor',
  'otherWorker',
  'stranger',
] as const
export type Name = (typeof names)[number]
const isOneOf = (...of: Name[]) => {
  const set = new Set<Name>(of)
  return (who: Name) => set.has(who)
}
// the community's workers, of whom one called it and writes it down; and its chair
const keeps = isOneOf('worker', 'colleague', 'buildingLead')
const livesThere = isOneOf('resident', 'neighbour', 'renter')
const wasThere = isOneOf('resident')

interface Situation {
  state: string
  bring(house: MeetingHouse): Promise<object>
}
export interface Subject {
  verb: 'meeting' | 'minutes' | 'resolution'
  states: readonly string[]
  actions: readonly string[]
  transitions: Record<string, { from: readonly string[]; to: string | readonly string[] }>
  situations: Record<string, Situation>
  inputs(house: MeetingHouse, at: object): Record<string, object>
  /** By whom, and what stands in the way beside the table in these situations. */
  may(situation: string, who: Name, action: string): boolean
}

const toDoor = async (house: MeetingHouse, at: At): Promise<At> => {
  house.later(24 * 4 - 0.5)
  return at
}
const steps: Exclude<MeetingAction, 'plan'>[] = meetingActions.filter((a) => a !== 'plan')
const meetings: Subject = {
  verb: 'meeting',
  states: meetingStates,
  actions: steps,
  transitions: ofMeeting,
  situations: {
    planned: { state: 'planned', bring: (house) => house.plan() },
    'planned, and its hour has come': {
      state: 'planned',
      bring: async (house) => toDoor(house, await house.plan()),
    },
    noticed: { state: 'noticed', bring: (house) => house.bring('noticed') },
    'noticed, and its hour has come': {
      state: 'noticed',
      bring: async (house) => toDoor(house, await house.bring('noticed')),
    },
    'under way': { state: 'underWay', bring: (house) => house.bring('underWay') },
    held: { state: 'held', bring: (house) => house.bring('held') },
    'not held': {
      state: 'notHeld',
      async bring(house) {
        const at = await house.bring('noticed')
        await house.api.get(house.tokens.worker, 'meeting.callOff', { ...at, reason: '人太少' })
        return at
      },
    },
  },
  inputs: (house, at) => ({
    change: { spot: '活动室' },
    addItem: { id: randomUUID(), title: '楼道照明' },
    changeItem: { title: '三楼的灯' },
    move: { id: randomUUID(), startsAt: house.inHours(24 * 9), reason: '下雨' },
    callOff: { reason: '人太少' },
    signIn: { id: randomUUID(), code: house.code(at as At) },
    signInFor: { id: randomUUID(), homeId: house.places.home2.id, as: 'family' },
  }),
  may(situation, who, action) {
    const early = situation === 'planned' || situation === 'noticed'
    if (action === 'signIn') return !early && (keeps(who) || livesThere(who))
    if (['begin', 'signInFor', 'undoSignIn'].includes(action) && early) return false
    if (action === 'notice' && !early) return false
    return keeps(who)
  },
}

const minutes: Subject = {
  verb: 'minutes',
  states: minutesStates,
  actions: minutesActions,
  transitions: ofMinutes,
  situations: {
    'a draft while it is held': { state: 'draft', bring: (house) => house.bring('underWay') },
    'a draft': { state: 'draft', bring: (house) => house.bringMinutes('draft') },
    'open, with an amendment': {
      state: 'open',
      async bring(house) {
        const at = await house.bringMinutes('open')
        const amendmentId = randomUUID()
        await house.api.get(house.tokens.owner, 'minutes.amend', { ...at, id: amendmentId, words: '不对' })
        return { ...at, amendmentId }
      },
    },
    'open, two days on': {
      state: 'open',
      async bring(house) {
        const at = await house.bringMinutes('open')
        house.later(48)
        return at
      },
    },
    'open, with one signature': {
      state: 'open',
      async bring(house) {
        const at = await house.bringMinutes('open')
        house.later(48)
        await house.api.get(house.tokens.worker, 'minutes.sign', at)
        return at
      },
    },
    signed: { state: 'signed', bring: (house) => house.bringMinutes('signed') },
    'published, with an objection': {
      state: 'published',
      async bring(house) {
        const at = await house.bringMinutes('published')
        const objectionId = randomUUID()
        await house.api.get(house.tokens.renter, 'minutes.object', { ...at, id: objectionId, words: '不对' })
        return { ...at, objectionId }
      },
    },
    'published, eight days on': {
      state: 'published',
      async bring(house) {
        const at = await house.bringMinutes('published')
        house.later(24 * 8)
        return at
      },
    },
  },
  inputs: () => ({
    write: { itemId: randomUUID(), revision: 0, place: 3, title: '照明', words: '月底前换' },
    amend: { id: randomUUID(), words: '我没有这样说' },
    answerAmendment: { decision: 'taken', words: '照改了' },
    correct: { id: randomUUID(), words: '日子写错了' },
    object: { id: randomUUID(), words: '我不同意' },
    answerObjection: { words: '录音里是这样' },
  }),
  may(situation, who, action) {
    const has = (word: string) => situation.includes(word)
    const isSigned = has('signature')
    switch (action) {
      case 'write':
        return keeps(who) && !isSigned
      case 'strike':
        return keeps(who) && !isSigned && situation !== 'a draft while it is held'
      case 'open':
        return keeps(who) && situation === 'a draft'
      case 'amend':
        return wasThere(who) && has('amendment')
      case 'answerAmendment':
        return keeps(who) && has('amendment')
      case 'sign':
        return !has('amendment') && (who === 'buildingLead' || (who === 'worker' && !isSigned))
      case 'object':
        return livesThere(who) && has('objection')
      case 'answerObjection':
        return keeps(who) && has('objection')
      default:
        return keeps(who)
    }
  },
}

const decidedAt = async (house: MeetingHouse, to: Parameters<MeetingHouse['bringMinutes']>[0]) => {
  const meeting = await house.bringMinutes('draft')
  const call = await house.resolve(meeting)
  if (to !== 'draft') {
    await house.api.get(house.tokens.worker, 'minutes.open', meeting)
    house.later(48)
    for (const who of ['worker', 'buildingLead'] as const)
      await house.api.get(house.tokens[who], 'minutes.sign', meeting)
  }
  if (to === 'published') await house.api.get(house.tokens.worker, 'minutes.publish', meeting)
  return { ...call, meetingId: meeting.meetingId }
}
const ended = async (house: MeetingHouse, verb: 'finish' | 'drop', said: object) => {
  const at = await decidedAt(house, 'published')
  const { meetingId: _, ...call } = at
  const sent = { ...call, id: randomUUID(), ...said }
  await house.api.get(house.tokens.worker, `resolution.${verb}`, sent as never)
  return at
}
const resolutions: Subject = {
  verb: 'resolution',
  states: resolutionStates,
  actions: resolutionActions,
  transitions: ofResolution,
  situations: {
    'open, of a draft': { state: 'open', bring: (house) => decidedAt(house, 'draft') },
    'open, of signed minutes': { state: 'open', bring: (house) => decidedAt(house, 'signed') },
    'open, and published': { state: 'open', bring: (house) => decidedAt(house, 'published') },
    done: { state: 'done', bring: (house) => ended(house, 'finish', { words: '装好了' }) },
    dropped: { state: 'dropped', bring: (house) => ended(house, 'drop', { reason: '钱不够' }) },
  },
  inputs: (house, at) => ({
    write: {
      id: (at as { resolutionId: string }).resolutionId,
      revision: 1,
      words: '加装不锈钢扶手',
      party: { kind: 'committee', partyId: house.places.compound.id },
      dueOn: '2027-02-01',
    },
    strike: { revision: 1 },
    progress: { id: randomUUID(), words: '材料到了' },
    finish: { id: randomUUID(), words: '装好了' },
    drop: { id: randomUUID(), reason: '钱不够' },
  }),
  may(situation, who, action) {
    if (action === 'write' || action === 'strike') return keeps(who) && situation === 'open, of a draft'
    return action === 'drop' ? keeps(who) : keeps(who) || who === 'committee'
  },
}

export const subjects = [meetings, minutes, resolutions]
