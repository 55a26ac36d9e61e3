import type { Output } from '../../../shared/contract'
import { sayMinutes } from '../../../shared/service/words'
import { sayCount } from '../../desk/parts/says'
import type { Column } from '../../kernel/ui'

export type Totals = Output<'checkin.totals'>
export type Community = Totals['communities'][number]
export type UnitTotals = Totals['units'][number]

export const ofCommunities: readonly Column<Community>[] = [
  { key: 'name', title: '社区', render: (c) => c.name, sort: (c) => c.name },
  { key: 'members', title: '在职党员', render: (c) => sayCount(c.members), sort: (c) => c.members },
  { key: 'noOffice', title: '无职党员', render: (c) => sayCount(c.noOffice), sort: (c) => c.noOffice },
  { key: 'waiting', title: '等受理', render: (c) => sayCount(c.waiting), sort: (c) => c.waiting },
  { key: 'minutes', title: '服务时长', render: (c) => sayMinutes(c.minutes), sort: (c) => c.minutes },
  {
    key: 'cared',
    title: '有人包的户',
    render: (c) => `${sayCount(c.homes)} 户中 ${sayCount(c.cared)} 户`,
    sort: (c) => c.cared,
  },
  {
    key: 'projects',
    title: '共建项目',
    render: (c) => `${c.projects} 个，做完 ${c.projectsDone} 个`,
    sort: (c) => c.projects,
  },
]
export const ofUnits: readonly Column<UnitTotals>[] = [
  { key: 'name', title: '单位', render: (u) => u.name, sort: (u) => u.name },
  { key: 'slips', title: '开了报到单', render: (u) => sayCount(u.slips), sort: (u) => u.slips },
  { key: 'members', title: '社区受理', render: (u) => sayCount(u.members), sort: (u) => u.members },
  { key: 'confirmed', title: '单位确认', render: (u) => sayCount(u.confirmed), sort: (u) => u.confirmed },
  { key: 'minutes', title: '服务时长', render: (u) => sayMinutes(u.minutes), sort: (u) => u.minutes },
  {
    key: 'projects',
    title: '共建项目',
    render: (u) => `${u.projects} 个，做完 ${u.projectsDone} 个`,
    sort: (u) => u.projects,
  },
]

/** The same for a spreadsheet, with plain numbers. */
export const sheetOf = (totals: Totals, view: 'communities' | 'units'): string[][] =>
  view === 'communities'
    ? [
        ['社区', '在职党员', '无职党员', '等受理', '服务分钟', '户', '有人包', '项目', '做完'],
        ...totals.communities.map((c) =>
          [
            c.name,
            c.members,
            c.noOffice,
            c.waiting,
            c.minutes,
            c.homes,
            c.cared,
            c.projects,
            c.projectsDone,
          ].map(String),
        ),
      ]
    : [
        ['单位', '报到单', '受理', '确认', '服务分钟', '项目', '做完'],
        ...totals.units.map((u) =>
          [u.name, u.slips, u.members, u.confirmed, u.minutes, u.projects, u.projectsDone].map(String),
        ),
      ]
