import { demoPhone } from '../../functions/demo/cast'
import { headings, xlsx } from '../roll/sheets'
import { lookInto } from './lookInto'
import type { Person } from './person'
import { walkers } from './walkers'

const { enter, app } = walkers()

let worker: Person

beforeAll(async () => {
  worker = await enter('社区工作者', '盐溪社区', 'wide')
})

const line = (number: string, area: string | number) => [
  '10栋',
  '1单元',
  number,
  '住宅',
  area,
  '',
  '',
  '',
  '',
  '',
]
const newHomes = ['101', '102', '201', '202'].map((number) => line(number, 71.8))

const countHomes = async () => {
  const sql = `select count(*)::int as homes from home h join building b on (b.community_id, b.id) = (h.community_id, h.building_id)
    where b.name = '10栋'`
  return (await lookInto<{ homes: number }>(app(), sql))[0]?.homes
}

async function upload(name: string, rows: Parameters<typeof xlsx>[0]) {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await worker.page
    .getByLabel(/选择表格文件|换一个文件/)
    .filter({ visible: true })
    .setInputFiles({ name, mimeType, buffer: await xlsx([headings, ...rows]) })
  await worker.see(name)
  await worker.tap('上传并核对')
}

test('a roll with a bad line is not taken in, and the line is named', async () => {
  await worker.tap('名册')
  await worker.tap('盐溪桥小区')
  await upload('盐溪桥-初稿.xlsx', [newHomes[0]!, line('102', '很大'), ...newHomes.slice(2)])
  await worker.see('有 1 行要改')
  await worker.see('一行也没有导入')
  await worker.see(/第 3 行 · 面积/)
  await worker.screenshot('walk-roll-refused-wide')
  expect(await countHomes()).toBe(0)
})

test('the mended roll is counted, taken in and listed', async () => {
  await worker.tap('改好了，重新选文件')
  await upload('盐溪桥.xlsx', newHomes)
  await worker.see('核对好了，没有错')
  await worker.see('会新登记住户')
  await worker.see('4 户')
  expect(await countHomes()).toBe(0)
  await worker.screenshot('walk-roll-checked-wide')
  await worker.tap('导入')
  await worker.see('已经导入')
  expect(await countHomes()).toBe(4)
  await worker.tap('看这个小区的住户')
  await worker.fill('找一户', '10栋')
  await worker.see('10栋1单元202')
  await worker.screenshot('walk-roll-homes-wide')
})

test('the same file again changes nothing', async () => {
  await worker.tap('名册')
  await worker.tap('盐溪桥小区')
  await upload('盐溪桥.xlsx', newHomes)
  await worker.see('这份表和现在登记的完全一样，没有要改的。')
  await worker.see('再导入一份')
  await worker.screenshot('walk-roll-same-wide')
  expect(await countHomes()).toBe(4)
})

test('a role granted by phone number is there at once', async () => {
  const tenant = await enter('居民 · 租户', '盐溪桥小区 9栋1单元201', 'phone')
  await tenant.see('你是租户')
  await worker.tap('人员')
  await worker.tap('授予身份')
  await worker.tap('单元长')
  await worker.tap('授予“单元长”')
  await worker.see('请填写对方的手机号')
  await worker.fill('找单元', '9栋1单元')
  await worker.tap('9栋1单元')
  await worker.fill('对方的手机号', demoPhone('tenant'))
  await worker.screenshot('walk-grant-wide')
  await worker.tap('授予“单元长”')
  await worker.see('已经授予“单元长”')
  await worker.tap('回到名单')
  await worker.see('9栋1单元201租户')

  await tenant.tab('我的')
  await tenant.see('单元长 · ')
  await tenant.tab('首页')
  await tenant.tap('等你核实')
  await tenant.see('9栋1单元501')
})

test('the community worker looks at people and houses', async () => {
  await worker.fill('查找', '网格员')
  await worker.tap('盐溪第一网格员')
  await worker.see('“网格员”可以')
  await worker.tap('小区')
  await worker.tap('盐溪桥小区')
  await worker.see('以前的小区')
  await worker.screenshot('walk-places-wide')
  await worker.tap('记录')
  await worker.see(/导入/)
})

test('the officer sees the subdistrict from above, and goes down into a community', async () => {
  const officer = await enter('街道工作人员', '江畔街道', 'wide')
  await officer.tap('总览')
  await officer.see('江畔街道 · 2 个社区')
  await officer.tap('弘运社区')
  await officer.screenshot('walk-overview-wide')
  await officer.tap('小区和楼栋')
  await officer.see('包干制物业')
})
