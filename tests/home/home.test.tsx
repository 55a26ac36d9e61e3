import { fireEvent, screen } from '@testing-library/react'
import Home from '../../miniprogram/home/index'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridgeNow,
  buildingLead,
  claimOf701,
  communityWorker,
  districtOfficer,
  hong,
  idOf,
  newcomer,
  officer,
  owner,
  responder,
  salt,
  twoSubdistricts,
} from '../kernel/screens/people'
import { breakDown } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const noClaims = { 'claim.list': { items: [], next: null } }
const desk = ['导入名册', '人员和身份', '小区楼栋', '单位', '办事记录', '住户']

beforeEach(newPhone)

test('somebody new is shown one thing to do: claim their home', async () => {
  await openAs(newcomer, <Home />)
  fireEvent.click(screen.getByRole('button', { name: /认领我的家/ }))
  expect(phone.stack.at(-1)).toBe('/dwelling/claim')
  for (const name of desk) expect(screen.queryByText(name)).toBeNull()
})

test('while a claim is under way home tells where it stands, as a sentence', async () => {
  await openAs({ ...newcomer, claims: [claimOf701()] }, <Home />)
  expect(screen.getByText(/交上去的，等楼栋长或网格员核实$/)).toBeTruthy()
  expect(screen.queryByText('选到你住的那一户，核实后就能用了')).toBeNull()
})

test('an owner sees their home and whom to turn to, and nothing of the desk', async () => {
  const wire = await openAs(owner, <Home />, { answers: { 'place.get': bridgeNow } })
  expect(await screen.findByText('有事找谁')).toBeTruthy()
  expect(screen.getByText('盐溪第一网格员')).toBeTruthy()
  for (const name of desk) expect(screen.queryByText(name)).toBeNull()
  expect(wire.of('claim.list')).toHaveLength(0)
})

test('a building lead begins with the claims that wait, and is offered homes but neither roll nor roles', async () => {
  await openAs(buildingLead, <Home />, {
    answers: { 'place.get': bridgeNow, 'claim.list': { items: [claimOf701()], next: null } },
  })
  expect(await screen.findByText('1 户等你核实')).toBeTruthy()
  expect(screen.getByText('住户')).toBeTruthy()
  for (const name of ['导入名册', '人员和身份', '小区楼栋', '单位'])
    expect(screen.queryByText(name)).toBeNull()
})

test('a community worker is told how many wait and how long the oldest has waited', async () => {
  const old = new Date(Date.now() - 3 * 86_400_000).toISOString()
  const items = [claimOf701(), claimOf701({ claimId: idOf(11, 2), submittedAt: old })]
  await openAs(communityWorker, <Home />, { answers: { 'claim.list': { items, next: 'more' } } })
  expect(await screen.findByText('2 户以上等你核实')).toBeTruthy()
  expect(screen.getByText('最早的一户等了 3 天')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /2 户以上等你核实/ }))
  expect(phone.stack.at(-1)).toContain('/desk/claims?communityId=')
})

test('with nothing to check the desk says so and still leads there', async () => {
  await openAs(communityWorker, <Home />, { answers: noClaims })
  expect(await screen.findByText('认领都核实完了')).toBeTruthy()
  expect(screen.getByText('导入名册')).toBeTruthy()
})

test('a subdistrict officer reads each community in sentences, so many of so many', async () => {
  const figures = (communityId: string, name: string, claimsWaiting: number) => ({
    communityId,
    name,
    compounds: 3,
    buildings: 14,
    homes: 375,
    boundHomes: 120,
    claimsWaiting,
    oldestClaimAt: claimsWaiting > 0 ? new Date(Date.now() - 7_200_000).toISOString() : null,
    workers: 4,
  })
  await openAs(officer, <Home />, {
    answers: {
      'place.figures': {
        subdistrictId: idOf(6, 1),
        name: '江畔街道',
        communities: [figures(salt.communityId, salt.name, 5), figures(hong.communityId, hong.name, 0)],
      },
    },
  })
  expect((await screen.findAllByText('375 户中 120 户有人用上了小程序')).length).toBe(2)
  expect(screen.getByText('5 户认领等核实，最早的等了 2 小时')).toBeTruthy()
  expect(screen.getByText('没有等核实的认领')).toBeTruthy()
})

test('a district officer reads each subdistrict in a sentence and opens its communities', async () => {
  const answers = { 'place.subdistricts': twoSubdistricts }
  const wire = await openAs(districtOfficer, <Home />, { answers })
  expect(await screen.findByText('示范区，2 个街道')).toBeTruthy()
  expect(screen.getByText('2 个社区，1609 户中 212 户有人用上了小程序')).toBeTruthy()
  expect(screen.getByText('4 户等核实')).toBeTruthy()
  expect(screen.getByText('还没有登记社区')).toBeTruthy()
  expect(wire.of('place.figures')).toHaveLength(0)
  fireEvent.click(screen.getByRole('button', { name: /^江畔街道/ }))
  expect(phone.stack.at(-1)).toBe(`/desk/overview?subdistrictId=${idOf(6, 1)}`)
})

test('staff of a property company see what was given to them in every community', async () => {
  await openAs(responder, <Home />, {
    answers: {
      'organisation.mine': {
        items: [
          {
            organisationId: idOf(10, 1),
            organisation: '弘运物业公司',
            kind: 'property',
            engagements: [
              {
                engagementId: idOf(12, 1),
                communityId: hong.communityId,
                community: hong.name,
                compoundId: idOf(2, 3),
                compound: '弘运小区',
                from: '2026-01-01',
                to: null,
              },
            ],
          },
        ],
      },
    },
  })
  expect(await screen.findByText('弘运小区')).toBeTruthy()
  expect(screen.getByText('弘运社区，从2026年1月1日起')).toBeTruthy()
  for (const name of desk) expect(screen.queryByText(name)).toBeNull()
})

test('a part that fails says so and is tried again, while the rest of the page stands', async () => {
  const noWhistles = { items: [], next: null, total: 0 }
  const wire = await openAs(owner, <Home />, {
    answers: { 'place.get': breakDown, 'whistle.mine': noWhistles, 'meeting.mine': { items: [] } },
  })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  expect(screen.getByText('我的家')).toBeTruthy()
  wire.answer({ 'place.get': bridgeNow })
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('有事找谁')).toBeTruthy()
})
