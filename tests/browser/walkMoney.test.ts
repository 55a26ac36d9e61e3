import { yanxi, yanxiCompound } from '../../functions/demo/ids'
import { lookInto } from './lookInto'
import type { Person } from './person'
import { walkers } from './walkers'
import { pipe } from './whistleWalk'

const { enter, app } = walkers()

const at = (page: string, params: Record<string, string> = {}) =>
  `${page}?${new URLSearchParams({ communityId: yanxi, compoundId: yanxiCompound, ...params })}`

/** The last statement that the demo published is taken back with its division, so that there is a month to divide and publish today. */
async function openLastMonth() {
  const [last] = await lookInto<{ id: string; period: string; before: string }>(
    app(),
    `select id, period, to_char((period || '-01')::date - 1, 'YYYY-MM') as before from statement
     where compound_id = $1 and length(period) = 7 order by period desc limit 1`,
    [yanxiCompound],
  )
  await lookInto(
    app(),
    `set session_replication_role = replica;
     delete from statement_question where statement_id = '${last?.id}';
     delete from statement where id = '${last?.id}';
     delete from settlement where compound_id = '${yanxiCompound}' and period = '${last?.period}';
     update books set closed_through = '${last?.before}' where compound_id = '${yanxiCompound}'`,
  )
}

async function shoot(person: Person, what: string) {
  const chooser = person.page.waitForEvent('filechooser')
  await person.tap(what)
  await (await chooser).setFiles({ name: 'IMG_0511.jpg', mimeType: 'image/jpeg', buffer: await pipe(true) })
  await person.see('已传')
}

test('a month of money: taken, asked for, approved by two bodies, paid with its paper, published, asked about', async () => {
  await openLastMonth()
  const keeper = await enter('小区记账员', '盐溪桥小区')
  await keeper.tap('公共收益，收款、支出、公示')
  await keeper.see('要办的')
  await keeper.tap('收款')
  await keeper.see('等着收')
  // three taps: whose, which charge, how it is paid
  await keeper.thing('欠 1,220.00 元，收').first().tap()
  await keeper.see('收哪一笔')
  await keeper.settle()
  await keeper.page
    .getByRole('button', { name: /月，收 1[0-9]{2}\.00 元$/ })
    .first()
    .tap()
  await keeper.settle()
  await keeper.screenshot('walk-money-third-tap')
  await keeper.page.getByRole('button', { name: /^现金收/ }).tap()
  await keeper.see('收好了')
  await keeper.see(/还欠 1,0\d\d.00 元/)
  await keeper.screenshot('walk-money-taken')

  // a spending is asked for by the bookkeeper, who is told that they cannot approve it
  const lamps = '换楼道灯 12 盏'
  await keeper.openAfresh(at('money/ask'))
  await keeper.fill('买什么、做什么', lamps)
  await keeper.fill('多少元', '960')
  await keeper.tap('用在哪一项：选一项，选')
  await keeper.tap('维修')
  await keeper.tap('申请 960.00 元')
  await keeper.see('等两方的两个人批准')

  // two people of two bodies, each from their own home page
  const member = await enter('业委会委员', '盐溪桥小区')
  await member.tap('等你批准的支出')
  await member.tap(lamps)
  await member.tap('批准')
  await member.see('你批准了，还要另一方的一个人批')
  await member.see('业委会批准（你批的）')
  await member.screenshot('walk-money-approved-once')
  const overseer = await enter('监察人', '盐溪桥小区', 'wide')
  await overseer.tap('等你批准的支出')
  await overseer.tap(lamps)
  await overseer.tap('批准')
  await overseer.see('批准了，可以付款了')
  await overseer.screenshot('walk-money-approved-twice-wide')

  // paid, with the paper photographed; what is private on it is covered by hand, and owners see that
  await keeper.openAfresh(at('money/spendings', { tab: 'toPay' }))
  await keeper.tap(lamps)
  await keeper.tap('付款')
  await keeper.tap('现金')
  await shoot(keeper, '拍凭证')
  await keeper.screenshot('walk-money-paying')
  await keeper.tap('付 960.00 元')
  await keeper.see('付了，凭证有了，入账了')
  const [paid] = await lookInto<{ id: string }>(
    app(),
    `select entry_id as id from spending where compound_id = $1 and words = $2`,
    [yanxiCompound, lamps],
  )
  const entryId = paid?.id ?? ''
  const owner = await enter('居民 · 业主', '盐溪桥小区 9栋1单元701')
  await owner.openAfresh(at('money/entry', { entryId }))
  await owner.see('凭证待遮挡')
  await owner.screenshot('walk-money-voucher-waits')
  await keeper.openAfresh(at('money/cover', { entryId }))
  const board = keeper.page.locator('.y-cover-picture')
  await board.waitFor()
  await keeper.settle()
  const box = (await board.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await keeper.page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2)
  await keeper.page.mouse.down()
  await keeper.page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5)
  await keeper.page.mouse.up()
  await keeper.see('遮住这 1 块，给业主看')
  await keeper.screenshot('walk-money-covering')
  await keeper.tap('遮住这 1 块，给业主看')
  await keeper.see('遮好了，业主现在看得到这一张')

  // where nobody but the owners has a part nothing is divided, and the month is published for good
  await keeper.openAfresh(at('money/desk'))
  await keeper.tap('的收支等公布')
  await keeper.see('可以公布了')
  await keeper.page.getByRole('button', { name: /^公布2\d{3}年\d+月收支$/ }).tap()
  await keeper.tap('公布，封账')
  await keeper.see('公布以后不再改')
  await keeper.screenshot('walk-money-published')

  // an owner follows a piece of this month down to its paper
  await owner.openAfresh('home/index')
  await owner.tap('本月公共收益，看每一笔')
  await owner.see('到哪去')
  await owner.screenshot('walk-money-month')
  await owner.tap('维修，支')
  await owner.tap(lamps)
  await owner.see('遮好的，业主都看得到')
  await owner.settle()
  await owner.screenshot('walk-money-voucher')

  // and asks about a line of what was published
  await owner.openAfresh(at('money/statements'))
  await owner.page.locator('.y-item-open').first().tap()
  await owner.see('公布以后不再改')
  await owner.settle()
  await owner.page
    .getByRole('link', { name: /^问“.*”这一行$/ })
    .first()
    .tap()
  await owner.tap('填上：这笔钱花在哪里了？')
  await owner.tap('问')
  await owner.see('天内答复，答了会告诉你')
  await keeper.openAfresh(at('money/questions'))
  await keeper.see('这笔钱花在哪里了？')
  await keeper.page.getByRole('button', { name: '答复', exact: true }).last().tap()
  await keeper.fill('怎么答复', '一季度的保洁和垃圾清运，凭证在第 26 号')
  await keeper.page.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).tap()
  await keeper.see('答复了，大家都看得到')
  await owner.openAfresh('inbox/index')
  await owner.settle()
  await owner.screenshot('walk-money-messages')

  // another community sees nothing
  const [statement] = await lookInto<{ id: string }>(
    app(),
    'select id from statement where compound_id = $1 order by period desc limit 1',
    [yanxiCompound],
  )
  const stranger = await enter('在职党员', '弘运小区 3栋2单元402')
  await stranger.openAfresh(at('money/month'))
  await stranger.see('你现在没有看公共收益的身份')
  await stranger.openAfresh(at('money/statement', { statementId: statement?.id ?? '' }))
  await stranger.see('你现在没有看收支公示的身份')
})
