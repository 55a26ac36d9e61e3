import { addDays, dayOf } from '../../../shared/kernel/time'
import { hongyun, hongyunCompound } from '../ids'
import { type Moment, resolutionIdOf } from '../meetings/meet'
import { demoId, type Stage } from '../stage'
import { dayIn, firstOf, nextMonth, plateOf, Till } from './till'

const meeting = { older: { on: '2024-09-21', named: '2024年9月全体业主大会' } }
const keeper = 'secondBookkeeper'
const parked = 40

/** 弘运: the property company laid out 200,000 and is paid back over four years from the owners' share of parking. */
export function hongyunMoney(stage: Stage): Moment[] {
  const till = new Till(stage, hongyun, hongyunCompound, keeper)
  const months = till.months(270)
  const second = nextMonth(months[0]!)
  const opens = dayOf(stage.daysAgo(268))
  openBooks(till, opens, months[0]!, second)
  letSpaces(till, addDays(opens, 1), second)
  collect(till, months)
  for (const [n, month] of months.entries()) till.close(month, (day) => void payCompany(till, day, month, n))
  spend(till, stage, months)
  besides(till, stage, months)
  return till.moments
}

function openBooks(till: Till, day: string, first: string, second: string): void {
  const spaces = Array.from({ length: parked }, (_, i) => ({
    id: till.id(`车位 ${i + 1}`),
    number: `A${i + 1}`,
  }))
  till
    .do(day, 9, keeper, 'account.open', {
      ...{ id: till.id('账'), from: firstOf(first), opening: [{ key: 'bank', fen: 52_300_00 }] },
      ...{ spendLimitFen: 5_000_00, answerDays: 10 },
    })
    .do(day, 9.2, keeper, 'space.setGround', { decision: meeting })
    .do(day, 9.4, keeper, 'space.add', {
      ...{ kind: 'parking', spaces },
      tariff: { unit: 'month', fen: 200_00, from: firstOf(second) },
    })
    .do(addDays(day, 1), 9, keeper, 'charge.addFee', {
      ...{ id: till.id('车棚'), name: '自行车棚', basis: 'home', fen: 5_00, homeKinds: ['other'] },
      ...{ from: firstOf(second), decision: meeting },
    })
    .on(day, 10, async (when) => {
      const parking = await till.account('income.parking', when)
      const share = { ownersBp: 7000, managerBp: 3000, from: first, decision: meeting }
      await till.act(keeper, 'split.set', { id: till.id('分成'), accountId: parking, ...share }, when)
      await till.act(
        keeper,
        'account.setForecast',
        { year: day.slice(0, 4), accountId: parking, fen: 72_000_00 },
        when,
      )
    })
    .on(addDays(day, 3), 10, async (when) => {
      const accountId = await till.account('expense.repair', when)
      const photo = await till.paper('垫资', when)
      const id = till.id('垫资')
      await till.act(
        keeper,
        'advance.add',
        {
          ...{ id, organisationId: demoId('弘运物业公司'), name: '大门、监控和路面改造', fen: 200_000_00 },
          ...{ accountId, on: addDays(day, 2), from: second, months: 48, shareBp: 8000 },
          ...{ decision: meeting, photoIds: [photo] },
        },
        when,
      )
      await till.cover(id, photo, '垫资', when)
    })
}

function letSpaces(till: Till, day: string, second: string): void {
  till.on(day, 10, async (when) => {
    const lists = await Promise.all(
      ['2栋1单元', '3栋1单元', '4栋1单元', '5栋1单元'].map((find) =>
        till.stage.act('secondWorker', 'home.list', { communityId: hongyun, find }, when),
      ),
    )
    const homes = lists.flatMap((list) => list.items).slice(0, parked)
    for (const [n, { homeId }] of homes.entries())
      await till.act(
        'property',
        'lease.add',
        {
          ...{ id: till.lease(n), spaceId: till.id(`车位 ${n + 1}`), homeId },
          ...{ plate: plateOf(200 + n), from: firstOf(second) },
        },
        when,
      )
  })
  // all are let: whoever comes now waits
  till.on(addDays(day, 20), 19, async (when) => {
    for (const [who, find] of [
      ['partyMember', '3栋2单元402'],
      ['neighbour12', '6栋4单元501'],
    ] as const) {
      const { items } = await till.stage.act(
        'secondWorker',
        'home.list',
        { communityId: hongyun, find },
        when,
      )
      const more = {
        id: till.id(`排队 ${find}`),
        homeId: items[0]!.homeId,
        plate: plateOf(300 + find.length),
      }
      await till.act(who, 'lease.wait', more, when)
    }
  })
  till.do(addDays(day, 60), 19, 'neighbour12', 'lease.unwait', { waitId: till.id('排队 6栋4单元501') })
}

/** The company's desk takes the money: a year ahead, or half of one; some are behind. */
function collect(till: Till, months: string[]): void {
  const paid = (month: string | undefined, n: number, fen: number) => {
    if (!month) return
    const on = dayIn(month, 10 + (n % 6))
    till.do(on, 9 + n / 10, 'property', 'receipt.take', {
      ...{ id: till.id(`收款 ${n} ${month}`), of: { leaseId: till.lease(n) }, fen },
      ...{ by: n % 2 === 0 ? 'bank' : 'wechat', on, prepay: true },
    })
  }
  for (let n = 0; n < parked; n++) {
    if (n % 13 === 12) paid(months[1], n, 400_00)
    else if (n % 3 === 0) paid(months[1], n, 2_400_00)
    else {
      paid(months[1], n, 1_200_00)
      paid(months[7], n, 800_00)
    }
  }
}

/** Out of the owners' share of a month that was divided, as far as it reaches; the company's own share once a quarter. */
function payCompany(till: Till, day: string, month: string, n: number): void {
  if (n === 0) return
  till.on(day, 10, async (when) => {
    const photo = await till.paper(`还款 ${month}`, when)
    const more = { advanceId: till.id('垫资'), id: till.id(`还款 ${month}`), month, on: day }
    await till.act(keeper, 'advance.repay', { ...more, by: 'bank', photoIds: [photo] }, when)
  })
  if (n % 3 !== 0) return
  till.on(day, 11, async (when) => {
    const photoIds = [await till.paper(`分成 ${month}`, when)]
    const { managerOwedFen: fen } = await till.act(keeper, 'split.list', {}, when)
    await till.act(
      keeper,
      'split.pay',
      { id: till.id(`付分成 ${month}`), fen, by: 'bank', on: day, photoIds },
      when,
    )
  })
}

function spend(till: Till, stage: Stage, months: string[]): void {
  const ago = (days: number) => dayOf(stage.daysAgo(days))
  const fourth = months[3]
  if (fourth)
    till.spend(dayIn(fourth, 16), {
      ...{ words: '地面停车线重新画', fen: 1_850_00, use: 'expense.repair', by: 'bank' },
      ...{ asker: 'property', approvers: ['committeeDirector', 'branchSecretary'], paidAfter: 3 },
    })
  till
    .spend(ago(6), {
      ...{ words: '更换楼道消防栓玻璃', fen: 640_00, use: 'expense.repair', by: 'bank' },
      ...{ asker: 'property', approvers: ['committeeMember', 'supervisor'] },
    })
    .spend(ago(1), {
      ...{ words: '修剪大门两边的树', fen: 1_200_00, use: 'expense.green', by: 'bank' },
      ...{ asker: 'committeeMember', approvers: [] },
    })
}

/** A question that waited, money for the railing that was not needed, and an elevator that the sixth floor asks about. */
function besides(till: Till, stage: Stage, months: string[]): void {
  const ago = (days: number) => dayOf(stage.daysAgo(days))
  const before = months.filter((m) => dayIn(nextMonth(m), 5) < ago(40)).at(-1)
  if (before)
    till.question(
      dayIn(nextMonth(before), 6),
      before,
      'committeeDirector',
      'expense.manager',
      '物业的三成是按什么算的？',
      [...([17, 'property', '按当月收到的停车费算，比例是业主大会定的，在分成那一页。'] as const)],
    )
  const resolutionId = resolutionIdOf('一单元楼梯加装栏杆，居民自愿凑钱')
  till.on(ago(18), 16, async (when) => {
    for (const label of ['1栋1单元101', '1栋1单元302']) {
      const more = {
        id: till.id(`认款 ${label}`),
        pledgeId: demoId(`认款 ${label}`),
        resolutionId,
        fen: 400_00,
      }
      await till.act(keeper, 'fund.receive', { ...more, by: 'bank', on: dayOf(when) }, when)
    }
  })
  // the neighbours paid the craftsman themselves
  till.on(ago(2), 16, async (when) => {
    const photoIds = [await till.paper('退认款', when)]
    const more = { resolutionId, id: till.id('退认款'), by: 'bank' as const, on: dayOf(when), photoIds }
    await till.act(keeper, 'fund.giveBack', more, when)
  })
  till.on(ago(9), 20, async (when) => {
    const { items } = await till.stage.act(
      'secondWorker',
      'home.list',
      { communityId: hongyun, find: '6栋2单元' },
      when,
    )
    const homes = items.map(({ homeId, label }) => ({ homeId, floor: Number(label.slice(-3, -2)) }))
    const more = { id: till.id('分摊 电梯'), name: '6栋2单元加装电梯', fen: 160_000_00 }
    await till.act('committeeMember', 'apportion.add', { ...more, method: 'floor', homes }, when)
  })
}
