import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import type { RecordAction } from '../../shared/record/actions'
import {
  type By,
  transitions,
  type WhistleAction,
  type WhistleState,
  whistleActions,
} from '../../shared/whistle/states'
import type { At, WhistleHouse } from './house'
import { live } from './world'

export type Action = Exclude<WhistleAction, 'submit'>
export const actions = whistleActions.filter((a): a is Action => a !== 'submit')

export const names = [
  'reporter',
  'neighbour',
  'tenant',
  'entranceLead',
  'buildingLead',
  'gridWorker',
  'worker',
  'officer',
  'districtOfficer',
  'otherWorker',
  'property',
  'department',
  'liaison',
  'committee',
  'committeeMember',
  'branch',
  'supervisor',
  'stranger',
] as const
export type Name = (typeof names)[number]

type Step = Action | 'joined' | 'leadWithCo'
const sentOut: Step[] = ['joined', 'accept', 'leadWithCo']
const solved: Step[] = [...sentOut, 'respond', 'resolve', 'followUp']
/** Every state, and what makes a difference within one; the neighbour has joined where the reporter is not alone. */
export const situations: Record<string, { state: WhistleState; alone?: true; way: Step[] }> = {
  submitted: { state: 'submitted', way: ['joined'] },
  'submitted, alone': { state: 'submitted', alone: true, way: [] },
  needsInfo: { state: 'needsInfo', way: ['joined', 'askBack'] },
  'needsInfo, alone': { state: 'needsInfo', alone: true, way: ['askBack'] },
  accepted: { state: 'accepted', way: ['joined', 'accept'] },
  'accepted, alone': { state: 'accepted', alone: true, way: ['accept'] },
  dispatched: { state: 'dispatched', way: sentOut },
  'dispatched, disputed': { state: 'dispatched', way: [...sentOut, 'dispute'] },
  responded: { state: 'responded', way: [...sentOut, 'respond'] },
  resolved: { state: 'resolved', way: [...sentOut, 'respond', 'resolve'] },
  followedUp: { state: 'followedUp', way: solved },
  closed: { state: 'closed', way: [...solved, 'close'] },
  reopened: { state: 'reopened', way: [...solved, 'reopen'] },
  rejected: { state: 'rejected', way: ['joined', 'reject'] },
  merged: { state: 'merged', way: ['joined', 'merge'] },
  withdrawn: { state: 'withdrawn', alone: true, way: ['withdraw'] },
  tabled: { state: 'tabled', way: [...sentOut, 'table'] },
}

/** All of them with their sessions: those of the house, and some who hold a role there that no other test needs. */
export async function everybodyOf({ api, tokens, places, addPerson, give }: WhistleHouse) {
  const more = {
    entranceLead: ['entranceLead', 'entrance'],
    districtOfficer: ['districtOfficer', 'district'],
    liaison: ['liaison', 'departmentOf'],
    committeeMember: ['committeeMember', 'compound'],
    supervisor: ['supervisor', 'compound'],
  } as const
  const all: Partial<Record<Name, string>> = { ...tokens, reporter: tokens.resident }
  for (const [name, [role, over]] of Object.entries(more)) {
    const { id, token } = await addPerson(name)
    await give(id, role, over)
    all[name as Name] = token
  }
  const tenant = await addPerson('tenant')
  await live(api, places.home2, tenant.id, 'tenant')
  return { ...all, tenant: tenant.token } as Record<Name, string>
}

/** What is sent with a move, in every way that leads elsewhere. */
export const inputsOf = (
  { api: { now }, parties, meetingId }: WhistleHouse,
  into: At,
): { [A in Action]: Omit<Input<`whistle.${A}`>, keyof At>[] } => ({
  join: [{ anonymous: false }],
  askBack: [{ words: '在哪一层？' }],
  answer: [{ words: '在五层' }],
  accept: [{}, { category: 'water', urgency: 'danger' }],
  reject: [{ reason: '不归社区管' }],
  merge: [{ intoId: into.whistleId }],
  withdraw: [{}],
  dispatch: [
    { id: randomUUID(), lead: parties.committee, co: [parties.department], instruction: '请先看看' },
  ],
  dispute: [{ reason: '不归我们' }],
  decideDispute: [{ decision: 'uphold' }, { decision: 'refuse', reason: '合同里写着' }],
  respond: [{}],
  extend: [{ resolveBy: new Date(now.getTime() + 40 * 86_400_000).toISOString(), reason: '等配件' }],
  resolve: [{ words: '换好了' }],
  followUp: [{ outcome: 'solved', stars: 4 }, { outcome: 'half' }, { outcome: 'not', words: '还是松的' }],
  reopen: [{ reason: '又松了' }],
  close: [{}],
  table: [{ meetingId, itemId: randomUUID(), words: '请大家商量' }],
  untable: [{ words: '会上没有定下来' }],
})

/** How its line is called: one for each way, where the ways are called differently. */
export const lineOf: Record<Action, readonly RecordAction[]> = {
  join: ['whistle.joined'],
  askBack: ['whistle.askedBack'],
  answer: ['whistle.answered'],
  accept: ['whistle.accepted'],
  reject: ['whistle.rejected'],
  merge: ['whistle.merged'],
  withdraw: ['whistle.withdrawn'],
  dispatch: ['whistle.dispatched'],
  dispute: ['whistle.disputed'],
  decideDispute: ['whistle.disputeUpheld', 'whistle.disputeRefused'],
  respond: ['whistle.responded'],
  extend: ['whistle.extended'],
  resolve: ['whistle.resolved'],
  followUp: ['whistle.followedUp'],
  reopen: ['whistle.reopened'],
  close: ['whistle.closed'],
  table: ['whistle.tabled'],
  untable: ['whistle.untabled'],
}

const usual: Partial<Record<Action, keyof WhistleHouse['tokens']>> = {
  withdraw: 'resident',
  followUp: 'resident',
  reopen: 'resident',
  dispute: 'property',
  respond: 'property',
  resolve: 'property',
}

/** Brought there by the ordinary way, by those who do it. */
export async function bringInto(house: WhistleHouse, situation: string, into: At): Promise<At> {
  const { api, tokens, parties } = house
  const at = await house.submit()
  for (const step of situations[situation]!.way) {
    if (step === 'joined') await api.get(tokens.neighbour, 'whistle.join', { ...at, anonymous: true })
    else if (step === 'leadWithCo') await house.dispatch(at, { co: [parties.department] })
    else {
      const input = { ...at, ...inputsOf(house, into)[step][0] }
      await api.get(tokens[usual[step] ?? 'worker'], `whistle.${step}`, input as never)
    }
  }
  return at
}

/** By the table, and by what stands in the way beside it in these situations. */
export function isLegal(situation: string, who: Name, action: Action): boolean {
  const { state, alone, way } = situations[situation]!
  const wentOut = way.includes('leadWithCo')
  const { from, by } = transitions[action]
  if (!from.includes(state)) return false
  if (action === 'withdraw' && !alone) return false
  // nobody rang about any of these
  if (action === 'reopen' && who !== 'reporter') return false
  if (action === 'close' && state !== 'followedUp') return false
  if (action === 'dispute' && situation === 'dispatched, disputed') return false
  if (action === 'table' && situation === 'dispatched, disputed') return false
  if (action === 'decideDispute' && situation !== 'dispatched, disputed') return false
  const isIn = who === 'reporter' || (who === 'neighbour' && !alone)
  // who belongs to the place; the department and whoever speaks for it reach a whistle only once it was sent there
  const isHere =
    !['otherWorker', 'stranger'].includes(who) && (!['department', 'liaison'].includes(who) || wentOut)
  const speaksAsReporter =
    action === 'join' ? isHere && !isIn : action === 'answer' ? isIn : who === 'reporter'
  const voices: By[] = [
    ...(speaksAsReporter ? (['reporter'] as const) : []),
    ...(['worker', 'officer', 'districtOfficer'].includes(who) ? (['community'] as const) : []),
    ...(who === 'property' && wentOut ? (['party'] as const) : []),
  ]
  return voices.some((voice) => by.includes(voice))
}
