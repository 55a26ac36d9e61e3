import { screen } from '@testing-library/react'
import Overview from '../../miniprogram/desk/overview'
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
import { phone } from '../kernel/taro'

const hours = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString()
const figures = {
  subdistrictId: idOf(6, 1),
  name: '江畔街道',
  communities: [
    {
      ...salt,
      compounds: 3,
      buildings: 14,
      homes: 375,
      boundHomes: 212,
      claimsWaiting: 4,
      oldestClaimAt: hours(30),
      workers: 2,
    },
    {
      ...hong,
      compounds: 1,
      buildings: 3,
      homes: 1234,
      boundHomes: 0,
      claimsWaiting: 0,
      oldestClaimAt: null,
      workers: 0,
    },
  ],
}

beforeEach(newPhone)

test('each community is told in sentences, so many of so many, with what is late', async () => {
  await openAs(officer, <Overview />, { at: '/desk/overview', answers: { 'place.figures': figures } })
  expect(await screen.findByText('375 户中 212 户有人登录')).toBeTruthy()
  expect(screen.getByText('1,234 户，还没有人登录')).toBeTruthy()
  expect(screen.getByText('4 份认领在等，最早的等了 1 天')).toBeTruthy()
  expect(screen.getByText('还没有工作人员')).toBeTruthy()
  expect(screen.getByText('一共 1,609 户中 212 户有人登录，4 份认领在等核实')).toBeTruthy()
})

test('a community opens to what the officer may see there, and not to what they may not', async () => {
  await openAs(officer, <Overview />, { at: '/desk/overview', answers: { 'place.figures': figures } })
  await screen.findByText('375 户中 212 户有人登录')
  await tap('button', /^盐溪社区/)
  expect(screen.getByText('有申请等了超过一天')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /认领申请/ })).toBeNull()
  await tap('button', /小区和楼栋/)
  expect(phone.stack.at(-1)).toBe(`/desk/places?communityId=${salt.communityId}`)
})

test('a district officer begins with the subdistricts, each in a sentence, and opens the communities of one', async () => {
  const answers = { 'place.subdistricts': twoSubdistricts, 'place.figures': figures }
  const wire = await openAs(districtOfficer, <Overview />, { at: '/desk/overview', answers })
  expect(await screen.findByText('2 个街道，一共 1,609 户中 212 户有人登录')).toBeTruthy()
  expect(screen.getByText('2 个社区，1,609 户中 212 户有人登录')).toBeTruthy()
  expect(screen.getByText('4 份在等')).toBeTruthy()
  expect(screen.getByText('还没有登记社区')).toBeTruthy()
  expect(wire.of('place.figures')).toHaveLength(0)
  await tap('button', /江畔街道/)
  const subdistrictId = idOf(6, 1)
  expect(phone.stack.at(-1)).toBe(`/desk/overview?subdistrictId=${subdistrictId}`)

  const there = { at: '/desk/overview', params: { subdistrictId }, answers }
  const opened = await openAs(districtOfficer, <Overview />, there)
  expect(await screen.findByText('江畔街道 · 2 个社区')).toBeTruthy()
  expect(opened.of('place.figures')).toEqual([{ subdistrictId }])
  await tap('button', '人员和身份')
  expect(phone.stack.at(-1)).toBe(`/desk/roles?subdistrictId=${subdistrictId}`)
})

test('a district without subdistricts says so, and a list that fails is tried again', async () => {
  const wire = await openAs(districtOfficer, <Overview />, { at: '/desk/overview' })
  expect(await screen.findByText('没有找到，可能已经不在了')).toBeTruthy()
  wire.answer({ 'place.subdistricts': { items: [] } })
  await tap('button', '再试一次')
  expect(await screen.findByText('区里还没有登记街道')).toBeTruthy()
})

test('an officer of one subdistrict is not asked which', async () => {
  const wire = await openAs(officer, <Overview />, {
    at: '/desk/overview',
    answers: { 'place.figures': figures },
  })
  expect(await screen.findByText('江畔街道 · 2 个社区')).toBeTruthy()
  expect(wire.of('place.subdistricts')).toHaveLength(0)
})

test('a community worker has no overview of others', async () => {
  await openAs(communityWorker, <Overview />, { at: '/desk/overview' })
  expect(screen.getByText('你现在没有看各社区的身份')).toBeTruthy()
})
