import { dayOf } from '../../../shared/kernel/time'
import { yanxi } from '../ids'
import { resolutionIdOf } from '../meetings/meet'
import { demoId, type Stage } from '../stage'
import { dayIn, firstOf, nextMonth, type Till, yanxiMeeting } from './till'

const asker = 'yanxiMember'
const approvers = ['neighbour3', 'yanxiSupervisor'] as const

export function spend(till: Till, stage: Stage, months: string[]): void {
  const [, second, , fourth, , sixth, , eighth] = months
  const done = (
    month: string | undefined,
    day: number,
    words: string,
    fen: number,
    use: string,
    by: 'cash' | 'bank' = 'bank',
  ) => {
    if (month) till.spend(dayIn(month, day), { words, fen, use, by, asker, approvers, paidAfter: 2 })
  }
  done(second, 15, '楼道清洗和垃圾清运，一季度', 2_400_00, 'expense.clean')
  done(fourth, 8, '6栋单元门修理', 860_00, 'expense.repair')
  done(sixth, 9, '楼道清洗和垃圾清运，二季度', 2_400_00, 'expense.clean')
  done(eighth, 11, '公共照明电费', 733_20, 'expense.power')
  const ago = (days: number) => dayOf(stage.daysAgo(days))
  till
    .spend(ago(12), {
      ...{ words: '补种花台', fen: 420_00, use: 'expense.green', by: 'cash' },
      ...{ asker, approvers, paidAfter: 3, paper: 'waiting' },
    })
    .spend(ago(7), {
      ...{ words: '水管接头', fen: 38_00, use: 'expense.repair', by: 'cash' },
      ...{ asker, approvers, paidAfter: 2, paper: 'none' },
    })
    .spend(ago(3), {
      words: '修补9栋前的坝子',
      fen: 2_600_00,
      use: 'expense.repair',
      by: 'bank',
      asker,
      approvers: ['neighbour3'],
    })
    .spend(ago(2), { words: '换门禁电池', fen: 96_00, use: 'expense.repair', by: 'cash', asker, approvers })
    .spend(ago(1), {
      words: '业委会打印纸',
      fen: 45_00,
      use: 'expense.office',
      by: 'cash',
      asker: 'bookkeeper',
      approvers: [],
    })
}

/** Of late: refuse is charged by home, pledges are paid, owners ask. */
export function lately(till: Till, stage: Stage, months: string[]): void {
  const ago = (days: number) => dayOf(stage.daysAgo(days))
  // months that were out by the time somebody asks
  const out = months.filter((m) => dayIn(nextMonth(m), 5) < ago(2))
  const [before, last] = out.slice(-2)
  const now = months.at(-1)!
  till.do(ago(40), 10, 'bookkeeper', 'charge.addFee', {
    ...{ id: till.id('卫生费'), name: '卫生费', basis: 'home', fen: 10_00, homeKinds: ['dwelling'] },
    ...{ from: firstOf(now), decision: yanxiMeeting },
  })
  till.on(ago(18), 17, async (when) => {
    const resolutionId = resolutionIdOf('业委会给 8栋、9栋门前装两盏声控灯')
    for (const [label, fen] of [
      ['9栋1单元701', 60_00],
      ['9栋1单元102', 40_00],
    ] as const) {
      const more = { id: till.id(`认款 ${label}`), pledgeId: demoId(`认款 ${label}`), resolutionId, fen }
      await till.act('bookkeeper', 'fund.receive', { ...more, by: 'cash', on: dayOf(when) }, when)
    }
  })
  till.on(dayIn(now, 12), 17, async (when) => {
    const { items } = await till.stage.act(
      'communityWorker',
      'home.list',
      { communityId: yanxi, find: '9栋1单元' },
      when,
    )
    for (const { homeId, label } of items.slice(0, 4)) {
      const more = { id: till.id(`卫生费 ${label}`), of: { homeId }, fen: 10_00 }
      await till.act('bookkeeper', 'receipt.take', { ...more, by: 'wechat', on: dayOf(when) }, when)
    }
  })
  if (before)
    till.question(dayIn(nextMonth(before), 6), before, 'owner', 'income.parking', '停车费怎么比上个月少？', [
      ...([2, 'bookkeeper', '有几户还没有交，已经打过电话；交了的每一笔都在下面。'] as const),
    ])
  if (last) till.question(ago(2), last, 'owner', 'income.parking', '欠费的有几户，催了吗？')
}
