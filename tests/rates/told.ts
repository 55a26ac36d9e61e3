import type { Output } from '../../shared/contract'
import { definitions } from '../../shared/rates/definitions'
import { bridge, idOf, salt } from '../kernel/screens/people'

type Told = Output<'rates.get'>

const share = (numerator: number, denominator: number, unanswered = 0) => ({
  numerator,
  denominator,
  unanswered,
})
export const shares = (
  response: [number, number],
  resolved: [number, number, number],
  satisfied: [number, number],
) => ({
  response: share(...response),
  resolved: share(...resolved),
  satisfied: share(...satisfied),
})
export const told = (more: Partial<Told> = {}): Told => ({
  definitions,
  groupedBy: null,
  total: shares([71, 83], [60, 80, 9], [50, 62]),
  rows: [
    { group: bridge.compoundId, name: bridge.name, shares: shares([70, 80], [58, 77, 9], [50, 60]) },
    { group: idOf(2, 2), name: '河坎职工宿舍', shares: shares([1, 3], [2, 3, 0], [0, 0]) },
  ],
  survey: { asked: 30, answered: 18, well: 12, broken: 4, unsure: 2 },
  ...more,
})
export const nothing = (): Told =>
  told({
    total: shares([0, 0], [0, 0, 0], [0, 0]),
    rows: [],
    survey: { asked: 0, answered: 0, well: 0, broken: 0, unsure: 0 },
  })

export const counted = (n: number, met = true): Output<'rates.list'>['items'][number] => ({
  communityId: salt.communityId,
  whistleId: idOf(20, n),
  title: `第 ${n} 件`,
  place: '盐溪桥小区 9栋',
  category: 'lift',
  state: 'closed',
  submittedAt: '2026-11-20T01:00:00.000Z',
  at: '2026-11-20T09:00:00.000Z',
  met,
  says: met ? '应在 昨天 17:00 前到场，昨天 16:20 到场' : '应在 昨天 17:00 前到场，还没有到',
  party: '弘运物业公司',
})
