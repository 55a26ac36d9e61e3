import { screen } from '@testing-library/react'
import Clocks from '../../miniprogram/desk/clocks'
import type { Output } from '../../shared/contract'
import { categories, urgencies } from '../../shared/whistle/categories'
import { defaultClocks } from '../../shared/whistle/clocks'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, officer, owner, salt } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type Line = Output<'whistle.clocks'>['items'][number]
const all: Line[] = categories.flatMap((category) =>
  urgencies.map((urgency) => ({ category, urgency, ...defaultClocks(category, urgency), own: false })),
)
const own = (line: Line): Line =>
  line.category === 'lift' && line.urgency === 'ordinary'
    ? { ...line, response: { amount: 30, unit: 'hours' }, own: true }
    : line
const quota = { aDay: 10, alikeADay: 2, own: false }
const open = (more: Answers = {}, me = communityWorker) =>
  openAs(me, <Clocks />, {
    at: '/desk/clocks',
    answers: { 'whistle.clocks': { items: all.map(own), quota }, 'whistle.setClock': { own: true }, ...more },
  })
const parking = '停车秩序 · 一般，到现场 8 个工作小时，办好 7 个工作日，改'

beforeEach(newPhone)

test('every kind has its limits in plain words, and its own ones are marked', async () => {
  await open()
  expect(await screen.findByText('漏水停水')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /，改$/ })).toHaveLength(
    categories.length * urgencies.length + 1,
  )
  expect(screen.getByRole('button', { name: parking })).toBeTruthy()
  expect(screen.getAllByText('本社区定的')).toHaveLength(1)
  expect(
    screen.getByRole('button', {
      name: '电梯 · 一般，到现场 30 小时（自然时间），办好 7 个工作日，本社区定的，改',
    }),
  ).toBeTruthy()
})

test('one is set with amount and unit, and the table is read again', async () => {
  const wire = await open()
  await screen.findByText('漏水停水')
  await tap('button', parking)
  expect(screen.getByText('一般规定：8 个工作小时内到现场，7 个工作日内办好')).toBeTruthy()
  await write('多久要到现场', '2')
  // two clocks, three units each
  const days = () => screen.getAllByRole('radio', { name: /^工作日/ })
  expect(days().map((d) => d.getAttribute('aria-checked'))).toEqual(['false', 'true'])
  await write('多久要办好', '3')
  await tap('button', '就这样定')
  expect(
    await screen.findByText('已经定好。停车秩序 · 一般：2 个工作小时内到现场，3 个工作日内办好'),
  ).toBeTruthy()
  expect(wire.of('whistle.setClock')).toEqual([
    {
      communityId: salt.communityId,
      category: 'parking',
      urgency: 'ordinary',
      response: { amount: 2, unit: 'workingHours' },
      resolution: { amount: 3, unit: 'workingDays' },
    },
  ])
  expect(wire.of('whistle.clocks')).toHaveLength(2)
})

test.each(['0', '241', '1.5', '', '两'])(
  'an amount of “%s” is told to be wrong before it is sent',
  async (amount) => {
    const wire = await open()
    await screen.findByText('漏水停水')
    await tap('button', parking)
    await write('多久要到现场', amount)
    await tap('button', '就这样定')
    expect(screen.getByText('请填 1 到 240 的整数')).toBeTruthy()
    expect(wire.of('whistle.setClock')).toHaveLength(0)
  },
)

test('how many whistles one person sends a day is set beside them, with words for what cannot be', async () => {
  const wire = await open({ 'whistle.setQuota': refuse('quota_wrong') })
  await screen.findByText('漏水停水')
  await tap('button', '一天能吹几次哨：一个人一天最多 10 次，同样的事最多 2 次，改')
  await write('一个人一天最多吹几次', '0')
  await tap('button', '就这样定')
  expect(screen.getByText('请填 1 到 100 的整数')).toBeTruthy()
  expect(wire.of('whistle.setQuota')).toHaveLength(0)
  await write('一个人一天最多吹几次', '1')
  await tap('button', '就这样定')
  expect(await screen.findByText('同样的事不能比一天总共的还多')).toBeTruthy()
  wire.answer({ 'whistle.setQuota': { own: true } })
  await write('同样的事一天最多几次', '1')
  await tap('button', '就这样定')
  expect(wire.of('whistle.setQuota').at(-1)).toEqual({ communityId: salt.communityId, aDay: 1, alikeADay: 1 })
  expect(await screen.findByText('已经定好。一个人一天最多 1 次，同样的事最多 1 次')).toBeTruthy()
})

test('what is refused is told below, and what was typed stays; without signal too', async () => {
  await open({ 'whistle.setClock': refuse('clock_wrong') })
  await screen.findByText('漏水停水')
  await tap('button', parking)
  await write('多久要办好', '9')
  await tap('button', '就这样定')
  expect(await screen.findByText('时限要是 1 以上的整数，也不能太长')).toBeTruthy()
  phone.setOnline(false)
  await tap('button', '就这样定')
  expect(await screen.findByText('现在没有信号，连上后再试')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('多久要办好').value).toBe('9')
})

test('an officer reads the limits of a community and sets none', async () => {
  await open({}, officer)
  await screen.findByText('漏水停水')
  expect(screen.queryByRole('button', { name: /，改$/ })).toBeNull()
  expect(screen.getByText(/由社区工作者来定/)).toBeTruthy()
})

test('a failed answer is tried again, and an owner is told that this is not theirs', async () => {
  const wire = await open({ 'whistle.clocks': breakDown })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'whistle.clocks': { items: [], quota } })
  await tap('button', '再试一次')
  expect(await screen.findByText('还没有时限')).toBeTruthy()
  await open({}, owner)
  expect(screen.getByText('你现在没有看办理时限的身份')).toBeTruthy()
})
