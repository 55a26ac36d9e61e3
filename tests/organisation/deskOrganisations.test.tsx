import { screen } from '@testing-library/react'
import Organisations from '../../miniprogram/desk/organisations'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridge,
  communityWorker,
  districtOfficer,
  hong,
  idOf,
  officer,
  salt,
  saltTree,
  twoSubdistricts,
} from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'

const engagement = {
  engagementId: idOf(16, 1),
  communityId: salt.communityId,
  community: salt.name,
  compoundId: null,
  compound: null,
  from: '2026-01-01',
  to: null,
}
const items = [
  { organisationId: idOf(10, 1), name: '弘运物业公司', kind: 'property' as const, engagements: [] },
  { organisationId: idOf(10, 2), name: '城管中队', kind: 'department' as const, engagements: [engagement] },
]
const open = (answers: Answers, me = officer) =>
  openAs(me, <Organisations />, {
    at: '/desk/organisations',
    answers: { 'organisation.list': { items }, ...answers },
  })

beforeEach(newPhone)

test('organisations are told by kind and by where they work, and shown by kind', async () => {
  await open({})
  expect(await screen.findByText('职能部门 · 在 1 处工作')).toBeTruthy()
  expect(screen.getByText('物业公司 · 还没有交给它工作')).toBeTruthy()
  await tap('tab', '物业公司')
  expect(screen.queryByText('城管中队')).toBeNull()
})

test('one is registered once, with its name and kind', async () => {
  const wire = await open({ 'organisation.add': ({ id }) => ({ id }) })
  await tap('button', '登记一个单位')
  await tap('button', '登记')
  expect(screen.getByText('请选一类')).toBeTruthy()
  await write('单位名称', '燃气公司')
  await tap('radio', /^职能部门/)
  await tap('button', '登记')
  expect(await screen.findByText('“燃气公司”已经登记，接下来交给它社区或小区')).toBeTruthy()
  expect(wire.of('organisation.add')).toHaveLength(1)
  expect(wire.of('organisation.add')[0]).toMatchObject({ name: '燃气公司', kind: 'department' })
})

test('a compound of one community is given to a property company', async () => {
  const wire = await open({ 'organisation.engage': ({ id }) => ({ id }), 'place.tree': saltTree })
  await tap('button', /^弘运物业公司/)
  expect(screen.getByText('还没有交给它任何社区或小区，它什么都看不到。')).toBeTruthy()
  await tap('button', '交给它社区或小区')
  await tap('radio', salt.name)
  await tap('radio', bridge.name)
  await tap('button', '交给它')
  expect(await screen.findByText('弘运物业公司 可以在 盐溪社区盐溪桥小区 工作了')).toBeTruthy()
  expect(wire.of('organisation.engage')[0]).toMatchObject({
    communityId: salt.communityId,
    compoundId: bridge.compoundId,
    to: null,
  })
})

test('what it works at already is refused with a sentence', async () => {
  await open({
    'organisation.engage': refuse('engaged_already'),
    'place.tree': { ...saltTree, communityId: hong.communityId },
  })
  await tap('button', /^弘运物业公司/)
  await tap('button', '交给它社区或小区')
  await tap('radio', hong.name)
  await tap('radio', '整个社区')
  await tap('button', '交给它')
  expect(await screen.findByText('这个单位已经在这里工作，不用再加')).toBeTruthy()
})

test('its work is ended after what follows from it was told', async () => {
  const wire = await open({ 'organisation.disengage': { to: '2026-11-21' } })
  await tap('button', /^城管中队/)
  await tap('button', '结束在 盐溪社区（整个社区） 的工作')
  expect(screen.getByText(/城管中队 的人就看不到 盐溪社区（整个社区） 的内容了/)).toBeTruthy()
  await tap('button', '结束')
  expect(await screen.findByText('城管中队 在 盐溪社区（整个社区） 的工作已经结束')).toBeTruthy()
  expect(wire.of('organisation.disengage')[0]).toEqual({
    communityId: salt.communityId,
    engagementId: engagement.engagementId,
  })
})

test('a community worker is not shown the register', async () => {
  const wire = await open({}, communityWorker)
  expect(screen.getByText('你现在没有看登记的单位的身份')).toBeTruthy()
  expect(wire.of('organisation.list')).toHaveLength(0)
})

test('a district officer chooses the subdistrict first, and another later', async () => {
  const wire = await open(
    { 'place.subdistricts': twoSubdistricts, 'organisation.add': ({ id }) => ({ id }) },
    districtOfficer,
  )
  expect(wire.of('organisation.list')).toHaveLength(0)
  await tap('button', /^江畔街道/)
  expect(await screen.findByText('职能部门 · 在 1 处工作')).toBeTruthy()
  await tap('button', '现在是江畔街道，换一个街道')
  await tap('radio', '山前街道')
  expect(wire.of('organisation.list').map((i) => i.subdistrictId)).toEqual([idOf(6, 1), idOf(6, 2)])
  await tap('button', '登记一个单位')
  await write('单位名称', '燃气公司')
  await tap('radio', /^职能部门/)
  await tap('button', '登记')
  expect(wire.of('organisation.add')[0]).toMatchObject({ subdistrictId: idOf(6, 2), name: '燃气公司' })
})
