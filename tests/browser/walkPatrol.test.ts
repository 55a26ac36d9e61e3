import { demoId } from '../../functions/demo/stage'
import { lookInto } from './lookInto'
import type { Person } from './person'
import { walkers } from './walkers'

const { enter, app } = walkers()

let worker: Person
let walker: Person
const plan = '楼道清理巡查'
const seen = '三楼楼道堆了旧家具'

beforeAll(async () => {
  worker = await enter('社区工作者', '盐溪社区', 'wide')
  walker = await enter('网格员', '盐溪社区 第一网格', 'phone')
})

test('the desk plans a round of a grid, with a checkpoint at each building and its codes', async () => {
  await worker.openAfresh('desk/patrols')
  await worker.tap('安排网格巡查')
  await worker.tap('哪个网格')
  await worker.tap('第一网格')
  await worker.fill('叫什么', plan)
  await worker.tap('每栋门口加一个')
  await worker.see('4 个巡查点')
  await worker.screenshot('walk-patrol-plan-wide')
  await worker.tap('安排好')
  await worker.see('安排好了')
  await worker.tap('好了，回去')
  await worker.see(plan)
  await worker.words(plan).click()
  await worker.tap('打印二维码')
  await worker.see('巡查打卡用')
  expect(await worker.page.locator('.d-code:visible').count()).toBe(4)
})

test('the grid worker walks it on the phone, whistles on what is found, and what was missed is told', async () => {
  await walker.openAfresh('patrol/today')
  await walker.tap(`去走：${plan}`)
  await walker.tap('开始巡查')
  await walker.tap('打卡')
  await walker.tap('码看不清了')
  await walker.see(/打上了/)
  await walker.tap('发现问题：环境卫生，拍照')
  await walker.fill('怎么了（有照片可以不写）', seen)
  await walker.tap('吹哨，请人来办')
  await walker.see('已吹哨')
  await walker.tap('结束')
  await walker.see(/还有 3 个点没到/)
  await walker.tap('就这样，结束')
  await walker.see('都传上去了')
  await walker.tap('看这一趟')
  await walker.see('漏了 3 个点')
  const rows = await lookInto<{ missed: number; whistled: number }>(
    app(),
    `select cardinality(r.missed) as missed, r.whistled from patrol_round r
     join patrol_version v on (v.community_id, v.id) = (r.community_id, r.version_id)
     where v.name = $1 and r.person_id = $2`,
    [plan, demoId('gridWorker')],
  )
  expect(rows).toEqual([{ missed: 3, whistled: 1 }])
})

test('the desk sees what was found, the whistle it became, and the way back', async () => {
  await worker.openAfresh('patrol/findings')
  await worker.see(seen)
  await worker.see('吹的哨')
  await worker.screenshot('walk-patrol-findings-wide')
  await worker.tap('吹的哨')
  await worker.see('巡查时发现的')
  await worker.tap('巡查时发现的')
  await worker.see(/看那一次巡查/)
})
