import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { demoSubdistrict, hongyun, yanxi } from '../../functions/demo/story'
import { consentVersion } from '../../shared/checkin/states'
import { dayOf } from '../../shared/kernel/time'
import type { TestApp } from '../kernel/app'
import { ask, tokenOf } from '../kernel/ask'
import type { PageToSee } from './everyPage'
import { lookInto } from './lookInto'

const unitId = demoId('江畔水务公司')
const inHongyun = { communityId: hongyun }
const party = { ...inHongyun, checkinId: demoId('partyMember 报到') }
const post = { ...inHongyun, taskId: demoId(`${hongyun} 楼道守望`) }
const ahead = { ...inHongyun, taskId: demoId(`${hongyun} 便民服务`) }
const agreed = { ...inHongyun, projectId: demoId(`${hongyun} 共建`) }
const offered = { communityId: yanxi, projectId: demoId(`${yanxi} 共建`) }

/** A slip in the hand of somebody who has read what is kept of them, and one service more that waits. */
async function handOver(app: TestApp) {
  const [liaison, lead] = [await tokenOf(app.url, 'liaison'), await tokenOf(app.url, 'buildingLead')]
  const slipId = randomUUID()
  const { number } = await ask(app.url, liaison, 'slip.issue', { unitId, id: slipId, name: '9栋楼栋长' })
  await ask(app.url, lead, 'checkin.consent', { id: randomUUID(), version: consentVersion })
  const member = await tokenOf(app.url, 'partyMember')
  const receipt = await ask(app.url, member, 'slip.receipt', party)
  const [presented] = await lookInto<{ id: string }>(
    app,
    `select id from checkin where community_id = $1 and state = 'presented' limit 1`,
    [hongyun],
  )
  const [building] = await lookInto<{ id: string }>(
    app,
    `select h.building_id as id from care_link l join home h on (h.community_id, h.id) = (l.community_id, l.home_id)
     where l.community_id = $1 group by 1 order by count(*) desc limit 1`,
    [hongyun],
  )
  return {
    slip: { unitId, slipId },
    number,
    verify: { code: `R${receipt.receiptNumber}${receipt.checkCode}` },
    presented: { ...inHongyun, checkinId: presented?.id ?? '' },
    building: { ...inHongyun, buildingId: building?.id ?? '' },
  }
}

/** The pages of checking in, each as whoever has something to do with it. */
export async function checkinPages(app: TestApp): Promise<PageToSee[]> {
  const { slip, number, verify, presented, building } = await handOver(app)
  const secondWorker = { as: 'second', params: inHongyun } as const
  return [
    { page: 'home/index', as: 'member', called: 'member', shows: '看看能做什么' },
    { page: 'home/index', as: 'liaison', called: 'liaison', shows: '等单位确认的回执' },
    { page: 'checkin/mine', as: 'member', shows: '报到成功' },
    { page: 'checkin/mine', as: 'owner', called: 'consent', shows: '我看过了，同意' },
    {
      page: 'checkin/mine',
      as: 'member',
      called: 'withdrawing',
      shows: '报到成功',
      opens: async (person) => {
        await person.tap('撤回同意，结束报到')
        await person.see('撤回，结束报到')
      },
    },
    { page: 'checkin/present', as: 'lead', shows: '报到单由单位发给你' },
    {
      page: 'checkin/present',
      as: 'lead',
      called: 'looked',
      shows: '报到单由单位发给你',
      opens: async (person) => {
        await person.fill('报到单号码', number)
        await person.fill('你的姓名，和单子上写的一样', '9栋楼栋长')
        await person.tap('下一步')
        await person.see('会做什么')
      },
    },
    {
      page: 'checkin/present',
      as: 'member',
      called: 'transfer',
      params: { fromId: party.checkinId, communityId: hongyun },
      shows: '服务时长和记录跟着你走',
    },
    { page: 'checkin/profile', as: 'member', shows: '什么时候上班' },
    { page: 'checkin/tasks', as: 'member', shows: '楼道守望岗' },
    { page: 'checkin/task', as: 'member', params: ahead, shows: '我想去，报名' },
    {
      page: 'checkin/task',
      as: 'member',
      called: 'signing',
      params: post,
      shows: '签到',
      opens: async (person) => {
        await person.tap('签到')
        await person.see('社区屏幕上的 6 位数字')
      },
    },
    { page: 'checkin/record', as: 'member', shows: '算数的时长' },
    {
      page: 'checkin/record',
      as: 'member',
      called: 'year',
      params: { view: 'records' },
      shows: '请你看一看',
    },
    { page: 'checkin/homes', as: 'member', shows: '记一次走访' },
    {
      page: 'checkin/homes',
      as: 'member',
      called: 'visiting',
      shows: '记一次走访',
      opens: async (person) => {
        await person.tap('记一次走访')
        await person.tap('需要帮忙')
        await person.see('需要帮什么')
      },
    },
    { page: 'checkin/receipt', as: 'member', params: party, shows: '校验码' },
    { page: 'checkin/verify', as: 'stranger', shows: '不用登录' },
    { page: 'checkin/verify', as: 'stranger', called: 'genuine', params: verify, shows: '是真的，现在有效' },
    { page: 'checkin/desk', ...secondWorker, shows: '等受理' },
    { page: 'checkin/one', as: 'second', params: presented, shows: '受理，开回执' },
    {
      page: 'checkin/one',
      as: 'second',
      called: 'returning',
      params: presented,
      shows: '受理，开回执',
      opens: async (person) => {
        await person.tap('退回')
        await person.see('为什么退回')
      },
    },
    { page: 'checkin/register', ...secondWorker, shows: '先念给本人听' },
    { page: 'checkin/posts', ...secondWorker, shows: '楼道守望岗' },
    { page: 'checkin/task', as: 'second', called: 'worker', params: post, shows: '给大家看签到码' },
    { page: 'checkin/post-edit', ...secondWorker, shows: '谁能来' },
    { page: 'checkin/code', as: 'second', params: post, shows: '扫不了' },
    { page: 'checkin/services', ...secondWorker, shows: '等社区确认' },
    {
      page: 'checkin/services',
      ...secondWorker,
      called: 'one',
      shows: '等社区确认',
      opens: async (person) => {
        if (person.page.viewportSize()?.width === 375) await person.tap('3栋2单元402业主')
        await person.see('从签到到签退')
      },
    },
    {
      page: 'checkin/services',
      ...secondWorker,
      called: 'writing',
      shows: '等社区确认',
      opens: async (person) => {
        await person.tap('代记一次服务')
        await person.see('什么时候来的')
      },
    },
    { page: 'checkin/coverage', ...secondWorker, shows: '户有人管' },
    {
      page: 'checkin/coverage',
      as: 'second',
      called: 'proposal',
      params: { ...inHongyun, view: 'proposal' },
      shows: '就这样安排',
      opens: async (person) => {
        await person.tap('就这样安排')
        await person.see('一户一户改')
      },
    },
    {
      page: 'checkin/coverage',
      as: 'second',
      called: 'members',
      params: { ...inHongyun, view: 'members' },
      shows: '3栋2单元402业主',
    },
    { page: 'checkin/building', as: 'second', params: building, shows: '一格一户' },
    { page: 'checkin/records', ...secondWorker, shows: '算一遍这一年' },
    {
      page: 'checkin/records',
      ...secondWorker,
      called: 'one',
      shows: '算一遍这一年',
      opens: async (person) => {
        await person.tap(`${dayOf(new Date()).slice(0, 4)} 年`)
        await person.tap('等本人看')
        await person.settle()
        if (person.page.viewportSize()?.width === 375) await person.tap('3栋2单元402业主')
        await person.see('社区的评价')
      },
    },
    { page: 'checkin/projects', ...secondWorker, shows: '提一个项目' },
    {
      page: 'checkin/projects',
      as: 'second',
      called: 'wants',
      params: { ...inHongyun, view: 'wants' },
      shows: '写一条需求',
    },
    { page: 'checkin/project', as: 'second', params: agreed, shows: '双方定好的' },
    { page: 'checkin/project-edit', ...secondWorker, shows: '社区需要什么' },
    { page: 'checkin/unit', as: 'liaison', shows: '开一张报到单' },
    {
      page: 'checkin/unit',
      as: 'liaison',
      called: 'issuing',
      shows: '开一张报到单',
      opens: async (person) => {
        await person.tap('开一张报到单')
        await person.see('哪天前有效')
      },
    },
    { page: 'checkin/slip', as: 'liaison', params: slip, shows: '作废这一张' },
    {
      page: 'checkin/slips',
      as: 'liaison',
      params: { unitId, stand: 'waiting' },
      shows: '或把号码填进小程序',
    },
    { page: 'checkin/roster', as: 'liaison', params: { unitId }, shows: '表格长这样' },
    { page: 'checkin/receipts', as: 'liaison', params: { unitId }, shows: '收到了，确认' },
    { page: 'checkin/unit-records', as: 'liaison', params: { unitId }, shows: '导出表格' },
    { page: 'checkin/project', as: 'liaison', called: 'liaison', params: offered, shows: '等你们答复' },
    {
      page: 'checkin/totals',
      as: 'officer',
      params: { subdistrictId: demoSubdistrict.id },
      shows: '名党员报到',
    },
  ]
}
