import { screen } from '@testing-library/react'
import GrantRole from '../../miniprogram/desk/grant'
import Roles from '../../miniprogram/desk/roles'
import { keepToken } from '../../miniprogram/kernel/token'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { districtOfficer, figuresOf, hong, idOf, salt, twoSubdistricts } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import type { Answers } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type Grant = Output<'role.list'>['items'][number]
const [near, far] = [idOf(6, 1), idOf(6, 2)]
const named: Grant = {
  grantId: idOf(14, 1),
  personId: idOf(9, 70),
  name: '陈英',
  phone: '138****0001',
  role: 'subdistrictOfficer',
  scope: 'subdistrict',
  scopeId: near,
  scopeName: '江畔街道',
  communityId: null,
  from: '2026-03-01',
  to: null,
}

beforeEach(newPhone)

describe('who holds what in a district', () => {
  const openRoles = (params: Record<string, string> = {}, known = true) =>
    openAs(known ? districtOfficer : undefined, <Roles />, {
      at: '/desk/roles',
      params,
      answers: {
        'me.get': districtOfficer,
        'role.list': { items: [named], next: null },
        'place.subdistricts': twoSubdistricts,
        'place.figures': ({ subdistrictId }) =>
          figuresOf(subdistrictId, ...(subdistrictId === near ? [hong] : [])),
      },
    })

  test('is read after the subdistrict was chosen, of all of it or of one of its communities', async () => {
    const wire = await openRoles()
    expect(wire.of('role.list')).toHaveLength(0)
    await tap('button', /^江畔街道/)
    expect(wire.of('role.list')).toEqual([{ subdistrictId: near }])
    await tap('tab', '一个社区')
    expect(wire.of('role.list').at(-1)).toEqual({ communityId: hong.communityId })
    await tap('button', '授予身份')
    expect(phone.stack.at(-1)).toBe(`/desk/grant?subdistrictId=${near}&communityId=${hong.communityId}`)
  })

  test('goes over to another subdistrict, also to one without communities', async () => {
    const wire = await openRoles({ subdistrictId: near })
    await tap('button', '现在是江畔街道，换一个街道')
    await tap('radio', '山前街道')
    expect(wire.of('role.list').at(-1)).toEqual({ subdistrictId: far })
    await tap('tab', '一个社区')
    expect(await screen.findByText('这个街道还没有登记社区')).toBeTruthy()
  })

  test('of one community, where the page was opened for it, is shown without asking further', async () => {
    const wire = await openRoles({ communityId: salt.communityId })
    expect(wire.of('role.list')).toEqual([{ communityId: salt.communityId }])
    await tap('tab', '整个街道')
    await tap('button', /^山前街道/)
    expect(wire.of('role.list').at(-1)).toEqual({ subdistrictId: far })
  })

  test('begins with the subdistricts also where a link opened it before it is known who reads', async () => {
    keepToken('token-of-the-test')
    const wire = await openRoles({}, false)
    expect(await screen.findByText('山前街道')).toBeTruthy()
    expect(wire.of('role.list')).toHaveLength(0)
  })

  test('can be taken back: an officer of a subdistrict is named by the district', async () => {
    const wire = await openRoles({ subdistrictId: near })
    wire.answer({ 'role.revoke': { to: '2026-11-21' } })
    await tap('button', /陈英 · 街道工作人员/)
    await tap('button', '收回 陈英 的街道工作人员')
    await tap('button', '收回')
    expect(wire.of('role.revoke')).toEqual([{ grantId: named.grantId }])
  })
})

describe('granting in a district', () => {
  const company = {
    organisationId: idOf(10, 1),
    name: '弘运物业公司',
    kind: 'property' as const,
    engagements: [],
  }
  const openGrant = (answers: Answers = {}, params: Record<string, string> = {}) =>
    openAs(districtOfficer, <GrantRole />, {
      at: '/desk/grant',
      params,
      answers: {
        'place.subdistricts': twoSubdistricts,
        'place.figures': ({ subdistrictId }) => figuresOf(subdistrictId, salt, hong),
        'organisation.list': { items: [company] },
        'role.grant': ({ id }) => ({ id }),
        ...answers,
      },
    })

  test('an officer is named for a subdistrict', async () => {
    const wire = await openGrant()
    await tap('radio', /^街道工作人员/)
    await write('对方的手机号', '13800000001')
    await tap('button', '授予“街道工作人员”')
    expect(screen.getByText('请选街道')).toBeTruthy()
    expect(wire.of('role.grant')).toHaveLength(0)
    await tap('radio', '山前街道')
    await tap('button', '授予“街道工作人员”')
    expect(await screen.findByText(/^已经授予“街道工作人员”/)).toBeTruthy()
    expect(wire.of('role.grant')[0]).toMatchObject({
      role: 'subdistrictOfficer',
      scopeId: idOf(6, 2),
      communityId: null,
    })
  })

  test('a community worker is named for a community of the chosen subdistrict', async () => {
    const wire = await openGrant()
    await tap('radio', /^社区工作者/)
    expect(screen.queryByRole('radio', { name: hong.name })).toBeNull()
    await tap('radio', '江畔街道')
    await tap('radio', hong.name)
    await write('对方的手机号', '13800000001')
    await tap('button', '授予“社区工作者”')
    expect(wire.of('place.figures')).toEqual([{ subdistrictId: near }])
    expect(wire.of('role.grant')[0]).toMatchObject({
      role: 'communityWorker',
      scopeId: hong.communityId,
      communityId: hong.communityId,
    })
  })

  test.each(['经办人', '单位党组织联络员'])('%s is named for an organisation of it', async (role) => {
    const wire = await openGrant({}, { subdistrictId: near })
    await tap('radio', new RegExp(`^${role}`))
    await tap('radio', /^弘运物业公司/)
    await write('对方的手机号', '13800000001')
    await tap('button', `授予“${role}”`)
    expect(wire.of('organisation.list')).toEqual([{ subdistrictId: near }])
    expect(wire.of('role.grant')[0]).toMatchObject({ scopeId: company.organisationId, communityId: null })
  })

  test('where there is one subdistrict it is not asked for', async () => {
    const items = twoSubdistricts.items.slice(0, 1)
    const wire = await openGrant({ 'place.subdistricts': { items } })
    await tap('radio', /^街道工作人员/)
    expect(screen.getByText('管 江畔街道')).toBeTruthy()
    await write('对方的手机号', '13800000001')
    await tap('button', '授予“街道工作人员”')
    expect(wire.of('role.grant')[0]).toMatchObject({ scopeId: near })
  })

  test('an officer of the district is named for the district', async () => {
    const wire = await openGrant()
    await tap('radio', /^区工作人员/)
    expect(screen.getByText('管 示范区')).toBeTruthy()
    await write('对方的手机号', '13800000001')
    await tap('button', '授予“区工作人员”')
    expect(wire.of('role.grant')[0]).toMatchObject({ scopeId: idOf(7, 1), communityId: null })
  })
})
