import { addDays, dayOf, sayWhen } from '../../shared/kernel/time'
import { walkers } from './walkers'
import { openFromBoard, openFromDesk, openFromInbox, photograph, pipe, timelineOf } from './whistleWalk'

const { enter } = walkers()

const title = '水管爆了，水流到门口路上'
const property = '弘运物业公司'
const department = '江畔街道城管中队'
const laterDay = addDays(dayOf(new Date()), 5)
const later = sayWhen(new Date(`${laterDay}T17:00:00+08:00`), new Date())

/** As the resident reads it at the end. */
const told = [
  '你吹了哨',
  '社区想问清楚 · 水是从墙里还是从地下出来的？',
  '你补充了说明 · 从地下，井盖边上',
  '社区受理',
  `社区派给${property}`,
  `${property}提出退单 · 是市政管道，不归物业管`,
  '社区同意退单',
  `社区派给${department}，1 方协办 · 先关总阀`,
  `${department}到了现场 · 已经到现场。`,
  `${department}延到 ${later} · 在等配件到货。`,
  `${department}办好了 · 换了两米水管`,
  '你说：修了一半 · 路面还没有铺',
  `${department}到了现场`,
  `${department}办好了 · 路面铺好了`,
  '你说：修好了，5 颗星',
]

test('a burst pipe goes from the whistle to a satisfied neighbour, through six screens', async () => {
  const resident = await enter('在职党员', '弘运小区 3栋2单元402')
  await resident.tap('吹哨')
  await photograph(resident, await pipe(true))
  await resident.fill('怎么了', title)
  await resident.see('漏水停水')
  await resident.tap('在哪')
  await resident.tap('单元门口')
  await resident.screenshot('walk-whistle-where')
  await resident.tap('好了')
  await resident.settle()
  await resident.screenshot('walk-whistle-new')
  await resident.tap('吹哨')
  await resident.see('吹出去了')
  await resident.see(/社区 .+ 前回复你/)
  await resident.screenshot('walk-whistle-sent')
  await resident.tap('看这件事的进展')
  await resident.see('等社区受理')
  await resident.screenshot('walk-whistle-blown')

  const worker = await enter('社区工作者', '弘运社区', 'wide')
  await openFromBoard(worker, '待受理', title)
  await worker.see('受理并派单')
  await worker.screenshot('walk-whistle-board-wide')
  await worker.tap('问清楚')
  await worker.fill('想问什么（对方会看到）', '水是从墙里还是从地下出来的？')
  await worker.screenshot('walk-whistle-asks-wide')
  await worker.tap('问出去')
  await worker.see('已经问了，等对方补充')

  await openFromInbox(resident, title)
  await resident.screenshot('walk-whistle-asked')
  await resident.tap('补充说明')
  await resident.see('社区问：水是从墙里还是从地下出来的？')
  await resident.fill('补充的话', '从地下，井盖边上')
  await resident.screenshot('walk-whistle-answers')
  await resident.tap('交上去')
  await resident.see('补充好了，社区接着办')

  await openFromBoard(worker, '待受理', title)
  await worker.see('从地下，井盖边上')
  await worker.tap('受理并派单')
  await worker.tap(property)
  await worker.screenshot('walk-whistle-sends-wide')
  await worker.tap(`受理，派给${property}`)
  await worker.see(`已经受理，派给${property}`)
  await worker.screenshot('walk-whistle-sent-out-wide')

  const company = await enter('物业经办人', property)
  await company.screenshot('walk-whistle-company-home')
  await openFromDesk(company, title)
  await company.screenshot('walk-whistle-company')
  await company.tap('不该派给我们')
  await company.fill('为什么不该派给我们', '是市政管道，不归物业管')
  await company.tap('提出退单')
  await company.see('已经提出，等社区答复')
  await company.screenshot('walk-whistle-disputes')

  await openFromBoard(worker, '退单', title)
  await worker.tap('答复退单')
  await worker.see(`${property}说：是市政管道，不归物业管`)
  await worker.tap('同意，另派一方')
  await worker.screenshot('walk-whistle-upholds-wide')
  await worker.tap('答复')
  await worker.see('同意退单，请另派一方')
  await worker.tap('派单')
  await worker.tap(department)
  await worker.tap(worker.page.getByRole('checkbox', { name: property }).filter({ visible: true }))
  await worker.fill('要交代的话（可以不写）', '先关总阀')
  await worker.screenshot('walk-whistle-sends-again-wide')
  await worker.tap(`派给${department}`)
  await worker.see(`已经派给${department}`)
  await worker.screenshot('walk-whistle-sent-again-wide')

  const squad = await enter('职能部门经办人', department)
  await openFromDesk(squad, title)
  await squad.see('先关总阀')
  // whoever comes never learns who whistled
  expect(await squad.page.locator('body').ariaSnapshot()).not.toMatch(/402|3栋2单元/)
  await squad.screenshot('walk-whistle-squad')
  await squad.tap('报到')
  await squad.tap('填上：已经到现场。')
  await squad.screenshot('walk-whistle-responds')
  await squad.tap('报到，告诉居民')
  await squad.see('已经报到')
  await squad.tap('延期')
  await squad.fill('延到哪一天', laterDay)
  await squad.fill('延到哪一天，几点', '17:00')
  await squad.tap('填上：在等配件到货。')
  await squad.screenshot('walk-whistle-extends')
  await squad.tap('延期，告诉居民')
  await squad.see('居民会看到理由')
  await squad.tap('办结')
  await photograph(squad, await pipe(false))
  await squad.fill('做了什么', '换了两米水管')
  await squad.screenshot('walk-whistle-resolves')
  await squad.tap('办结，请居民看看')
  await squad.see('已经办结，等居民评价')
  await squad.screenshot('walk-whistle-resolved')

  await openFromInbox(resident, title)
  await resident.screenshot('walk-whistle-asks-resident')
  await resident.tap('修了一半')
  await resident.fill('哪里还没好（可以不写）', '路面还没有铺')
  await resident.screenshot('walk-whistle-half')
  await resident.tap('就这样说')
  await resident.see('知道了，会让他们接着办')

  await openFromDesk(squad, title)
  await squad.see('路面还没有铺')
  await squad.screenshot('walk-whistle-reopened')
  await squad.tap('报到')
  await squad.tap('报到，告诉居民')
  await squad.see('已经报到')
  await squad.tap('办结')
  await squad.fill('做了什么', '路面铺好了')
  await squad.tap('办结，请居民看看')
  await squad.see('已经办结，等居民评价')

  await openFromInbox(resident, title)
  await resident.tap('修好了')
  await resident.tap('5 颗星，很满意')
  await resident.screenshot('walk-whistle-stars')
  await resident.tap('就这样说')
  await resident.see('谢谢你，这件事就要结束了')
  await resident.screenshot('walk-whistle-solved')
  await resident.tap('看前面的')
  expect(await timelineOf(resident)).toEqual([...told, '就要结束了'])
  await resident.words('看前面的').waitFor({ state: 'hidden' })
  await resident.openPage('inbox/index')
  await resident.see(title)
  await resident.settle()
  await resident.screenshot('walk-whistle-messages')

  await worker.tap('记录')
  await worker.tap('回访')
  await worker.see('办好了，等评价 → 已回访')
  await worker.screenshot('walk-whistle-record-wide')
}, 180_000)

/** The same for everybody else in the compound. */
const toldToNeighbours = [
  '居民吹了哨',
  '社区想问清楚',
  '居民补充了说明',
  '社区受理',
  '社区派给办理单位',
  '办理单位提出退单',
  '社区同意退单',
  '社区派给办理单位',
  '办理单位到了现场',
  `办理单位延到 ${later}`,
  '办理单位办好了',
  '居民说：修了一半',
  '办理单位到了现场',
  '办理单位办好了',
  '居民说：修好了',
]

test('neighbours read what was done, and neither a word of it nor whose it was', async () => {
  const neighbour = await enter('单元长', '弘运小区 1栋1单元')
  await neighbour.tab('公开')
  await neighbour.tap('弘运小区的哨')
  await neighbour.tap('办完')
  await neighbour.see('3栋 漏水停水')
  await neighbour.tap('看经过，15 步')
  expect(await timelineOf(neighbour)).toEqual(toldToNeighbours)
  const shown = await neighbour.page.locator('body').ariaSnapshot()
  expect(shown).not.toMatch(/水管|井盖|总阀|路面|门口|402|业主|干部|经办人/)
  await neighbour.words('收起').scrollIntoViewIfNeeded()
  await neighbour.screenshot('walk-whistle-public')
}, 60_000)
