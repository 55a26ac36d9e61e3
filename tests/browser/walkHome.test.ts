import { lookInto } from './lookInto'
import type { Person } from './person'
import { walkers } from './walkers'

const { enter, app } = walkers()

const claimsOf = (label: string) =>
  lookInto<{ state: string; kind: string }>(
    app(),
    `select c.state, c.kind from claim c join home h on (h.community_id, h.id) = (c.community_id, c.home_id)
     where h.number = $1 and c.person_id = (select id from person where demo_title = '刚来的人')`,
    [label],
  )

let newcomer: Person

test('a newcomer claims a home, the building lead looks at it, and the home is theirs', async () => {
  newcomer = await enter('刚来的人', '还没有认领住户')
  await newcomer.tap('认领我的家')
  for (const [asks, picks] of [
    ['你住在哪个社区', '盐溪社区'],
    ['哪个小区', '盐溪桥小区'],
    ['哪一栋', '9栋'],
    ['哪个单元', '1单元'],
  ] as const) {
    await newcomer.see(asks)
    await newcomer.tap(picks)
  }
  await newcomer.see('哪一户')
  await newcomer.fill('找门牌号', '60')
  await newcomer.tap('602')
  await newcomer.tap('交上去')
  await newcomer.see('请选一个')
  await newcomer.tap('我是业主')
  await newcomer.fill('怎么称呼你', '小林')
  await newcomer.screenshot('walk-claim')
  await newcomer.tap('交上去')
  await newcomer.see('交上去了')
  await newcomer.tap('回首页')
  await newcomer.see('等核实')
  await newcomer.screenshot('walk-waits')

  const lead = await enter('楼栋长', '盐溪桥小区 9栋')
  await lead.tap('等你核实')
  await lead.tap('小林')
  await lead.see('小林 说自己是 9栋1单元602 的业主')
  await lead.screenshot('walk-decides')
  await lead.tap('通过 小林 的申请')
  await lead.see('已通过：小林 是 9栋1单元602 的业主')

  await newcomer.tab('消息')
  await newcomer.see(/9栋1单元602/)
  await newcomer.screenshot('walk-told')
  await newcomer.tab('首页')
  await newcomer.see('我的家')
  await newcomer.see('有事找谁')
  await newcomer.see('9栋楼栋长')
  await newcomer.screenshot('walk-home')
  await newcomer.tap('9栋1单元602')
  await newcomer.see('这一户的人')
  await newcomer.see('小林（我）')
})

test('without signal a claim waits on the phone, and is sent once', async () => {
  await newcomer.tap('返回')
  await newcomer.tap('再认领一户')
  for (const picks of ['盐溪社区', '盐溪桥小区', '8栋', '2单元', '502']) await newcomer.tap(picks)
  await newcomer.tap('我是租户')
  await newcomer.fill('怎么称呼你', '小林')
  await newcomer.page.waitForLoadState('networkidle') // what the browser fetches ahead is there
  newcomer.plan(/ERR_INTERNET_DISCONNECTED/)
  await newcomer.context.setOffline(true)
  await newcomer.tap('交上去')
  await newcomer.see('先记下了')
  await newcomer.see('1 条待传')
  await newcomer.screenshot('walk-offline')
  await newcomer.tap('看看待传的内容')
  await newcomer.see('现在没有信号，连上后自动发，每条只发一次。')
  expect(await claimsOf('502')).toEqual([])

  await newcomer.context.setOffline(false)
  await newcomer.see('都发出去了')
  await newcomer.notSee('1 条待传')
  expect(await claimsOf('502')).toEqual([{ state: 'submitted', kind: 'tenant' }])
  await newcomer.page.reload()
  await newcomer.see('都发出去了')
  expect(await claimsOf('502')).toHaveLength(1)
})

test('the code at the entrance leads to the claim', async () => {
  const [code] = await lookInto<{ code: string }>(
    app(),
    `select e.code from entrance e join building b on (b.community_id, b.id) = (e.community_id, e.building_id)
     where b.name = '7栋' and e.name = '2单元' order by e.id limit 1`,
  )
  await newcomer.page.goto(`${app().url}/q/${code?.code}`)
  await newcomer.see('扫到的地方')
  await newcomer.tap('我住这里，认领我的家')
  await newcomer.see('哪一户')
  await newcomer.screenshot('walk-scanned')
  await newcomer.see('2单元')
})

test('large type is chosen in 我的, holds everywhere and after another login', async () => {
  const size = () =>
    newcomer.words('我的家').evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))
  await newcomer.openPage('me/index')
  await newcomer.see('字的大小')
  const before = await size()
  await newcomer.tap('大字')
  await expect(size()).resolves.toBeGreaterThan(before * 1.2)
  await newcomer.tap('退出登录')
  await newcomer.see('选一个身份看看')
  await newcomer.tap('以刚来的人的身份登录')
  await newcomer.see('我的家')
  expect(await size()).toBeGreaterThan(before * 1.2)
})
