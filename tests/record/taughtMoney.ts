import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { hongyun, hongyunCompound } from '../../functions/demo/ids'
import { resolutionIdOf } from '../../functions/demo/meetings/meet'
import { demoId } from '../../functions/demo/stage'
import { yanxi, yanxiCompound } from '../../functions/demo/story'
import { ourDisk } from '../../functions/kernel/storage'
import { nextMonth } from '../../shared/charge/rules'
import type { EndpointName } from '../../shared/contract'
import { addDays, dayOf } from '../../shared/kernel/time'
import type { TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'
import { jpeg } from '../media/pictures'

/** Who keeps, approves and watches the demo's money. */
export const moneyPeople = ['bookkeeper', 'yanxiMember', 'yanxiSupervisor', 'secondBookkeeper']

type NewCompound = (token: string) => Promise<{ compoundId: string; buildingId: string }>

/** What the books of 盐溪桥 need; what only a property company brings, those of 弘运. */
export function taughtMoney(
  api: () => TestApi,
  newCompound: NewCompound,
): Partial<Record<EndpointName, (token: string) => Promise<object>>> {
  const at = { communityId: yanxi, compoundId: yanxiCompound }
  const there = { communityId: hongyun, compoundId: hongyunCompound }
  const decision = { older: { on: '2024-05-18', named: '业主大会' } }
  const today = () => dayOf(api().now)
  const month = () => today().slice(0, 7)
  const id = async (sql: string, ...values: unknown[]) =>
    (await api().owner<{ id: string }>(sql, values))[0]!.id
  const account = (key: string, compoundId = yanxiCompound) =>
    id('select id from account where key = $1 and compound_id = $2', key, compoundId)
  const lights = resolutionIdOf('业委会给 8栋、9栋门前装两盏声控灯')
  let plates = 0
  const plate = () => `渝Z9${String(++plates).padStart(4, '0')}`

  async function paper(token: string, communityId = yanxi): Promise<string> {
    const photoId = randomUUID()
    const content = await jpeg()
    const { fields } = await api().get(token, 'media.upload', {
      ...{ communityId, id: photoId, bytes: content.length, contentType: 'image/jpeg' },
    })
    await ourDisk().place(fields.key!, Readable.from([content]), content.length)
    await api().get(token, 'media.finish', { communityId, photoId })
    return photoId
  }
  const lines = async () => [
    { accountId: await account('bank'), side: 'debit' as const, fen: 1 },
    { accountId: await account('wechat'), side: 'credit' as const, fen: 1 },
  ]
  const posted = async (token: string) => {
    const entryId = randomUUID()
    const more = { occurredOn: today(), memo: '转一下', lines: await lines() }
    await api().get(token, 'entry.post', { ...at, id: entryId, ...more })
    return { entryId }
  }
  const freeSpace = () =>
    id(
      `select s.id from space s where s.compound_id = $1 and s.kind = 'parking' and s.ended_on is null
       and not exists (select 1 from lease l where l.space_id = s.id) limit 1`,
      yanxiCompound,
    )
  const lease = () =>
    id(
      `select id from lease where compound_id = $1 and kind = 'parking' and to_day is null limit 1`,
      yanxiCompound,
    )
  const home = () =>
    id(
      `select h.id from home h where h.compound_id = $1 and not exists (select 1 from wait w where w.home_id = h.id) limit 1`,
      yanxiCompound,
    )
  const asked = async (by: string) => {
    const spendingId = randomUUID()
    const more = { words: '买灯泡', fen: 1, accountId: await account('expense.repair') }
    await api().get(await signIn(api(), by), 'spending.ask', { ...at, id: spendingId, ...more })
    return { spendingId }
  }
  const approved = async () => {
    const one = await asked('bookkeeper')
    for (const who of ['yanxiMember', 'yanxiSupervisor'])
      await api().get(await signIn(api(), who), 'spending.approve', { ...at, ...one })
    return one
  }
  const settled = async () => {
    const token = await signIn(api(), 'secondBookkeeper')
    await api().get(token, 'split.settle', { ...there, month: month(), id: randomUUID() })
  }
  const advanceId = demoId(`${hongyunCompound} 垫资`)
  const outThere = async (token: string) => ({
    ...{ ...there, on: today(), by: 'bank', photoIds: [await paper(token, hongyun)] },
  })

  /** Books of this month, kept by the demo's bookkeeper, in which what was there before can still be told. */
  const justOpened = async () => {
    const worker = await signIn(api(), 'communityWorker')
    const { compoundId, buildingId } = await newCompound(worker)
    const books = { communityId: yanxi, compoundId }
    await api().get(worker, 'account.open', {
      ...{ ...books, id: randomUUID(), from: `${month()}-01`, opening: [] },
      ...{ spendLimitFen: 0, answerDays: 7 },
    })
    await api().get(worker, 'role.grant', {
      ...{ communityId: yanxi, id: randomUUID(), role: 'bookkeeper', scopeId: compoundId },
      ...{ personId: demoId('bookkeeper'), from: today(), to: null },
    })
    return { books, buildingId, worker }
  }

  return {
    'account.mendOpening': async () => ({
      ...(await justOpened()).books,
      opening: [{ key: 'cash', fen: 100 }],
    }),
    'receipt.carry': async () => {
      const { books, buildingId, worker } = await justOpened()
      const homeId = randomUUID()
      await api().get(worker, 'place.addHome', {
        ...{ communityId: yanxi, buildingId, id: homeId, entranceId: null },
        ...{ number: '101', kind: 'dwelling', areaCentiares: 8000 },
      })
      return { ...books, of: { homeId } }
    },
    'advance.carry': async () => {
      const { books, worker } = await justOpened()
      const organisationId = demoId('弘运物业公司')
      await api().get(worker, 'organisation.engage', {
        ...{ ...books, id: randomUUID(), organisationId, from: today(), to: null },
      })
      return { ...books, organisationId, fen: 100, repaidFen: 1, from: month(), decision }
    },
    'account.open': async (token) => ({
      compoundId: (await newCompound(token)).compoundId,
      from: `${month()}-01`,
    }),
    'entry.post': async () => ({ lines: await lines(), occurredOn: today() }),
    'entry.reverse': posted,
    'entry.mask': async (token) => {
      const [waiting] = await api().owner<{ entryId: string; photoId: string }>(
        `select entry_id as "entryId", photo_id as "photoId" from entry_voucher where compound_id = $1 and masked_photo_id is null`,
        [yanxiCompound],
      )
      return { ...waiting, maskedPhotoId: await paper(token) }
    },
    'space.setGround': async () => ({ decision }),
    'space.setTariff': async () => ({ spaceIds: [await freeSpace()], from: addDays(today(), 1) }),
    'space.end': async () => ({ spaceId: await freeSpace() }),
    // whoever is first in line
    'lease.add': async () => ({
      ...{ spaceId: await freeSpace(), plate: plate(), from: today() },
      homeId: (
        await api().owner<{ id: string }>(
          'select home_id as id from wait where compound_id = $1 and ended_at is null order by at limit 1',
          [yanxiCompound],
        )
      )[0]!.id,
    }),
    'lease.end': async () => ({ leaseId: await lease(), to: today() }),
    'lease.changePlate': async () => ({ leaseId: await lease(), plate: plate() }),
    'lease.wait': async () => ({ homeId: await home(), plate: plate() }),
    'lease.unwait': async (token) => {
      const waitId = randomUUID()
      await api().get(token, 'lease.wait', { ...at, id: waitId, homeId: await home(), plate: plate() })
      return { waitId, reason: '搬走了' }
    },
    'charge.addFee': async () => ({ decision, from: `${nextMonth(month())}-01`, homeKinds: ['other'] }),
    'charge.endFee': async () => ({
      feeId: await id('select id from fee where compound_id = $1 and to_day is null', yanxiCompound),
      to: nextMonth(month()),
    }),
    'charge.lower': async () => ({
      chargeId: await id(
        'select id from charge where compound_id = $1 and paid_fen + lowered_fen < fen limit 1',
        yanxiCompound,
      ),
    }),
    'receipt.take': async () => ({ of: { leaseId: await lease() }, prepay: true, on: today() }),
    'receipt.visitor': async () => ({ on: today() }),
    'receipt.deposit': async () => ({ leaseId: await lease(), on: today() }),
    'receipt.refund': async (token) => {
      const leaseId = await lease()
      await api().get(token, 'receipt.deposit', {
        ...at,
        id: randomUUID(),
        leaseId,
        fen: 1,
        by: 'bank',
        on: today(),
      })
      return { of: { leaseId }, held: 'deposit', by: 'bank', on: today(), photoIds: [await paper(token)] }
    },
    'fund.receive': async () => ({ resolutionId: lights, pledgeId: demoId('认款 8栋2单元301'), on: today() }),
    'fund.giveBack': async (token) => ({ resolutionId: lights, photoIds: [await paper(token)], on: today() }),
    'split.set': async () => ({
      ...{ accountId: await account('income.venue'), ownersBp: 10_000, managerBp: 0, decision },
      from: nextMonth(month()),
    }),
    'split.settle': async () => ({ month: month() }),
    'split.pay': async (token) => {
      await settled()
      return outThere(token)
    },
    'advance.add': async (token) => ({
      ...{ ...there, on: today(), photoIds: [await paper(token, hongyun)], from: month(), decision },
      organisationId: demoId('弘运物业公司'),
      accountId: await account('expense.repair', hongyunCompound),
    }),
    'advance.repay': async (token) => {
      await settled()
      return { ...(await outThere(token)), advanceId, month: month() }
    },
    'advance.repayEarly': async (token) => ({ ...(await outThere(token)), advanceId, decision }),
    'spending.approve': () => asked('bookkeeper'),
    'spending.decline': () => asked('bookkeeper'),
    'spending.withdraw': () => asked('yanxiMember'),
    'spending.pay': async (token) => ({
      ...(await approved()),
      by: 'bank',
      on: today(),
      photoIds: [await paper(token)],
    }),
    'spending.addVoucher': async (token) => {
      const one = await approved()
      await api().get(token, 'spending.pay', { ...at, ...one, by: 'bank', on: today() })
      return { ...one, photoIds: [await paper(token)] }
    },
    'statement.publish': async () => {
      // books of a compound that nothing has happened in
      const worker = await signIn(api(), 'communityWorker')
      const { compoundId } = await newCompound(worker)
      const period = addDays(`${month()}-01`, -1).slice(0, 7)
      const limits = { opening: [], spendLimitFen: 1, answerDays: 1 }
      await api().get(worker, 'account.open', {
        communityId: yanxi,
        compoundId,
        id: randomUUID(),
        from: `${period}-01`,
        ...limits,
      })
      await api().get(worker, 'role.grant', {
        ...{ id: randomUUID(), personId: demoId('bookkeeper'), role: 'bookkeeper', scopeId: compoundId },
        ...{ communityId: yanxi, from: today(), to: null },
      })
      return { compoundId, period }
    },
    'statement.ask': async () => ({ accountId: undefined }),
    'statement.answer': async () => {
      const statementId = await id(`select id from statement where compound_id = $1 limit 1`, yanxiCompound)
      const questionId = randomUUID()
      const question = { ...at, statementId, id: questionId, words: '还有呢？' }
      await api().get(await signIn(api(), 'owner'), 'statement.ask', question)
      return { statementId, questionId }
    },
    'apportion.add': async () => ({ method: 'equal' }),
  }
}
