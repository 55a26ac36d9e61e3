import { randomUUID } from 'node:crypto'
import { yanxi, yanxiCompound } from '../../functions/demo/ids'
import { demoId } from '../../functions/demo/stage'
import type { TestApp } from '../kernel/app'
import { ask, tokenOf } from '../kernel/ask'
import type { PageToSee } from './everyPage'
import { lookInto } from './lookInto'

const minute = 60_000
const inYanxi = { communityId: yanxi, compoundId: yanxiCompound }

/** Two meetings of the building at whose stair there is no railing: one in three days, one that is being held. */
async function callMeetings(app: TestApp) {
  const worker = await tokenOf(app.url, 'communityWorker')
  const [home] = await lookInto<{ building_id: string }>(
    app,
    `select h.building_id from home_tie t join home h on (h.community_id, h.id) = (t.community_id, t.home_id)
     where t.person_id = $1 order by h.id limit 1`,
    [demoId('owner')],
  )
  const plan = async (title: string, fromNow: number) => {
    const meetingId = randomUUID()
    await ask(app.url, worker, 'meeting.plan', {
      ...inYanxi,
      id: meetingId,
      kind: 'building',
      title,
      startsAt: new Date(Date.now() + fromNow * minute).toISOString(),
      minutes: 60,
      spot: '9栋一单元门口的空地，下雨改到小区活动室',
      circle: [
        { kind: 'building', ofId: home?.building_id ?? '' },
        { kind: 'committee', ofId: yanxiCompound },
      ],
      chairId: demoId('buildingLead'),
      recorderId: demoId('communityWorker'),
    })
    const key = { communityId: yanxi, meetingId }
    const itemIds: string[] = []
    for (const [name, words] of [
      ['加装一单元楼梯扶手和费用分摊', '比了两家，一家 3,600 元包三年保修，一家 2,980 元不保修。'],
      ['楼道照明', undefined],
    ] as const) {
      const id = randomUUID()
      itemIds.push(id)
      await ask(app.url, worker, 'meeting.addItem', {
        ...key,
        id,
        title: name,
        minutes: 20,
        ...(words && { words }),
      })
    }
    return { key, itemIds }
  }
  const coming = await plan('9栋楼宇会：扶手加装和费用', 4 * 1440)
  const during = await plan('9栋楼宇会', 20)
  await ask(app.url, worker, 'meeting.begin', during.key)
  await ask(app.url, worker, 'minutes.write', {
    ...during.key,
    itemId: during.itemIds[0] ?? '',
    revision: 0,
    place: 10,
    title: '加装一单元楼梯扶手和费用分摊',
    words: '老人下楼没处抓，冬天更危险。'.repeat(12),
    restricted: '502 的老人怕挡住门，已经当面说好。',
  })
  const resolutionId = randomUUID()
  await ask(app.url, worker, 'resolution.write', {
    ...during.key,
    id: resolutionId,
    revision: 0,
    words: '一单元楼梯装上不锈钢扶手',
    party: { kind: 'residents', partyId: home?.building_id ?? '' },
    dueOn: '2099-12-20',
    votes: { for: 14, against: 0, abstained: 2 },
    pledge: { targetFen: 123_456_789, shareFen: 10_000, until: '2099-12-01' },
  })
  return { coming: coming.key, during: during.key, resolution: { communityId: yanxi, resolutionId } }
}

/** Meetings before, while and after they are held, each as whoever has something to do with it. */
export async function meetingPages(app: TestApp): Promise<PageToSee[]> {
  const { coming, during, resolution } = await callMeetings(app)
  return [
    { page: 'meeting/list', as: 'owner', shows: '9栋楼宇会' },
    { page: 'meeting/list', as: 'worker', called: 'worker', params: inYanxi, shows: '排一次会议' },
    {
      page: 'meeting/list',
      as: 'owner',
      called: 'month',
      params: { ...inYanxi, view: 'month' },
      shows: '法定放假的日子',
    },
    {
      page: 'meeting/list',
      as: 'owner',
      called: 'minutes',
      params: { ...inYanxi, view: 'minutes' },
      shows: '纪要',
    },
    { page: 'meeting/one', as: 'owner', params: coming, shows: '加入手机日历' },
    { page: 'meeting/one', as: 'worker', called: 'keeps', params: coming, shows: '改期' },
    {
      page: 'meeting/one',
      as: 'worker',
      called: 'moving',
      params: coming,
      shows: '改期',
      opens: async (person) => {
        await person.tap('改期')
        await person.see('改到哪一天')
      },
    },
    { page: 'meeting/one', as: 'owner', called: 'signing', params: during, shows: '门口屏幕上的 6 位数字' },
    { page: 'meeting/one', as: 'worker', called: 'during', params: during, shows: '给大家看签到码' },
    {
      page: 'meeting/one',
      as: 'worker',
      called: 'signing-for',
      params: during,
      shows: '给大家看签到码',
      opens: async (person) => {
        await person.tap('代邻居签到')
        await person.see('找门牌号')
      },
    },
    { page: 'meeting/code', as: 'worker', params: during, shows: '请在手机上输入' },
    { page: 'meeting/write', as: 'worker', params: during, shows: '定下来的事' },
    {
      page: 'meeting/write',
      as: 'worker',
      called: 'one',
      params: during,
      shows: '定下来的事',
      opens: async (person) => {
        await person.tap('楼道照明，还没记，写')
        await person.see('说了什么')
      },
    },
    {
      page: 'meeting/write',
      as: 'worker',
      called: 'deciding',
      params: during,
      shows: '定下来的事',
      opens: async (person) => {
        await person.tap('一单元楼梯装上不锈钢扶手，改')
        await person.see('哪天前办好')
      },
    },
    { page: 'meeting/minutes', as: 'worker', params: during, shows: '说了什么' },
    { page: 'meeting/resolutions', as: 'worker', params: inYanxi, shows: '一单元楼梯装上不锈钢扶手' },
    { page: 'meeting/resolution', as: 'worker', params: resolution, shows: '办到哪了' },
    {
      page: 'meeting/resolution',
      as: 'worker',
      called: 'finishing',
      params: resolution,
      shows: '办到哪了',
      opens: async (person) => {
        await person.tap('办好了')
        await person.see('做了什么')
      },
    },
    { page: 'meeting/plan', as: 'worker', params: inYanxi, shows: '请哪些住户' },
    {
      page: 'meeting/plan',
      as: 'worker',
      called: 'circle',
      params: inYanxi,
      shows: '请哪些住户',
      opens: async (person) => {
        await person.tap('几栋楼')
        await person.tap('选业委会、支部、物业等')
        await person.see('可以多选')
      },
    },
    { page: 'meeting/agenda', as: 'worker', params: coming, shows: '加一个议题' },
    {
      page: 'meeting/agenda',
      as: 'worker',
      called: 'item',
      params: coming,
      shows: '加一个议题',
      opens: async (person) => {
        await person.tap('改“楼道照明”')
        await person.see('业主表决的事')
      },
    },
    { page: 'meeting/series', as: 'worker', params: inYanxi, shows: '照现成的设一个' },
    {
      page: 'meeting/series',
      as: 'worker',
      called: 'preset',
      params: inYanxi,
      shows: '照现成的设一个',
      opens: async (person) => {
        await person.tap('照“三方工作例会”设一个')
        await person.see('从哪天起')
      },
    },
    { page: 'meeting/terms', as: 'worker', params: { communityId: yanxi }, shows: '就这样定' },
  ]
}
