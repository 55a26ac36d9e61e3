import type { Output } from '../../shared/contract'
import { bridge, idOf, salt } from '../kernel/screens/people'

type Incident = Output<'incident.get'>
type On = Incident['on'][number]

const hour = 3_600_000
export const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString()

export const on = (n: number, more: Partial<On> = {}): On => ({
  whistleId: idOf(20, n),
  title: `第 ${n} 家没水`,
  place: '盐溪桥小区 9栋',
  state: 'submitted',
  submittedAt: inHours(-2),
  joined: 0,
  ...more,
})

/** 全小区停水, as the community sees it. */
export const cut = (more: Partial<Incident> = {}): Incident => ({
  communityId: salt.communityId,
  incidentId: idOf(21, 1),
  title: '全小区停水',
  category: 'water',
  compoundId: bridge.compoundId,
  compound: bridge.name,
  buildings: [],
  buildingIds: [],
  from: inHours(-3),
  until: null,
  words: '主管爆了，水厂在抢修，请先存水。',
  openedAt: inHours(-3),
  endedAt: null,
  whistles: 2,
  answer: null,
  answers: [],
  candidates: 0,
  on: [on(1), on(2, { state: 'dispatched', joined: 3 })],
  alone: [],
  reaches: { people: 5, callers: 0 },
  ...more,
})

export const face = (more: Partial<Incident> = {}): Output<'incident.list'>['items'][number] => {
  const { buildingIds, answers, on: whistles, alone, reaches, ...rest } = cut(more)
  return rest
}
export const page = (...items: Output<'incident.list'>['items']): Output<'incident.list'> => ({
  items,
  next: null,
})
