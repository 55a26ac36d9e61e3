import { screen } from '@testing-library/react'
import RaisedWhistles from '../../miniprogram/desk/raised'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  communityWorker,
  districtOfficer,
  hong,
  idOf,
  officer,
  salt,
  twoSubdistricts,
} from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, breakDown } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { inMinutes, onBoard } from './onDesk'

type Raised = Output<'whistle.raised'>['items'][number]
const raised = (n: number, more: Partial<Raised> = {}): Raised => ({
  ...onBoard(n, { raised: true, state: 'dispatched', lead: '弘运物业公司' }),
  community: salt.name,
  raisedAt: inMinutes(-120),
  raisedFor: 'response',
  ...more,
})
const late = raised(1, { title: '没人来修', responseDueAt: inMinutes(-250) })
const slow = raised(2, {
  title: '拖了很久',
  communityId: hong.communityId,
  community: hong.name,
  raisedFor: 'resolution',
})
const again = raised(3, { title: '又坏了', raisedFor: 'reopened', state: 'closed' })
const page = (...items: Raised[]) => ({ items, next: null })
const open = (more: Answers = {}, me = officer) =>
  openAs(me, <RaisedWhistles />, {
    at: '/desk/raised',
    answers: {
      'whistle.raised': page(late, slow, again),
      'place.subdistricts': twoSubdistricts,
      ...more,
    },
  })

beforeEach(newPhone)

test('what was raised tells from where, why in words, and how late it is', async () => {
  const wire = await open()
  expect(await screen.findByText('没人来修')).toBeTruthy()
  expect(screen.getAllByText('盐溪社区 · 9栋1单元')).toHaveLength(2)
  expect(screen.getByText('弘运社区 · 9栋1单元')).toBeTruthy()
  expect(screen.getByText(/上报：过了时限还没有人到现场$/)).toBeTruthy()
  expect(screen.getByText(/上报：过了时限还没有办好$/)).toBeTruthy()
  expect(screen.getByText(/上报：居民第二次说又坏了$/)).toBeTruthy()
  expect(screen.getByText('已超 4 小时')).toBeTruthy()
  expect(wire.of('whistle.raised')).toEqual([{ subdistrictId: idOf(6, 1) }])
})

test('a line opens the whistle in its community', async () => {
  await open()
  await screen.findByText('拖了很久')
  await tap('button', /^拖了很久，/)
  expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${hong.communityId}&whistleId=${slow.whistleId}`)
})

test('a district officer chooses the subdistrict first, and another later', async () => {
  const wire = await open(
    { 'whistle.raised': ({ subdistrictId }) => (subdistrictId === idOf(6, 1) ? page(late) : page()) },
    districtOfficer,
  )
  await screen.findByText('江畔街道')
  expect(wire.of('whistle.raised')).toHaveLength(0)
  await tap('button', /^江畔街道/)
  expect(await screen.findByText('没人来修')).toBeTruthy()
  await tap('button', '现在是江畔街道，换一个街道')
  await tap('radio', '山前街道')
  expect(await screen.findByText('没有上报来的事')).toBeTruthy()
})

test('nothing raised says what comes here; a failed answer is tried again; hundreds come by twenties', async () => {
  const wire = await open({ 'whistle.raised': breakDown })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'whistle.raised': page() })
  await tap('button', '再试一次')
  expect(await screen.findByText('没有上报来的事')).toBeTruthy()
  const twenty = (from: number) => Array.from({ length: 20 }, (_, i) => raised(from + i))
  await open({
    'whistle.raised': ({ after }) => ({ items: twenty(Number(after ?? 1)), next: after ? null : '21' }),
  })
  await screen.findByText('第 20 件')
  await tap('button', '再看一些')
  expect(await screen.findByText('第 40 件')).toBeTruthy()
})

test('without signal what was read last is there', async () => {
  await open()
  await screen.findByText('没人来修')
  phone.setOnline(false)
  await openAs(officer, <RaisedWhistles />, { at: '/desk/raised' })
  expect(await screen.findByText('没有信号，这是上次看到的内容')).toBeTruthy()
  expect(screen.getByText('没人来修')).toBeTruthy()
})

test('a community worker is not shown this desk', async () => {
  const wire = await open({}, communityWorker)
  expect(screen.getByText('你现在没有看上报的事的身份')).toBeTruthy()
  expect(wire.of('whistle.raised')).toHaveLength(0)
})
