import type { CircleKind, MeetingKind } from './states'

/** A series that is ready to be taken up: whom it brings together, in what rhythm. */
export interface Preset {
  key: string
  kind: MeetingKind
  title: string
  rule: string
  /** 14:00, in China. */
  at: string
  minutes: number
  /** Bodies of the compound that are invited; of the property company whichever is engaged there. */
  circle: readonly Extract<CircleKind, 'community' | 'committee' | 'branch' | 'organisation'>[]
}

// SH 明日星城: 每周一下午“三驾马车”工作例会, 每周二晚上党的工作小组例会, 每月10日下午党总支扩大会议
export const presets: readonly Preset[] = [
  {
    key: 'monday',
    kind: 'threeParty',
    title: '三方工作例会',
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    at: '14:00',
    minutes: 90,
    circle: ['community', 'committee', 'organisation'],
  },
  {
    key: 'tuesday',
    kind: 'workingGroup',
    title: '党的工作小组例会',
    rule: 'FREQ=WEEKLY;BYDAY=TU',
    at: '19:00',
    minutes: 60,
    circle: ['branch', 'committee'],
  },
  {
    key: 'tenth',
    kind: 'enlargedBranch',
    title: '党支部扩大会议',
    rule: 'FREQ=MONTHLY;BYMONTHDAY=10',
    at: '14:30',
    minutes: 120,
    circle: ['branch', 'community', 'committee', 'organisation'],
  },
]
