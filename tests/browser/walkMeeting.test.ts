import { randomUUID } from 'node:crypto'
import { yanxi, yanxiCompound } from '../../functions/demo/ids'
import { demoId } from '../../functions/demo/stage'
import { signInHead, signInTail } from '../../shared/meeting/signInLink'
import { ask, tokenOf } from '../kernel/ask'
import { lookInto } from './lookInto'
import { walkers } from './walkers'
import { photograph, pipe } from './whistleWalk'

const { enter, app } = walkers()

const inChina = 8 * 3_600_000
const meeting = '9栋楼宇会：一单元的扶手'
const decided = '一单元楼梯装上不锈钢扶手'

/** A stair without a railing, whistled by a neighbour and taken in by the community. */
async function whistled(): Promise<string> {
  const [owner, worker] = [await tokenOf(app().url, 'owner'), await tokenOf(app().url, 'communityWorker')]
  const [home] = await lookInto<{ building_id: string }>(
    app(),
    `select h.building_id from home_tie t join home h on (h.community_id, h.id) = (t.community_id, t.home_id)
     where t.person_id = $1 order by h.id limit 1`,
    [demoId('owner')],
  )
  const { id } = await ask(app().url, owner, 'whistle.submit', {
    communityId: yanxi,
    id: randomUUID(),
    compoundId: yanxiCompound,
    buildingId: home?.building_id ?? '',
    category: 'safety',
    urgency: 'ordinary',
    words: '一单元楼梯没有扶手，老人下楼没处抓',
    anonymous: true,
  })
  await ask(app().url, worker, 'whistle.accept', { communityId: yanxi, whistleId: id })
  return id
}

/** Those who were there have had their two days. */
const twoDaysPass = (meetingId: string) =>
  lookInto(
    app(),
    `update minutes set opened_at = opened_at - interval '49 hours', amend_until = amend_until - interval '49 hours'
     where meeting_id = $1`,
    [meetingId],
  )

const movesIntoAnotherBuilding = (personId: string) =>
  lookInto(
    app(),
    `insert into home_tie (community_id, building_id, home_id, id, kind, person_id, from_day)
     select h.community_id, h.building_id, h.id, gen_random_uuid(), 'owner', $1, current_date - 1
     from home h join building b on (b.community_id, b.id) = (h.community_id, h.building_id)
     where h.compound_id = $2 and b.name <> '9栋' order by h.sort_key limit 1`,
    [personId, yanxiCompound],
  )

test('a stair gets its railing: whistle, meeting, minutes, neighbours’ money, done', async () => {
  const whistleId = await whistled()
  const worker = await enter('社区工作者', '盐溪社区', 'wide')
  const at = (page: string, params: Record<string, string>) =>
    `${page}?${new URLSearchParams({ communityId: yanxi, ...params })}`
  await worker.openAfresh(at('meeting/terms', {}))
  await worker.fill('提前几天发通知（天）', '0')
  await worker.tap('就这样定')
  await worker.see('定好了，以后的会议按这个算')

  // the building's lead calls the neighbours together, half an hour from now
  const lead = await enter('楼栋长', '盐溪桥小区 9栋')
  await lead.tap('会议，排会、签到、记纪要')
  await lead.tap('排一次会议')
  await lead.see('谁主持')
  const soon = new Date(Date.now() + 35 * 60_000 + inChina).toISOString()
  await lead.fill('叫什么会', meeting)
  await lead.fill('哪一天', soon.slice(0, 10))
  await lead.fill('哪一天，几点', soon.slice(11, 16))
  await lead.fill('在哪里', '9栋门口')
  await lead.tap('谁主持：还没有定，选')
  await lead.tap('9栋楼栋长')
  await lead.tap('谁记录：还没有定，选')
  await lead.tap('盐溪社区干部')
  await lead.screenshot('walk-meeting-plan')
  await lead.tap('排好，去写议题')
  await lead.see('会议排好了')
  const [planned] = await lookInto<{ id: string }>(
    app(),
    `select id from meeting where community_id = $1 and title = $2 order by planned_at desc limit 1`,
    [yanxi, meeting],
  )
  const meetingId = planned?.id ?? ''

  // the community takes the whistle to it
  await worker.openAfresh(at('whistle/one', { whistleId }))
  await worker.tap('更多')
  await worker.tap('提交会议')
  await worker.tap(meeting)
  await worker.tap('填上：要不要装，谁来出钱。')
  await worker.screenshot('walk-meeting-tabling-wide')
  await worker.tap('提交上去')
  await worker.see('时限先停着，等会上商量')

  await lead.openAfresh(at('meeting/agenda', { meetingId, planned: 'now' }))
  await lead.see('等这次会商量')
  await lead.screenshot('walk-meeting-agenda')
  await lead.tap('好了，看这次会议')
  await lead.tap('发通知')
  await lead.tap('发出去')
  await lead.see('通知发出去了')
  await lead.screenshot('walk-meeting-noticed')

  // people come in: the code stands on the recorder's screen
  await worker.openAfresh(at('meeting/code', { meetingId }))
  await worker.see('请在手机上输入这 6 位数字')
  await worker.screenshot('walk-meeting-code-wide')
  const owner = await enter('居民 · 业主', '盐溪桥小区 9栋1单元701')
  await owner.see('可以签到了')
  await owner.screenshot('walk-meeting-home')
  await owner.tap('去签到')
  await owner.see('门口屏幕上的 6 位数字')
  await owner.screenshot('walk-meeting-signing')
  // what the camera of the phone opens, held before the recorder's screen
  const figures = await worker.page.locator('[aria-label^="签到码"]').last().getAttribute('aria-label')
  const code = figures?.replace(/\D/g, '') ?? ''
  const link = signInHead(app().url) + signInTail({ communityId: yanxi, meetingId, code })
  await owner.page.goto(link)
  await owner.see('你已经签到了，请坐。')
  await owner.settle()
  await owner.screenshot('walk-meeting-signed')

  await worker.openAfresh(at('meeting/one', { meetingId }))
  await worker.tap('开会')
  await worker.tap('现在开始')
  await worker.see('开始了，可以记纪要了')
  await worker.tap('代邻居签到')
  await worker.fill('找门牌号', '1单元602')
  await worker.tap('9栋1单元602，代签')
  await worker.see('9栋1单元602 签到了')
  await worker.screenshot('walk-meeting-signs-for-wide')
  await worker.tap(worker.page.getByRole('button', { name: '关闭' }).filter({ visible: true }).last())
  await worker.settle()
  await worker.screenshot('walk-meeting-under-way-wide')

  // what is said, and what is decided
  await worker.tap('记纪要')
  await worker.see('说了什么')
  await worker.fill('说了什么', '老人下楼没处抓，冬天更危险。比了两家，选便宜又有保修的一家。')
  await worker.tap('记一条定下来的事')
  await worker.fill('定了什么', decided)
  await worker.tap('谁来办：选一方，选')
  await worker.tap('9栋居民')
  await worker.fill('赞成', '14')
  await worker.tap('为哪一件哨：不为哪一件，选')
  await worker.tap(worker.page.getByRole('radio', { name: /一单元楼梯没有扶手/ }).last())
  await worker.tap('请邻居自愿凑钱')
  await worker.fill('一共要多少元', '3600')
  await worker.fill('一份多少元（可以不写）', '100')
  await worker.screenshot('walk-meeting-decides-wide')
  await worker.tap('记下')
  await worker.see('写的都传上去了')
  await worker.settle()
  await worker.screenshot('walk-meeting-writes-wide')

  await worker.openAfresh(at('meeting/one', { meetingId }))
  await worker.tap('散会')
  await worker.tap('散会了')
  await worker.see('接着写纪要')
  await worker.openAfresh(at('meeting/minutes', { meetingId }))
  await worker.tap('请大家核对')
  await worker.tap(worker.page.getByRole('button', { name: '请大家核对' }).filter({ visible: true }).last())
  await worker.see('已经请到会的人核对')
  await owner.openAfresh(at('meeting/minutes', { meetingId }))
  await owner.see('提修改意见')
  await owner.screenshot('walk-meeting-amends')
  await twoDaysPass(meetingId)
  for (const signer of [worker, lead]) {
    await signer.openAfresh(at('meeting/minutes', { meetingId }))
    await signer.tap('签字')
    await signer.tap('我签字')
    await signer.see('签好了')
  }
  await worker.openAfresh(at('meeting/minutes', { meetingId }))
  await worker.tap('公布')
  await worker.tap('公布，不再改')
  await worker.see('公布了')
  await worker.tap('核对有没有改过')
  await worker.see('和公布那天的一个字不差')
  await worker.settle()
  await worker.screenshot('walk-meeting-published-wide')

  // a neighbour reads what was decided, and gives a word for a share
  await owner.openAfresh(at('meeting/minutes', { meetingId }))
  await owner.see('我有不同意见')
  await owner.screenshot('walk-meeting-minutes')
  await owner.tap(`${decided}，在办，看进展`)
  await owner.tap('我家也出一份')
  await owner.screenshot('walk-meeting-pledge')
  await owner.tap('认 100.00 元')
  await owner.see('认了 100.00 元，谢谢')
  await owner.see('1 户已认 100.00 元')
  await owner.screenshot('walk-meeting-pledged')

  // a neighbour of another building reads the same, but not from which homes the money comes
  const next = await enter('刚来的人', '还没有认领住户')
  await movesIntoAnotherBuilding(demoId('newcomer'))
  await next.openAfresh(at('meeting/minutes', { meetingId }))
  await next.see(decided)
  await next.tap(`${decided}，在办，看进展`)
  await next.see('1 户已认 100.00 元')
  await next.see('哪一家认了多少，只有本楼的住户看得到。')
  expect(await next.page.getByText('1单元701').filter({ visible: true }).count()).toBe(0)
  await next.settle()
  await next.screenshot('walk-meeting-next-door')

  // the neighbours did it themselves; their lead shows it
  await lead.openAfresh(at('meeting/resolutions', {}))
  await lead.tap(decided)
  await lead.tap('办好了')
  await photograph(lead, await pipe(false))
  await lead.fill('做了什么', '扶手装好了，试过结实')
  await lead.screenshot('walk-meeting-finishes')
  await lead.tap('办好了，告诉大家')
  await lead.see('记下了：办好了')
  await lead.settle()
  await lead.screenshot('walk-meeting-done')

  await worker.openAfresh(at('whistle/one', { whistleId }))
  await worker.tap('从会议退回来办')
  await worker.tap('接着办')
  await worker.see('退回来接着办')
  await owner.openAfresh(at('whistle/one', { whistleId }))
  await owner.see('会上怎么商量的')
  await owner.see(`定了：${decided}`)
  await owner.screenshot('walk-meeting-whistle-back')
  await owner.openAfresh('inbox/index')
  await owner.see(meeting)
  await owner.settle()
  await owner.screenshot('walk-meeting-messages')

  // nobody of another community finds any of it
  const stranger = await enter('在职党员', '弘运小区 3栋2单元402')
  stranger.plan(/404/)
  await stranger.openAfresh(at('meeting/minutes', { meetingId }))
  await stranger.see('没能打开')
}, 180_000)
