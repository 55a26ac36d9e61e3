import { screen } from '@testing-library/react'
import MyCheckin from '../../miniprogram/checkin/mine'
import { MyCheckin as HomeCard } from '../../miniprogram/home/Checkin'
import { consentVersion } from '../../shared/checkin/states'
import { asVolunteer, consentWords } from '../../shared/checkin/words'
import { newPhone, openAs } from '../kernel/screens/open'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import {
  cared,
  checkinId,
  checkinOf,
  communityId,
  key,
  type Mine,
  member,
  mineOf,
  recordOf,
  serving,
  waiting,
  yearOf,
} from './faces'

beforeEach(newPhone)

const open = (mine: Mine) =>
  openAs(member, <MyCheckin />, { at: '/checkin/mine', answers: { 'checkin.mine': mine } })

describe('consent comes first, by itself', () => {
  test('all of it stands there, and nothing is asked or offered beside it', async () => {
    const wire = await open(mineOf(0))
    for (const words of consentWords) expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText(`${asVolunteer}。`)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '填报到单' })).toBeNull()
    expect(wire.asked.filter((a) => a.name !== 'checkin.mine')).toEqual([])
  })

  test('whoever agrees has agreed to these very words, and goes on', async () => {
    const wire = await open(mineOf(0))
    wire.answer({
      'checkin.consent': ({ id }) => ({ id, givenAt: '2026-11-22T01:00:00.000Z' }),
      'checkin.mine': mineOf(1),
    })
    await tap('button', '我看过了，同意')
    expect(wire.of('checkin.consent')).toMatchObject([{ version: consentVersion }])
    await tap('button', '填报到单')
    expect(phone.stack.at(-1)).toBe('/checkin/present')
  })

  test('whoever does not agree sends nothing', async () => {
    const wire = await open(mineOf(0))
    await tap('button', '不同意，先不报到')
    expect(wire.of('checkin.consent')).toEqual([])
    expect(phone.stack).toEqual(['/home/index'])
  })
})

describe('where I am, and one next act', () => {
  test('while the community is waited for there is no act but to take it back', async () => {
    const wire = await open(waiting())
    expect(screen.getByText('报到单交给盐溪社区了，等社区受理')).toBeTruthy()
    expect(screen.getByText('现在等这一步')).toBeTruthy()
    await tap('button', '先不报了，收回报到单')
    wire.answer({ 'checkin.takeBack': { state: 'withdrawn' }, 'checkin.mine': mineOf(1) })
    await tap('button', '收回来')
    expect(wire.of('checkin.takeBack')).toEqual([key])
    expect(screen.getByText('收回来了，报到单还能再用')).toBeTruthy()
  })

  test('what was returned says why, and leads to be corrected', async () => {
    const current = checkinOf({ state: 'returned', reason: '不住在本社区', acts: ['again', 'takeBack'] })
    await open(mineOf(1, { next: 'again', current }))
    expect(screen.getByText('退回的理由：不住在本社区')).toBeTruthy()
    await tap('button', '补正后再交')
    expect(phone.stack.at(-1)).toBe(`/checkin/present?again=${checkinId}&communityId=${communityId}`)
  })

  test('who is checked in sees hours and homes, and what can be done', async () => {
    await open(serving())
    expect(screen.getByText('3 小时 5 分')).toBeTruthy()
    expect(screen.getByText('3 户')).toBeTruthy()
    await tap('button', '看看能做什么')
    expect(phone.stack.at(-1)).toBe('/checkin/tasks')
    await tap('button', '报到回执，号码、校验码和二维码')
    expect(phone.stack.at(-1)).toBe(`/checkin/receipt?communityId=${communityId}&checkinId=${checkinId}`)
    await tap('button', '搬家了，转到别的社区')
    expect(phone.stack.at(-1)).toBe(`/checkin/present?fromId=${checkinId}&communityId=${communityId}`)
  })

  test('a transfer on its way stands beside the one that still counts', async () => {
    const moving = checkinOf({
      checkinId: '0199aaaa-0000-7000-8000-000000000002',
      state: 'presented',
      community: '弘运社区',
      acts: ['takeBack'],
    })
    await open({ ...serving(), moving })
    expect(screen.getByText('转到弘运社区')).toBeTruthy()
    expect(screen.getByText('在盐溪社区报到成功')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '搬家了，转到别的社区' })).toBeNull()
  })
})

test('a transfer whose old check-in has ended says what taking it back means', async () => {
  const alone = waiting()
  const current = { ...alone.current!, from: { community: '弘运社区', checkinId } }
  const wire = await open({ ...alone, current })
  await tap('button', '不转了，收回来')
  expect(screen.getByText('原来的报到已经结束了。收回以后，想再报到要重新办。')).toBeTruthy()
  wire.answer({ 'checkin.takeBack': { state: 'withdrawn' }, 'checkin.mine': mineOf(1) })
  await tap('button', '收回来')
  expect(screen.getByText('收回来了')).toBeTruthy()
})

describe('what a community registered with my number', () => {
  const registered = [{ ...key, community: '盐溪社区', at: '2026-11-16T01:00:00.000Z' }]

  test('is asked about before anything is shown; consent by itself, then the name, and it is mine', async () => {
    const wire = await open(mineOf(0, { registered }))
    expect(screen.getByText('盐溪社区登记了一位党员，是你吗？')).toBeTruthy()
    expect(screen.queryByText(consentWords[0])).toBeNull()
    await tap('button', '是我')
    expect(screen.getByText(consentWords[0])).toBeTruthy()
    wire.answer({
      'checkin.consent': ({ id }) => ({ id, givenAt: '2026-11-22T01:00:00.000Z' }),
      'checkin.mine': mineOf(1, { registered }),
      'checkin.own': refuse('registered_other'),
    })
    await tap('button', '我看过了，同意')
    await tap('button', '是我的，认下')
    expect(wire.of('checkin.own')).toEqual([])
    await write('你的姓名，和社区登记的一样', '党员丙')
    await tap('button', '是我的，认下')
    expect(screen.getByText('姓名和社区登记的不一样；请再看一遍，或问问社区')).toBeTruthy()
    wire.answer({ 'checkin.own': { state: 'accepted' }, 'checkin.mine': serving() })
    await tap('button', '是我的，认下')
    expect(wire.of('checkin.own').at(-1)).toEqual({ ...key, name: '党员丙' })
    expect(screen.getByText('好了，你在盐溪社区报到了')).toBeTruthy()
  })

  test('and is not me: my number goes, without any consent', async () => {
    const wire = await open(mineOf(0, { registered }))
    await tap('button', '不是我')
    wire.answer({ 'checkin.disown': { state: 'accepted' }, 'checkin.mine': mineOf(0) })
    await tap('button', '去掉我的手机号')
    expect(wire.of('checkin.disown')).toEqual([key])
    expect(wire.of('checkin.consent')).toEqual([])
    expect(screen.getByText('报到之前，请先看一看')).toBeTruthy()
  })
})

test('consent is taken back as easily as it was given, after being told what that means', async () => {
  const wire = await open(serving())
  await tap('button', '撤回同意，结束报到')
  expect(wire.of('checkin.withdrawConsent')).toEqual([])
  wire.answer({
    'checkin.withdrawConsent': { withdrawnAt: '2026-11-22T01:00:00.000Z' },
    'checkin.mine': mineOf(0),
  })
  await tap('button', '撤回，结束报到')
  expect(wire.of('checkin.withdrawConsent')).toHaveLength(1)
  expect(screen.getByText('报到之前，请先看一看')).toBeTruthy()
})

test('what fails is tried again, and a refusal is told where it was asked', async () => {
  const wire = await openAs(member, <MyCheckin />, { answers: { 'checkin.mine': breakDown } })
  expect(screen.getByText('没能打开')).toBeTruthy()
  wire.answer({ 'checkin.mine': mineOf(0), 'checkin.consent': refuse('consent_old') })
  await tap('button', '再试一次')
  await tap('button', '我看过了，同意')
  expect(screen.getByText('说明更新了，请重新看一遍')).toBeTruthy()
})

describe('what waits for a member', () => {
  const answers: Answers = {
    'checkin.mine': serving(),
    'service.mine': yearOf(),
    'serviceRecord.mine': { items: [recordOf({ year: '2025', acts: ['read'] })] },
    'care.mine': { items: [cared(1, { since: '2026-09-01' }), cared(2)] },
  }

  test('stands on the home page, the record first, then the homes, then what they might do', async () => {
    await openAs(member, <HomeCard />, { answers })
    const rows = screen.getAllByRole('button').map((b) => b.getAttribute('aria-label'))
    expect(rows).toEqual([
      '2025 年的服务记录，请你看一看',
      '我包的几户，1 户该去看看了',
      '看看能做什么，单位已确认，打开',
    ])
    await tap('button', '2025 年的服务记录，请你看一看')
    expect(phone.stack.at(-1)).toBe('/checkin/record?view=records')
  })

  test('is marked on the rows of their own page, and opens there', async () => {
    await openAs(member, <MyCheckin />, { at: '/checkin/mine', answers })
    await tap('button', '我的服务，请你看一看')
    expect(phone.stack.at(-1)).toBe('/checkin/record?view=records')
    await tap('button', '我包的几户，1 户该去看看了')
    expect(phone.stack.at(-1)).toBe('/checkin/homes')
  })

  test('where nothing waits nothing is marked', async () => {
    const read = { items: [recordOf({ readAt: '2026-11-20T01:00:00.000Z', acts: [] })] }
    const seen = { items: [cared(2, { since: '2026-01-01', lastVisit: '2026-11-20' })] }
    await openAs(member, <HomeCard />, {
      answers: { ...answers, 'serviceRecord.mine': read, 'care.mine': seen },
    })
    expect(screen.queryByText(/请你看一看|该去看看了/)).toBeNull()
  })
})
