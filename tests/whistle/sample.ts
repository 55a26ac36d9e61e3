import type { Output } from '../../shared/contract'
import { bridge, held, house9, idOf, meWith, responder, salt } from '../kernel/screens/people'

export type Whistle = Output<'whistle.get'>

export const property = { kind: 'organisation', partyId: responder.roles[0]!.path.organisationId! } as const
export const committee = { kind: 'committee', partyId: bridge.compoundId } as const
export const whistleId = idOf(20, 1)
export const key = { communityId: salt.communityId, whistleId }
export const at = { at: '/whistle/one', params: key }

export const director = meWith([
  held('committeeDirector', bridge.name, { communityId: salt.communityId, compoundId: bridge.compoundId }),
])

export const hoursAway = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()

export const stepOf = (
  n: number,
  says: string,
  by: string,
  more: Partial<Whistle['steps'][number]> = {},
) => ({
  entryId: idOf(21, n),
  at: hoursAway(-10 + n),
  action: 'whistle.submitted',
  says,
  by,
  words: null,
  photos: [],
  ...more,
})

export const photoOf = (n: number, more: Partial<Whistle['photos'][number]> = {}) => ({
  photoId: idOf(22, n),
  when: 'before' as const,
  thumb: `/files/${n}-small.jpg`,
  whole: `/files/${n}.jpg`,
  released: true,
  ...more,
})

export const dispatchOf = (
  n: number,
  name: string,
  more: Partial<Whistle['dispatches'][number]> = {},
): Whistle['dispatches'][number] => ({
  dispatchId: idOf(23, n),
  ...property,
  name,
  lead: true,
  state: 'current',
  takenBy: null,
  ...more,
})

/** The stair without a railing, as it was just reported. */
export const whistleOf = (more: Partial<Whistle> = {}): Whistle => ({
  ...key,
  title: '一单元楼梯没有扶手',
  place: '9栋 1单元',
  category: 'safety',
  urgency: 'ordinary',
  state: 'submitted',
  says: '社区 今天 17:00 前回复你',
  submittedAt: hoursAway(-9),
  joined: 0,
  responseDueAt: hoursAway(5),
  resolutionDueAt: hoursAway(100),
  provisional: false,
  words: '老人下楼很不方便，下雨天尤其滑。',
  compoundId: bridge.compoundId,
  buildingId: house9.buildingId,
  source: 'resident',
  pin: null,
  mine: null,
  raised: false,
  mergedInto: null,
  incidentId: null,
  finding: null,
  outcome: null,
  stars: null,
  photos: [],
  dispatches: [],
  disputed: false,
  steps: [stepOf(1, '居民吹了哨', '居民')],
  acts: [],
  mayReport: false,
  mayTake: false,
  reporters: null,
  callers: null,
  surveyAsked: false,
  meetings: [],
  ...more,
})

/** As the reporter sees it once it is said to be done. */
export const resolvedOf701 = (more: Partial<Whistle> = {}) =>
  whistleOf({
    state: 'resolved',
    says: '等你说一句修好了没有',
    mine: 'first',
    joined: 12,
    acts: ['followUp'],
    dispatches: [dispatchOf(1, '弘运物业公司', { state: 'done' })],
    steps: [
      stepOf(1, '你吹了哨', '你'),
      stepOf(2, '社区受理', '社区', { action: 'whistle.accepted' }),
      stepOf(8, '弘运物业公司装好了', '弘运物业公司', {
        action: 'whistle.resolved',
        words: '装了不锈钢扶手',
      }),
    ],
    ...more,
  })

export const gas = { kind: 'organisation', partyId: idOf(10, 2) } as const
/** To whom the compound's whistles can be sent; the property company usually gets them. */
export const parties: Output<'whistle.parties'> = {
  items: [
    { ...gas, name: '燃气公司', usual: false },
    { ...property, name: '弘运物业公司', usual: true },
    { ...committee, name: '盐溪桥小区业委会', usual: false },
  ],
}

export const noCounts = { toAccept: 0, nearDue: 0, overdue: 0, disputed: 0, toFollowUp: 0, open: 0, all: 0 }

/** Deadlines that no screen looks at in the answer to a step. */
export const moved = { responseDueAt: null, resolutionDueAt: null, provisional: false }
