import { act, fireEvent, screen } from '@testing-library/react'
import OneHome from '../../miniprogram/desk/home'
import Homes from '../../miniprogram/desk/homes'
import { sendWaiting } from '../../miniprogram/kernel/queue'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridge,
  buildingLead,
  communityWorker,
  door1,
  home701,
  house9,
  idOf,
  responder,
  salt,
  saltTree,
} from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type Tie = Output<'home.get'>['ties'][number]
const tie = (more: Partial<Tie>): Tie => ({
  tieId: idOf(13, 1),
  personId: idOf(9, 70),
  kind: 'owner',
  name: '刘建国',
  phone: '139****0001',
  from: '2003-05-01',
  to: null,
  representative: true,
  bound: true,
  ...more,
})
const face = {
  ...home701,
  communityId: salt.communityId,
  compoundId: bridge.compoundId,
  compound: bridge.name,
  buildingId: house9.buildingId,
  entranceId: door1.entranceId,
  kind: 'dwelling' as const,
  areaCentiares: 8650,
}
const lived = (...ties: Tie[]): Output<'home.get'> => ({ ...face, community: salt.name, ties })
const openHome = (answers: Answers, me = communityWorker) =>
  openAs(me, <OneHome />, {
    at: '/desk/home',
    params: { communityId: salt.communityId, homeId: home701.homeId },
    answers: { 'home.get': lived(tie({})), ...answers },
  })

beforeEach(newPhone)

test('a whole number is seen only after saying what for, and with a word that it is kept', async () => {
  const wire = await openHome({ 'person.reveal': { phone: '13900000001' } })
  await tap('button', '看 刘建国 的完整号码')
  expect(screen.getByText('会记下是你在什么时候、为了什么看的，刘建国 本人能看到这条记录。')).toBeTruthy()
  await tap('button', '看完整号码')
  expect(screen.getByText('请先选为了什么事')).toBeTruthy()
  expect(wire.of('person.reveal')).toHaveLength(0)
  await tap('radio', '联系办事')
  await tap('button', '看完整号码')
  expect(await screen.findByText('13900000001')).toBeTruthy()
  expect(wire.of('person.reveal')[0]).toMatchObject({ tieId: idOf(13, 1), purpose: 'contact' })
  await tap('button', '看完了')
  expect(screen.queryByText('13900000001')).toBeNull()
})

test('a tenant is put down with the days they stay, and a double tap makes one', async () => {
  const wire = await openHome({ 'home.addTie': ({ id }) => ({ id }) })
  await tap('button', '登记一个人')
  await tap('button', '登记')
  expect(screen.getByText('请填写姓名')).toBeTruthy()
  await write('姓名', '古丽')
  await write('手机号（可以不填）', '13900000003')
  await tap('radio', '有说好的日子')
  await act(async () => {
    const button = screen.getByRole('button', { name: '登记' })
    fireEvent.click(button)
    fireEvent.click(button)
  })
  expect(await screen.findByText('已登记：古丽 是 9栋1单元701 的租户')).toBeTruthy()
  const made = wire.of('home.addTie')
  expect(made).toHaveLength(1)
  expect(made[0]).toMatchObject({ kind: 'tenant', name: '古丽', phone: '13900000003' })
  expect(made[0]?.to).toBe(made[0]?.from)
})

test('a phone of ten digits is told at its field, nothing typed is lost', async () => {
  const wire = await openHome({})
  await tap('button', '登记一个人')
  await write('姓名', '古丽')
  await write('手机号（可以不填）', '1390000000')
  await tap('button', '登记')
  expect(await screen.findByText('手机号要 11 位数字')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('古丽')
  expect(wire.of('home.addTie')).toHaveLength(0)
})

test('in a stairwell without signal the person waits in the queue and is sent once', async () => {
  const wire = await openHome({ 'home.addTie': ({ id }) => ({ id }) })
  await tap('button', '登记一个人')
  await write('姓名', '古丽')
  phone.setOnline(false)
  await tap('button', '登记')
  expect(await screen.findByText('现在没有信号，已存在手机里，连上后自动发出。')).toBeTruthy()
  expect(wire.of('home.addTie')).toHaveLength(0)
  phone.setOnline(true)
  await act(sendWaiting)
  await act(sendWaiting)
  expect(wire.of('home.addTie').map((i) => i.name)).toEqual(['古丽'])
})

test('somebody who moves out ends on a day, and stays readable as the past', async () => {
  const wire = await openHome({ 'home.endTie': ({ to }) => ({ to }) })
  await tap('button', '结束 刘建国 的登记')
  wire.answer({ 'home.get': lived(tie({ to: '2020-01-01', representative: false })) })
  await tap('button', '结束登记')
  expect(await screen.findByText('刘建国 在 9栋1单元701 业主 的登记已经结束')).toBeTruthy()
  expect(await screen.findByText('以前的登记')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '结束 刘建国 的登记' })).toBeNull()
})

test('an owner can be made the voice of the home, a tenant cannot', async () => {
  const other = tie({ tieId: idOf(13, 2), name: '陈桂兰', representative: false })
  const tenant = tie({ tieId: idOf(13, 3), name: '古丽', kind: 'tenant', representative: false })
  const wire = await openHome({
    'home.get': lived(tie({}), other, tenant),
    'home.represent': { representative: true },
  })
  expect(screen.queryByRole('button', { name: '让 古丽 做表决代表' })).toBeNull()
  await tap('button', '让 陈桂兰 做表决代表')
  expect(await screen.findByText('陈桂兰 是这一户的表决代表')).toBeTruthy()
  expect(wire.of('home.represent')[0]?.tieId).toBe(idOf(13, 2))
})

test('a building lead reads the home and may see a number, and changes nothing', async () => {
  await openHome({}, buildingLead)
  expect(await screen.findByText('刘建国')).toBeTruthy()
  expect(screen.getByRole('button', { name: '看 刘建国 的完整号码' })).toBeTruthy()
  for (const name of ['登记一个人', '结束 刘建国 的登记', '刘建国 的办事记录', '这一户的办事记录'])
    expect(screen.queryByRole('button', { name })).toBeNull()
})

test('what happened to the home, whoever lived there, is one tap away', async () => {
  await openHome({})
  await tap('button', '这一户的办事记录')
  const title = encodeURIComponent(home701.label)
  expect(phone.stack.at(-1)).toBe(
    `/desk/record?communityId=${salt.communityId}&subjectId=${home701.homeId}&title=${title}`,
  )
})

test('a home that is not there says so', async () => {
  await openHome({ 'home.get': refuse('not_found') })
  expect(await screen.findByText('没有找到，可能已经不在了')).toBeTruthy()
})

describe('the list of homes', () => {
  const homes = (n: number, from = 0) =>
    Array.from({ length: n }, (_, i) => ({
      ...face,
      homeId: idOf(5, from + i),
      label: `9栋1单元${from + i}`,
      ties: i,
      bound: i === 1,
    }))
  const openHomes = (answers: Answers, me = communityWorker) =>
    openAs(me, <Homes />, { at: '/desk/homes', answers: { 'place.tree': saltTree, ...answers } })

  test('is read twenty at a time', async () => {
    const wire = await openHomes({
      'home.list': ({ after }) =>
        after ? { items: homes(3, 120), next: null } : { items: homes(20, 100), next: 'more' },
    })
    expect(await screen.findByText('9栋1单元119')).toBeTruthy()
    await tap('button', '再看一些')
    expect(await screen.findByText('9栋1单元122')).toBeTruthy()
    expect(wire.of('home.list')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
  })

  test('is narrowed to a compound and a building, and finds by what is typed', async () => {
    const wire = await openHomes({ 'home.list': { items: [], next: null } })
    await tap('button', '小区：全部，换一个')
    await tap('radio', new RegExp(`^${bridge.name}`))
    await tap('button', '楼栋：全部，换一栋')
    await tap('radio', /^9栋/)
    await write('找一户', '7 01')
    expect(await screen.findByText('没有找到“7 01”')).toBeTruthy()
    expect(wire.of('home.list').at(-1)).toMatchObject({
      compoundId: bridge.compoundId,
      buildingId: house9.buildingId,
      find: '7 01',
    })
  })

  test('of a community without homes leads to the roll', async () => {
    await openHomes({ 'home.list': { items: [], next: null } })
    expect(await screen.findByText('这里还没有住户')).toBeTruthy()
    await act(async () => screen.getAllByRole('button', { name: '导入名册' })[0]?.click())
    expect(phone.stack.at(-1)).toContain('/desk/roll?communityId=')
  })

  test('is kept from staff of a company', async () => {
    const wire = await openHomes({}, responder)
    expect(screen.getByText('你现在没有看住户的身份')).toBeTruthy()
    expect(wire.of('home.list')).toHaveLength(0)
  })
})
