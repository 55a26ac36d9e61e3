import type { Output } from '../../shared/contract'
import { bridge, held, home701, house9, idOf, meWith, salt } from '../kernel/screens/people'

export type Meeting = Output<'meeting.get'>
export type Minutes = Output<'minutes.get'>
export type Resolution = Minutes['resolutions'][number]

// nine o'clock in China on Sunday 22 November 2026 is a quarter of an hour ago
const minute = 60_000
export const minutesAway = (n: number): string => new Date(Date.now() + n * minute).toISOString()
export const hoursAway = (n: number): string => minutesAway(n * 60)

export const { communityId } = salt
export const meetingId = idOf(30, 1)
export const key = { communityId, meetingId }
export const place = { communityId, compoundId: bridge.compoundId }
export const itemOf = (n: number): string => idOf(31, n)
export const resolutionId = idOf(32, 1)

export const director = meWith(
  [held('committeeDirector', bridge.name, { communityId, compoundId: bridge.compoundId })],
  { personId: idOf(9, 50), name: '老赵' },
)
const officeOf = (
  office: string,
  name: string | null = null,
  personId: string | null = null,
  me = false,
) => ({
  office,
  name,
  personId,
  me,
})

export const agendaItem = (n: number, title: string, more: Partial<Meeting['items'][number]> = {}) => ({
  itemId: itemOf(n),
  title,
  words: null,
  minutes: null,
  owners: false,
  resolutionId: null,
  whistles: [],
  papers: [],
  ...more,
})

export const railing = {
  whistleId: idOf(20, 1),
  title: '一单元楼梯没有扶手',
  place: '9栋 1单元',
  state: 'tabled' as const,
  tabled: true,
}
const workday = { works: true, holiday: null, provisional: false }
export const noPresence = {
  people: 0,
  homes: { present: 0, of: 42 },
  areaCentiares: { present: 0, of: 420_000 },
}

export const faceOf = (n: number, more: Partial<Output<'meeting.list'>['items'][number]> = {}) => ({
  communityId,
  meetingId: idOf(30, n),
  compoundId: bridge.compoundId,
  compound: bridge.name,
  seriesId: null,
  kind: 'building' as const,
  title: `第 ${n} 次会`,
  state: 'noticed' as const,
  startsAt: '2026-11-24T11:00:00.000Z',
  endsAt: '2026-11-24T12:00:00.000Z',
  spot: '9栋门口',
  mark: workday,
  says: '11月24日 19:00 开',
  invited: false,
  attended: false,
  ...more,
})

/** The neighbours' meeting on the railing, as somebody of the building reads it two days before. */
export const meetingOf = (more: Partial<Meeting> = {}): Meeting => ({
  ...faceOf(1),
  title: '9栋楼宇会',
  seriesDay: null,
  minutesLong: 60,
  owners: false,
  circle: [{ kind: 'building', ofId: house9.buildingId, name: '9栋' }],
  convener: officeOf('楼栋长'),
  chair: officeOf('业委会主任'),
  recorder: officeOf('社区工作者'),
  noticedAt: '2026-11-20T01:00:00.000Z',
  noticeBy: null,
  beganAt: null,
  endedAt: null,
  reason: null,
  moves: [],
  items: [
    agendaItem(1, '加装楼梯扶手', { minutes: 20, whistles: [railing] }),
    agendaItem(2, '楼道照明', { minutes: 10, words: '三楼的灯坏了两个月' }),
  ],
  presence: noPresence,
  signIn: null,
  present: null,
  minutesState: null,
  resolutions: 0,
  keeps: false,
  invited: true,
  acts: [],
  ...more,
})

export const secret = '3132333435363738393031323334353637383930313233343536373839303132'

export const host = 'https://shaodao.example'

/** While it is held, for the recorder. */
export const underWay = (more: Partial<Meeting> = {}): Meeting =>
  meetingOf({
    state: 'underWay',
    startsAt: minutesAway(-10),
    endsAt: minutesAway(50),
    beganAt: minutesAway(-8),
    keeps: true,
    signIn: { secret, now: new Date().toISOString(), host },
    present: [],
    minutesState: 'draft',
    acts: ['change', 'addItem', 'changeItem', 'dropItem', 'orderItems', 'signInFor', 'undoSignIn', 'end'],
    ...more,
  })

export const entryOf = (
  n: number,
  title: string,
  words: string,
  more: Partial<Minutes['entries'][number]> = {},
) => ({
  itemId: itemOf(n),
  place: n * 10,
  title,
  words,
  restricted: null,
  revision: 1,
  ...more,
})

export const resolutionOf = (more: Partial<Resolution> = {}): Resolution => ({
  communityId,
  resolutionId,
  meetingId,
  compoundId: bridge.compoundId,
  meeting: '9栋楼宇会',
  decidedOn: '2026-11-09',
  words: '加装一单元楼梯扶手',
  party: { kind: 'property', partyId: idOf(10, 1), name: '弘运物业公司' },
  dueOn: '2026-11-30',
  doneOn: null,
  state: 'open',
  overdue: false,
  says: '弘运物业公司，2026年11月30日 前办完',
  votes: { for: 14, against: 0, abstained: 0 },
  whistle: { whistleId: railing.whistleId, title: railing.title },
  pledge: { targetFen: 360_000, shareFen: 10_000, until: '2026-11-25', pledgedFen: 120_000, homes: 9 },
  published: true,
  revision: 1,
  ...more,
})

/** Minutes as they are while they are written. */
export const draftOf = (more: Partial<Minutes> = {}): Minutes => ({
  communityId,
  meetingId,
  compoundId: bridge.compoundId,
  compound: bridge.name,
  community: salt.name,
  kind: 'building',
  title: '9栋楼宇会',
  number: null,
  startsAt: '2026-11-09T11:00:00.000Z',
  spot: '9栋门口',
  publishedAt: null,
  state: 'draft',
  says: '纪要正在记',
  beganAt: '2026-11-09T11:05:00.000Z',
  endedAt: null,
  circle: ['9栋'],
  chair: officeOf('业委会主任'),
  recorder: officeOf('社区工作者'),
  presence: { ...noPresence, people: 16, homes: { present: 14, of: 42 } },
  entries: [],
  resolutions: [],
  amendUntil: null,
  amendments: [],
  recorderSignedAt: null,
  chairSignedAt: null,
  hash: null,
  corrections: [],
  objectUntil: null,
  objections: [],
  acts: ['write', 'strike'],
  ...more,
})

/** As they were published. */
export const publishedOf = (more: Partial<Minutes> = {}): Minutes =>
  draftOf({
    state: 'published',
    says: '11月16日 09:00 已公布，11月23日 09:00 前可以提异议',
    number: '〔2026〕第11号',
    publishedAt: '2026-11-16T01:00:00.000Z',
    endedAt: '2026-11-09T12:00:00.000Z',
    recorderSignedAt: '2026-11-15T01:00:00.000Z',
    chairSignedAt: '2026-11-15T02:00:00.000Z',
    entries: [entryOf(1, '加装楼梯扶手', '老人下楼没处抓，冬天更危险。比了两家，选便宜又有保修的一家。')],
    resolutions: [resolutionOf({ state: 'done', doneOn: '2026-11-16', says: '办完了' })],
    hash: 'a'.repeat(64),
    objectUntil: '2026-11-23T01:00:00.000Z',
    acts: ['object'],
    ...more,
  })

export const people: Output<'meeting.people'> = {
  items: [
    { personId: director.personId, name: '老赵', office: '业委会主任' },
    { personId: idOf(9, 51), name: '小林', office: '社区工作者' },
  ],
  organisations: [{ organisationId: idOf(10, 1), name: '弘运物业公司' }],
}

export const pledgesOf = (more: Partial<Output<'pledge.list'>> = {}): Output<'pledge.list'> => ({
  targetFen: 360_000,
  shareFen: 10_000,
  until: '2026-11-25',
  pledgedFen: 120_000,
  homes: 9,
  open: true,
  items: [],
  mine: [{ homeId: home701.homeId, label: home701.label }],
  mayRecord: false,
  ...more,
})
