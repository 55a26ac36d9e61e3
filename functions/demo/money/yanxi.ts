import { addDays, dayOf } from '../../../shared/kernel/time'
import { yanxi, yanxiCompound } from '../ids'
import type { Moment } from '../meetings/meet'
import type { Stage } from '../stage'
import { mended } from './mended'
import { lately, spend } from './spends'
import { dayIn, firstOf, nextMonth, plateOf, Till, yanxiMeeting } from './till'

const adverts: [spot: string, tenant: string, yuan: number][] = [
  ['大门灯箱', '江边广告公司', 24_000],
  ['9栋侧墙', '街口家电行', 10_000],
  ['门卫室旁', '快递柜公司', 6_000],
]

/** 盐溪桥 manages itself: 46 spaces at 5 yuan a day, advertising of 40,000 a year, all of it the owners'. */
export function yanxiMoney(stage: Stage): Moment[] {
  const till = new Till(stage, yanxi, yanxiCompound, 'bookkeeper')
  const months = till.months(270)
  const [first, second] = [months[0]!, nextMonth(months[0]!)]
  const opens = dayOf(stage.daysAgo(268))
  openBooks(till, opens, first, second)
  letSpaces(till, addDays(opens, 1), second)
  collect(till, months)
  spend(till, stage, months)
  mended(till, months)
  for (const month of months) till.close(month)
  lately(till, stage, months)
  return till.moments
}

function openBooks(till: Till, day: string, first: string, second: string): void {
  const numbers = Array.from({ length: 46 }, (_, i) => String(i + 1))
  till
    .do(day, 9, 'bookkeeper', 'account.open', {
      id: till.id('账'),
      from: firstOf(first),
      opening: [
        { key: 'cash', fen: 1_260_50 },
        { key: 'bank', fen: 18_400_00 },
      ],
      spendLimitFen: 3_000_00,
      answerDays: 10,
    })
    .do(day, 9.2, 'bookkeeper', 'space.setGround', { decision: yanxiMeeting })
    .do(day, 9.4, 'bookkeeper', 'space.add', {
      kind: 'parking',
      spaces: numbers.map((number) => ({ id: till.id(`车位 ${number}`), number })),
      tariff: { unit: 'day', fen: 500, from: firstOf(second) },
    })
    .do(day, 9.5, 'bookkeeper', 'space.setTariff', {
      spaceIds: [],
      unit: 'day',
      fen: 1000,
      from: firstOf(first),
    })
    .do(day, 9.6, 'bookkeeper', 'space.add', {
      kind: 'advert',
      spaces: adverts.map(([number]) => ({ id: till.id(`广告 ${number}`), number })),
    })
    .on(day, 10, async (when) => {
      const year = day.slice(0, 4)
      // 46 spaces at 5 yuan for 365 days, and what advertising is let for
      for (const [key, fen] of [
        ['income.parking', 83_950_00],
        ['income.advert', 40_000_00],
        ['expense.clean', 26_000_00],
        ['expense.repair', 30_000_00],
      ] as const)
        await till.act(
          'bookkeeper',
          'account.setForecast',
          { year, accountId: await till.account(key, when), fen },
          when,
        )
    })
}

const parked = 26

function letSpaces(till: Till, day: string, second: string): void {
  till.on(day, 10, async (when) => {
    const lists = await Promise.all(
      ['9栋1单元', '8栋1单元'].map((find) =>
        till.stage.act('communityWorker', 'home.list', { communityId: yanxi, find }, when),
      ),
    )
    // the owner of the first page has a space as well
    const homes = lists
      .flatMap((list) => list.items)
      .sort((a, b) => Number(b.label === '9栋1单元701') - Number(a.label === '9栋1单元701'))
    for (const [n, { homeId }] of homes.slice(0, parked).entries())
      await till.act(
        'bookkeeper',
        'lease.add',
        {
          ...{ id: till.lease(n), spaceId: till.id(`车位 ${n + 1}`), homeId },
          ...{ plate: plateOf(n), from: firstOf(second) },
        },
        when,
      )
    for (const [number, tenant, yuan] of adverts)
      await till.act(
        'bookkeeper',
        'lease.add',
        {
          ...{ id: till.id(`广告 ${tenant}`), spaceId: till.id(`广告 ${number}`), tenant },
          ...{ from: firstOf(second), agreed: { unit: 'year', fen: yuan * 100 } },
        },
        when,
      )
  })
}

/** Most pay a year or half of one ahead, some are late, two have paid nothing. */
function collect(till: Till, months: string[]): void {
  const paid = (month: string, n: number, fen: number, ahead: boolean) =>
    till.do(dayIn(month, 10 + (n % 9)), 16 + n / 30, 'bookkeeper', 'receipt.take', {
      ...{ id: till.id(`收款 ${n} ${month}`), of: { leaseId: till.lease(n) }, fen },
      ...{
        by: n % 3 === 0 ? 'cash' : n % 3 === 1 ? 'wechat' : 'bank',
        on: dayIn(month, 10 + (n % 9)),
        prepay: ahead,
      },
    })
  for (let n = 0; n < parked; n++) {
    if (n % 12 === 11) continue
    if (n % 5 === 4) paid(months[1]!, n, 100_00, true)
    else if (n % 2 === 0) paid(months[1]!, n, 1_800_00, true)
    else {
      paid(months[1]!, n, 900_00, true)
      if (months[6]) paid(months[6], n, n % 7 === 0 ? 150_00 : 600_00, true)
    }
  }
  for (const [, tenant, yuan] of adverts)
    for (const [at, month] of [months[1], months[6]].entries()) {
      if (!month) continue
      const on = dayIn(month, 12)
      till.do(on, 11 + at / 10, 'bookkeeper', 'receipt.take', {
        ...{ id: till.id(`收款 ${tenant} ${month}`), of: { leaseId: till.id(`广告 ${tenant}`) } },
        ...{ fen: yuan * 50, by: 'bank', on, prepay: true },
      })
    }
  const visitors = months[2] && dayIn(months[2], 14)
  if (visitors)
    till.do(visitors, 18, 'bookkeeper', 'receipt.visitor', {
      ...{ id: till.id('临时停车'), plate: plateOf(900), days: 3, by: 'cash', on: visitors },
    })
}
