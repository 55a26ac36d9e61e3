import type { Output } from '../../shared/contract'
import { boardTabs } from '../../shared/whistle/states'
import { bridge, held, house9, idOf, meWith, salt } from '../kernel/screens/people'

export type OnBoard = Output<'whistle.board'>['items'][number]
export type OnDesk = Output<'whistle.desk'>['items'][number]

export const gridWorker = meWith([
  held('gridWorker', '第一网格', { communityId: salt.communityId, gridId: idOf(12, 1) }),
])

const minute = 60_000
/** An instant so many minutes from now; before it, with a minus. */
export const inMinutes = (n: number): string => new Date(Date.now() + n * minute).toISOString()

/** One line of a community's board. */
export const onBoard = (n: number, more: Partial<OnBoard> = {}): OnBoard => ({
  communityId: salt.communityId,
  whistleId: idOf(20, n),
  title: `第 ${n} 件`,
  place: '9栋1单元',
  category: 'facility',
  urgency: 'ordinary',
  state: 'submitted',
  says: '社区 17:00 前回复',
  submittedAt: inMinutes(-60),
  joined: 0,
  responseDueAt: inMinutes(4 * 1440),
  resolutionDueAt: inMinutes(9 * 1440),
  provisional: false,
  source: 'resident',
  raised: false,
  disputed: false,
  lead: null,
  ...more,
})

/** A page of the board, with as many on every tab. */
export const boardOf = (...items: OnBoard[]): Output<'whistle.board'> => ({
  items,
  next: null,
  counts: Object.fromEntries(
    boardTabs.map((tab) => [tab, items.length]),
  ) as Output<'whistle.board'>['counts'],
})

/** The same as one whistle, in this compound. */
export const whistleOf = (w: OnBoard, compoundId = bridge.compoundId): Output<'whistle.get'> => ({
  ...w,
  words: w.title,
  compoundId,
  buildingId: house9.buildingId,
  pin: null,
  mine: null,
  mergedInto: null,
  incidentId: null,
  finding: null,
  outcome: null,
  stars: null,
  photos: [],
  dispatches: [],
  steps: [],
  acts: [],
  mayReport: false,
  mayTake: false,
  reporters: null,
  callers: null,
  surveyAsked: false,
  meetings: [],
})

export const property = {
  kind: 'organisation' as const,
  partyId: idOf(10, 1),
  name: '弘运物业公司',
  usual: true,
}
export const gasCompany = {
  kind: 'organisation' as const,
  partyId: idOf(10, 2),
  name: '燃气公司',
  usual: false,
}

/** One line of a party's desk. */
export const onDesk = (n: number, more: Partial<OnDesk> = {}): OnDesk => ({
  communityId: salt.communityId,
  whistleId: idOf(20, n),
  title: `第 ${n} 件`,
  place: '9栋1单元',
  category: 'facility',
  urgency: 'ordinary',
  state: 'dispatched',
  says: '物业 17:00 前到现场',
  submittedAt: inMinutes(-60),
  joined: 0,
  responseDueAt: inMinutes(90),
  resolutionDueAt: inMinutes(9 * 1440),
  provisional: false,
  dispatchId: idOf(21, n),
  desk: '弘运物业公司',
  lead: true,
  disputed: false,
  takenBy: null,
  takenByMe: false,
  ...more,
})
