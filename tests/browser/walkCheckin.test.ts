import { yanxi } from '../../functions/demo/ids'
import { demoId } from '../../functions/demo/stage'
import { dayOf } from '../../shared/kernel/time'
import { lookInto } from './lookInto'
import type { Person } from './person'
import { walkers } from './walkers'

const { enter, open, app } = walkers()

const who = '9栋1单元701业主'
const unitId = demoId('江畔水务公司')
const post = '大门口晚间守望'
const digitsOf = async (person: Person, selector: string) =>
  ((await person.page.locator(selector).filter({ visible: true }).first().textContent()) ?? '').trim()

/** The evening passes: the service began two hours ago. */
const twoHoursPass = (title: string) =>
  lookInto(
    app(),
    `update service set in_at = in_at - interval '2 hours'
     where task_id = (select id from task where community_id = $1 and title = $2) and state = 'in'`,
    [yanxi, title],
  )

test('a member checks in at home and serves: from the unit’s slip to the year’s record', async () => {
  const at = (page: string, params: Record<string, string> = {}) =>
    `${page}?${new URLSearchParams({ communityId: yanxi, ...params })}`

  // the unit opens a slip
  const liaison = await enter('单位党组织联络员', '江畔水务公司', 'wide')
  await liaison.tap('江畔水务公司的党员报到，全部')
  await liaison.tap('开一张报到单')
  await liaison.fill('姓名', who)
  await liaison.tap('开单')
  await liaison.see(`${who}的报到单`)
  const number = (await digitsOf(liaison, '.p-number')).replaceAll(' ', '')
  await liaison.settle()
  await liaison.screenshot('walk-checkin-slip-wide')

  // the member: consent first, then the slip, whose wrong digit nobody is asked about
  const member = await enter('居民 · 业主', '盐溪桥小区 9栋1单元701')
  await member.tab('我的')
  await member.tap('党员报到，到住的社区报到，打开')
  await member.see('党员身份是敏感个人信息')
  await member.screenshot('walk-checkin-consent')
  await member.tap('我看过了，同意')
  await member.see('好了，下一步填报到单')
  await member.tap('填报到单')
  const wrong = `${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`
  await member.fill('报到单号码', wrong)
  await member.see('号码有一位不对')
  await member.screenshot('walk-checkin-wrong-digit')
  await member.fill('报到单号码', number)
  await member.fill('你的姓名，和单子上写的一样', who)
  await member.tap('下一步')
  await member.see('江畔水务公司')
  await member.tap(member.page.getByRole('checkbox', { name: '水电' }).last())
  await member.tap(member.page.getByRole('checkbox', { name: '工作日晚上' }).last())
  await member.tap('不上班')
  await member.screenshot('walk-checkin-presenting')
  await member.tap('交给盐溪社区')
  await member.see('报到单交给盐溪社区了，等社区受理')
  await member.settle()
  await member.screenshot('walk-checkin-waits')

  // the community accepts, the unit confirms
  const worker = await enter('社区工作者', '盐溪社区', 'wide')
  await worker.tap('等受理的报到单')
  await worker.tap(`${who}，江畔水务公司`)
  await worker.see('受理，开回执')
  await worker.settle()
  await worker.screenshot('walk-checkin-accepting-wide')
  await worker.tap('受理，开回执')
  await worker.see('受理了，回执送给江畔水务公司确认')
  await liaison.openAfresh(`checkin/receipts?unitId=${unitId}`)
  await liaison.tap(`确认${who}的回执`)
  await liaison.see(`确认了：${who}报到成功`)
  await liaison.screenshot('walk-checkin-confirmed-wide')

  // whoever holds the receipt finds it genuine, without a session
  await member.openAfresh('checkin/mine')
  await member.see('在盐溪社区报到成功')
  await member.tap('报到回执，号码、校验码和二维码')
  await member.see('校验码')
  await member.settle() // the page before it has numbers too
  const [receipt, code] = await member.page.locator('.p-number').filter({ visible: true }).allTextContents()
  await member.screenshot('walk-checkin-receipt')
  const stranger = await open()
  await stranger.page.goto(`${app().url}/q/R${`${receipt}${code}`.replaceAll(' ', '')}`)
  await stranger.see('是真的，现在有效')
  await stranger.screenshot('walk-checkin-verified')

  // a post is set up, the member takes it
  await worker.openAfresh(at('checkin/post-edit'))
  await worker.tap('设岗')
  await worker.fill('叫什么', post)
  await worker.fill('在哪里（可以不写）', '大门口值班室')
  await worker.tap('发出去')
  await worker.see('还没有人认领')
  await member.openAfresh('home/index')
  await member.see('看看能做什么')
  await member.screenshot('walk-checkin-home')
  await member.tap('看看能做什么')
  await member.tap(post)
  await member.tap('我来，认领')
  await member.see('认领好了，到时候见')
  await member.screenshot('walk-checkin-taken')

  // in and out by the code on the worker's screen
  await worker.tap('给大家看签到码，打开')
  await worker.see('扫不了')
  await worker.settle()
  await worker.screenshot('walk-checkin-code-wide')
  const codeNow = async () =>
    ((await worker.page.locator('[aria-label^="签到码"]').last().getAttribute('aria-label')) ?? '').replace(
      /\D/g,
      '',
    )
  await member.tap('签到')
  await member.fill('社区屏幕上的 6 位数字', await codeNow())
  await member.tap(member.page.getByRole('button', { name: '签到', exact: true }).last())
  await member.see(`正在服务：${post}`)
  await member.settle()
  await member.screenshot('walk-checkin-serving')
  await twoHoursPass(post)
  await member.tap('签退')
  await member.fill('社区屏幕上的 6 位数字', await codeNow())
  await member.tap(member.page.getByRole('button', { name: '签退', exact: true }).last())
  await member.see('签退了，等社区确认')

  // the hours are confirmed, the year is written, read, and sent
  await worker.openAfresh(at('checkin/services'))
  await worker.tap(`${who}，${post}`)
  await worker.see('从签到到签退')
  await worker.screenshot('walk-checkin-hours-wide')
  await worker.tap('确认')
  await worker.see(`确认了：${who}，2 小时`)
  await worker.openAfresh(at('checkin/records'))
  const year = dayOf(new Date()).slice(0, 4)
  await worker.tap(`${year} 年`)
  await worker.tap('算一遍这一年')
  await worker.tap(`${who}，等写评价，打开`)
  await worker.tap('写评价')
  await worker.tap('积极主动')
  await worker.tap('写好了')
  await worker.see('评价写好了')
  // before the year is over it is asked about first
  worker.plan(/service-records.*showing/, /status of 409/)
  await worker.tap('给本人看')
  // before its last day the worker is asked
  if (dayOf(new Date()) < `${year}-12-31`) await worker.tap('现在就给本人看')
  await worker.see(`给${who}看了`)
  await member.openAfresh('checkin/record?view=records')
  await member.see('社区的评价：积极主动')
  await member.screenshot('walk-checkin-year')
  await member.tap('我看过了')
  await member.fill('想说一句（可以不写）', '以后还来')
  await member.tap('告诉社区，我看过了')
  await member.see('告诉社区了：你看过了')
  await worker.tap('等本人看')
  await worker.tap(`${who}，看过了，可以送，打开`)
  await worker.see('本人的话：以后还来')
  await worker.settle()
  await worker.screenshot('walk-checkin-sending-wide')
  await worker.tap('送给单位')
  await worker.see('送给江畔水务公司了，以后不能再改')
  await liaison.openAfresh(`checkin/unit-records?unitId=${unitId}`)
  await liaison.see(who)
  await liaison.tap('导出表格（Excel）')
  await liaison.see('已存成文件')
  await liaison.screenshot('walk-checkin-records-wide')

  // who has nothing to do with it finds none of it
  const other = await enter('社区工作者', '弘运社区')
  other.plan(/404/)
  const [mine] = await lookInto<{ id: string }>(
    app(),
    'select id from checkin where community_id = $1 and person_id = $2',
    [yanxi, demoId('owner')],
  )
  await other.openAfresh(at('checkin/one', { checkinId: mine?.id ?? '' }))
  await other.notSee(who)
}, 180_000)
