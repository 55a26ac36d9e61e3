import { dayOf } from '../../../shared/kernel/time'
import { yanxi } from '../ids'
import { dayIn, firstOf, plateOf, type Till, yanxiMeeting } from './till'

const keeper = 'bookkeeper'

/** What a year has besides: typed twice and taken back, ended, lowered, refunded, refused. */
export function mended(till: Till, months: string[]): void {
  const [, second, third, fourth, fifth, sixth, seventh] = months as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  chart(till, second, third)
  leases(till, second, fourth, sixth)
  refusals(till, fifth)
  late(till, seventh)
  till.on(dayIn(fifth, 21), 20, async (when) => {
    const { items } = await till.stage.act(
      'communityWorker',
      'home.list',
      { communityId: yanxi, find: '7栋2单元' },
      when,
    )
    const homes = items.map(({ homeId, label }) => ({ homeId, floor: Number(label.slice(-3, -2)) }))
    const table = [0, 300, 600, 900, 1050, 1150, 1250].map((permille, i) => ({ floor: i + 1, permille }))
    const more = { id: till.id('分摊 电梯'), name: '7栋2单元加装电梯', fen: 180_000_00, table }
    await till.act('yanxiMember', 'apportion.add', { ...more, method: 'floor', homes }, when)
  })
}

function chart(till: Till, second: string, third: string): void {
  till
    .do(dayIn(second, 20), 10, 'neighbour3', 'account.setTerms', { spendLimitFen: 3_000_00, answerDays: 7 })
    .do(dayIn(second, 21), 10, keeper, 'account.add', {
      id: till.id('科目'),
      kind: 'expense',
      name: '儿童滑梯',
    })
    .do(dayIn(second, 12), 10, keeper, 'charge.addFee', {
      ...{ id: till.id('车棚'), name: '自行车棚', basis: 'home', fen: 5_00, homeKinds: ['other'] },
      ...{ from: firstOf(third), decision: yanxiMeeting },
    })
    .do(dayIn(third, 22), 10, keeper, 'charge.endFee', { feeId: till.id('车棚'), to: third })
  const post = (id: string, hour: number) =>
    till.on(dayIn(third, 16), hour, async (when) => {
      const [bank, cash] = [await till.account('bank', when), await till.account('cash', when)]
      const line = (accountId: string, side: 'debit' | 'credit') => ({ accountId, side, fen: 3_000_00 })
      const lines = [line(bank, 'debit'), line(cash, 'credit')]
      await till.act(keeper, 'entry.post', { id, occurredOn: dayOf(when), memo: '现金存银行', lines }, when)
    })
  post(till.id('存银行'), 10)
  post(till.id('存银行，又记了一次'), 10.5)
  till.do(dayIn(third, 17), 9, keeper, 'entry.reverse', {
    ...{ entryId: till.id('存银行，又记了一次'), id: till.id('冲正'), reason: '记了两次' },
  })
}

function leases(till: Till, second: string, fourth: string, sixth: string): void {
  const on = dayIn(sixth, 16)
  till
    .do(dayIn(fourth, 9), 10, keeper, 'lease.changePlate', { leaseId: till.lease(3), plate: plateOf(800) })
    .do(dayIn(fourth, 10), 10, keeper, 'space.end', { spaceId: till.id('车位 46') })
    .do(dayIn(second, 20), 16, keeper, 'receipt.deposit', {
      ...{ id: till.id('押金'), leaseId: till.lease(22), fen: 200_00, by: 'cash', on: dayIn(second, 20) },
    })
    .do(dayIn(sixth, 15), 10, keeper, 'lease.end', { leaseId: till.lease(22), id: till.id('退租'), to: on })
    .on(on, 11, async (when) => {
      const of = { leaseId: till.lease(22) }
      const { prepaidFen, depositFen } = await till.act(keeper, 'receipt.due', of, when)
      for (const [held, fen] of [
        ['prepaid', prepaidFen],
        ['deposit', depositFen],
      ] as const) {
        const photoIds = [await till.paper(`退款 ${held}`, when)]
        await till.act(
          keeper,
          'receipt.refund',
          { id: till.id(`退款 ${held}`), of, held, fen, by: 'bank', on, photoIds },
          when,
        )
      }
    })
    .on(dayIn(fourth, 22), 19, async (when) => {
      const find = '9栋1单元102'
      const { items } = await till.stage.act(
        'communityWorker',
        'home.list',
        { communityId: yanxi, find },
        when,
      )
      await till.act(
        'neighbour1',
        'lease.wait',
        { id: till.id('排队'), homeId: items[0]!.homeId, plate: plateOf(700) },
        when,
      )
    })
    .on(dayIn(fourth, 20), 15, async (when) => {
      const { items } = await till.act(keeper, 'receipt.due', { leaseId: till.lease(9) }, when)
      const more = {
        chargeId: items[0]!.chargeId,
        id: till.id('减免'),
        byFen: 50_00,
        reason: '修路，有十天没法停',
      }
      await till.act(keeper, 'charge.lower', more, when)
    })
}

function refusals(till: Till, month: string): void {
  const [first, second] = [dayIn(month, 10), dayIn(month, 12)]
  const air = {
    words: '给门卫室装空调',
    fen: 2_980_00,
    use: 'expense.other',
    by: 'bank' as const,
    approvers: [],
  }
  till
    .spend(first, { ...air, asker: 'bookkeeper' })
    .do(first, 19, 'yanxiSupervisor', 'spending.decline', {
      ...{ spendingId: till.spendingId(air.words, first), reason: '太贵，先比三家' },
    })
    .spend(second, { ...air, words: '再买一台割草机', asker: 'yanxiMember' })
    .do(second, 20, 'yanxiMember', 'spending.withdraw', {
      spendingId: till.spendingId('再买一台割草机', second),
    })
}

/** Paid first, the paper came a week later: only then it was in the books. */
function late(till: Till, month: string): void {
  const day = dayIn(month, 6)
  const words = '疏通下水管'
  till
    .spend(day, {
      ...{ words, fen: 350_00, use: 'expense.repair', by: 'cash', asker: 'bookkeeper' },
      ...{ approvers: ['yanxiMember', 'yanxiSupervisor'], paidAfter: 1, paper: 'none' },
    })
    .on(dayIn(month, 14), 10, async (when) => {
      const photoIds = [await till.paper(words, when)]
      await till.act(
        keeper,
        'spending.addVoucher',
        { spendingId: till.spendingId(words, day), photoIds },
        when,
      )
    })
}
