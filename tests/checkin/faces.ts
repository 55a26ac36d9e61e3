import { consentVersion } from '../../shared/checkin/states'
import type { Output } from '../../shared/contract'
import { held, home701, hong, idOf, meWith, owner, salt } from '../kernel/screens/people'

export type Checkin = Output<'checkin.get'>
export type Mine = Output<'checkin.mine'>
export type Task = Output<'task.get'>
export type Service = Output<'service.list'>['items'][number]
export type ServiceRecord = Output<'serviceRecord.get'>

export const { communityId } = salt
export const checkinId = idOf(50, 1)
export const key = { communityId, checkinId }
export const unitId = idOf(10, 7)
export const unit = '江畔水务公司'
/** With check digits that fit. */
export const goodNumber = '300000000180'

export const member = { ...owner, personId: idOf(9, 70) }
export const liaison = meWith([held('liaison', unit, { organisationId: unitId }, [salt, hong])], {
  personId: idOf(9, 71),
})

export const noProfile: Checkin['profile'] = { skills: [], interests: [], free: [], work: { kind: 'none' } }
const monday = '2026-11-16T01:00:00.000Z'

export const checkinOf = (more: Partial<Checkin> = {}): Checkin => ({
  ...key,
  community: salt.name,
  kind: 'inService',
  state: 'confirmed',
  unit,
  presentedAt: monday,
  acceptedAt: monday,
  confirmedAt: monday,
  endedAt: null,
  reason: null,
  receiptNumber: goodNumber,
  from: null,
  name: '党员甲',
  phone: '154****0001',
  homeId: home701.homeId,
  home: home701.label,
  profile: { ...noProfile, skills: ['electric'], free: ['restMorning'] },
  minutes: 185,
  homes: 3,
  acts: ['profile', 'transfer'],
  ...more,
})

const stepNames = ['consent', 'present', 'accept', 'confirm', 'serve'] as const
/** So many steps are done. */
export const mineOf = (done: number, more: Partial<Mine> = {}): Mine => ({
  consent: { version: consentVersion, givenAt: done > 0 ? monday : null },
  steps: stepNames.map((step, i) => ({ step, doneAt: i < done ? monday : null })),
  next: (['consent', 'present', 'wait', 'wait', 'serve', 'serve'] as const)[done] ?? 'serve',
  current: null,
  moving: null,
  before: [],
  registered: [],
  ...more,
})
export const waiting = (): Mine =>
  mineOf(2, {
    current: checkinOf({
      state: 'presented',
      acceptedAt: null,
      confirmedAt: null,
      receiptNumber: null,
      acts: ['takeBack'],
    }),
  })
export const serving = (): Mine => mineOf(5, { current: checkinOf() })

export const taskId = idOf(51, 1)
export const taskOf = (more: Partial<Task> = {}): Task => ({
  communityId,
  taskId,
  kind: 'once',
  title: '周六清楼道',
  words: '带上手套',
  about: null,
  skills: ['electric'],
  times: ['restMorning'],
  places: 5,
  taken: 3,
  by: 'first',
  startsAt: '2026-11-28T01:00:00.000Z',
  endsAt: '2026-11-28T03:00:00.000Z',
  place: '9栋门口集合',
  at: null,
  state: 'open',
  mine: null,
  takers: [],
  signedIn: 0,
  code: null,
  acts: [],
  ...more,
})
export const taken = (more: Partial<Task> = {}): Task =>
  taskOf({
    mine: { takingId: idOf(52, 1), state: 'taken', mayLeave: true },
    acts: ['leave', 'signIn'],
    ...more,
  })

export const serviceId = idOf(53, 1)
export const serviceOf = (more: Partial<Service> = {}): Service => ({
  communityId,
  serviceId,
  checkinId,
  name: '党员甲',
  taskId,
  task: '周六清楼道',
  state: 'out',
  inAt: '2026-11-20T08:30:00.000Z',
  inWay: 'code',
  outAt: '2026-11-20T11:30:00.000Z',
  outWay: 'code',
  minutes: { whole: 180, atWork: 60, twice: 0, counted: 120 },
  long: false,
  provisional: false,
  correctsId: null,
  correctedById: null,
  ...more,
})
export const yearOf = (more: Partial<Output<'service.mine'>> = {}): Output<'service.mine'> => ({
  now: null,
  minutes: 120,
  times: 1,
  waiting: 0,
  items: [],
  next: null,
  ...more,
})

export const recordOf = (more: Partial<ServiceRecord> = {}): ServiceRecord => ({
  communityId,
  community: salt.name,
  serviceRecordId: idOf(54, 1),
  checkinId,
  name: '党员甲',
  unit,
  year: '2026',
  state: 'shown',
  minutes: 185,
  tasks: 4,
  homes: 3,
  visits: 9,
  projects: 1,
  remark: 'good',
  words: '楼里有事随叫随到',
  comment: null,
  shownAt: monday,
  readAt: null,
  sentAt: null,
  hash: null,
  sendableFrom: '2026-11-30',
  acts: [],
  ...more,
})

export const linkId = idOf(55, 1)
/** A home that somebody looks after. */
export const cared = (n: number, more: Partial<Output<'care.mine'>['items'][number]> = {}) => ({
  communityId,
  linkId: idOf(55, n),
  homeId: idOf(5, n),
  home: `9栋1单元${n}`,
  since: '2026-11-01',
  emptyLinkId: null,
  lastVisit: null,
  lastOutcome: null,
  lastNeeds: [],
  visits: 0,
  ...more,
})
