import '../kernel/camera'
import { act } from '@testing-library/react'
import { meNow } from '../../miniprogram/kernel/session'
import { carryRounds } from '../../miniprogram/patrol/kept/send'
import type { Input, Output } from '../../shared/contract'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone } from '../kernel/screens/open'
import { bridge, held, house9, idOf, meWith, salt } from '../kernel/screens/people'
import type { Answers } from '../kernel/screens/wire'

type Today = Output<'patrol.today'>
type Piece = Input<'round.send'>

export const { communityId } = salt
export const planId = idOf(20, 1)
export const versionId = idOf(21, 1)
export const walker = meWith([
  held('gridWorker', '第一网格', { communityId, gridId: idOf(22, 1) }),
  held('gridWorker', '第二网格', { communityId, gridId: idOf(22, 2) }),
])
export const codes = ['AAAAAAAAAAAAAAA1', 'AAAAAAAAAAAAAAA2', 'AAAAAAAAAAAAAAA3'] as const
export const stops = ['单元门口', '地下配电间', '楼顶水箱'].map((name, i) => ({
  checkpointId: idOf(23, i + 1),
  name,
  watchFor: i === 1 ? '门锁、积水、灭火器' : null,
  place: `${bridge.name} ${house9.name}`,
  compoundId: bridge.compoundId,
  buildingId: house9.buildingId,
  at: i === 1 ? { lat: 30, lng: 106.27 } : null,
  code: codes[i]!,
}))
export const link = (n: 0 | 1 | 2): string => `https://host/q/${codes[n]}`

const due: Today['plans'][number]['dues'][number] = {
  day: '2026-11-22',
  from: '2026-11-22',
  until: '2026-11-22',
  versionId,
  movedFrom: null,
  holiday: null,
  provisional: false,
  state: 'ahead',
}
export const planToday = (more: Partial<Today['plans'][number]> = {}): Today['plans'][number] => ({
  communityId,
  planId,
  kind: 'grid',
  gridId: idOf(22, 1),
  compoundId: null,
  organisationId: null,
  where: '第一网格',
  versions: [
    {
      versionId,
      n: 1,
      from: '2026-11-01',
      name: '第一网格日常巡查',
      rhythm: { every: 'day' },
      saysRhythm: '每天',
      walkerIds: [],
      checkpoints: stops,
    },
  ],
  dues: [due, { ...due, day: '2026-11-23', from: '2026-11-23', until: '2026-11-23' }],
  watched: [],
  rounds: [],
  ...more,
})
export const todayOf = (...plans: Today['plans']): Today => ({
  day: '2026-11-22',
  at: '2026-11-22T01:15:00.000Z',
  plans,
})
export const watched: Today['plans'][number]['watched'][number] = {
  findingId: idOf(24, 1),
  category: 'facility',
  words: '水泵有点响',
  place: `${bridge.name} ${house9.name} · 地下配电间`,
  checkpointId: stops[1]!.checkpointId,
  seenAt: '2026-11-20T01:00:00.000Z',
  looks: 1,
  thumb: null,
}

/** A far end that takes pieces as the server does: each thing once, whatever comes how often. */
export function roundServer() {
  const kinds = ['ticks', 'findings', 'looks', 'notes'] as const
  const pieces: Piece[] = []
  const arrived = new Map<string, unknown>()
  let told: Piece['finish']
  const count = (kind: string) => [...arrived.keys()].filter((key) => key.startsWith(kind)).length
  const send: Answers['round.send'] = (piece) => {
    pieces.push(piece)
    for (const kind of kinds) for (const item of piece[kind] ?? []) arrived.set(`${kind} ${item.id}`, item)
    told = piece.finish ?? told
    const left = (kind: (typeof kinds)[number]) => (told ? told[kind] - count(kind) : 0)
    return {
      roundId: piece.roundId,
      day: '2026-11-22',
      finished: told !== undefined,
      missing: told
        ? { ticks: left('ticks'), findings: left('findings'), looks: left('looks'), notes: left('notes') }
        : null,
      missedCheckpoints: 0,
      clockAhead: 0,
      saysClock: null,
      whistles: [],
    }
  }
  return {
    pieces,
    arrived,
    send,
    of: (kind: (typeof kinds)[number]) =>
      [...arrived].flatMap(([key, item]) => (key.startsWith(kind) ? [item as Record<string, unknown>] : [])),
    get finish() {
      return told
    },
  }
}

/** The app is closed as a phone does it, and opened with nothing but what the phone had stored. */
export const killAndReopen = () =>
  act(async () => {
    meNow.set(undefined)
    meNow.set(walker)
  })

export function freshWalker() {
  newPhone()
  camera.reset()
  carryRounds()
  return { rounds: roundServer(), photos: photoServer() }
}
