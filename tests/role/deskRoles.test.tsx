import { screen } from '@testing-library/react'
import GrantRole from '../../miniprogram/desk/grant'
import { actsOf, grantable, scopesIn } from '../../miniprogram/desk/parts/scopes'
import Roles from '../../miniprogram/desk/roles'
import type { Output } from '../../shared/contract'
import { grantedRoles, mayGrant } from '../../shared/role/roles'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  bridge,
  communityWorker,
  districtOfficer,
  door1,
  hong,
  house9,
  idOf,
  officer,
  owner,
  salt,
  saltTree,
} from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type Grant = Output<'role.list'>['items'][number]
const grant = (more: Partial<Grant> = {}): Grant => ({
  grantId: idOf(14, 1),
  personId: idOf(9, 70),
  name: '陈英',
  phone: '138****0001',
  role: 'buildingLead',
  scope: 'building',
  scopeId: house9.buildingId,
  scopeName: house9.name,
  communityId: salt.communityId,
  from: '2026-03-01',
  to: null,
  ...more,
})
const worker = grant({
  grantId: idOf(14, 2),
  name: '社区的人',
  role: 'communityWorker',
  scope: 'community',
  scopeName: salt.name,
})

beforeEach(newPhone)

describe('who holds what', () => {
  const openRoles = (answers: Answers, me = communityWorker) =>
    openAs(me, <Roles />, { at: '/desk/roles', answers })

  test('tells person, role, place and days, and what the role lets them do', async () => {
    await openRoles({ 'role.list': { items: [grant()], next: null } })
    await tap('button', /陈英 · 楼栋长/)
    expect(screen.getByText('9栋（楼栋）')).toBeTruthy()
    expect(screen.getByText('“楼栋长”可以')).toBeTruthy()
    expect(screen.getByText('· 看住户名单')).toBeTruthy()
  })

  test('a role is taken back after what follows from it was told', async () => {
    const wire = await openRoles({
      'role.list': { items: [grant()], next: null },
      'role.revoke': { to: '2026-11-21' },
    })
    await tap('button', /陈英 · 楼栋长/)
    await tap('button', '收回 陈英 的楼栋长')
    expect(screen.getByText('收回以后，陈英 马上不能再做“楼栋长”的事。以前办过的事还在记录里。')).toBeTruthy()
    expect(wire.of('role.revoke')).toHaveLength(0)
    wire.answer({ 'role.list': { items: [], next: null } })
    await tap('button', '收回')
    expect(await screen.findByText('已收回 陈英 的“楼栋长”')).toBeTruthy()
    expect(wire.of('role.revoke')).toEqual([{ grantId: idOf(14, 1) }])
  })

  test('a role that is granted from above cannot be taken back here', async () => {
    await openRoles({ 'role.list': { items: [worker], next: null } })
    await tap('button', /社区的人 · 社区工作者/)
    expect(screen.getByText('“社区工作者”由上一级授予和收回。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^收回/ })).toBeNull()
  })

  test('an officer reads the whole subdistrict or one community of it', async () => {
    const wire = await openRoles({ 'role.list': { items: [worker], next: null } }, officer)
    expect(wire.of('role.list')[0]).toEqual({ subdistrictId: idOf(6, 1) })
    await tap('tab', '一个社区')
    expect(wire.of('role.list').at(-1)).toEqual({ communityId: salt.communityId })
    await tap('button', `现在是${salt.name}，换一个社区`)
    await tap('radio', hong.name)
    expect(wire.of('role.list').at(-1)).toEqual({ communityId: hong.communityId })
  })
})

describe('granting', () => {
  const openGrant = (answers: Answers, me = communityWorker) =>
    openAs(me, <GrantRole />, { at: '/desk/grant', answers: { 'place.tree': saltTree, ...answers } })

  test('a community worker is offered what a community worker may grant, and no more', async () => {
    await openGrant({})
    expect(screen.getByRole('radio', { name: /^网格员/ })).toBeTruthy()
    for (const name of [/^社区工作者/, /^街道工作人员/, /^经办人/])
      expect(screen.queryByRole('radio', { name })).toBeNull()
  })

  test('role, place and phone are asked for at their fields before anything is sent', async () => {
    const wire = await openGrant({})
    await tap('button', '授予')
    expect(screen.getByText('请选一个身份')).toBeTruthy()
    expect(screen.getByText('请填写对方的手机号')).toBeTruthy()
    await tap('radio', /^楼栋长/)
    await tap('button', '授予“楼栋长”')
    expect(await screen.findByText('请选楼栋')).toBeTruthy()
    expect(wire.of('role.grant')).toHaveLength(0)
  })

  test('a building lead is granted over a building, from today', async () => {
    const wire = await openGrant({ 'role.grant': ({ id }) => ({ id }) })
    await tap('radio', /^楼栋长/)
    await tap('radio', new RegExp(`^${house9.name}`))
    await write('对方的手机号', '13800000001')
    await tap('button', '授予“楼栋长”')
    expect(await screen.findByText('已经授予“楼栋长”，对方再打开小程序就能看到。')).toBeTruthy()
    expect(wire.of('role.grant')[0]).toMatchObject({
      role: 'buildingLead',
      scopeId: house9.buildingId,
      communityId: salt.communityId,
      phone: '13800000001',
      to: null,
    })
  })

  test('the same grant sent again after the signal broke carries the same id, another one another', async () => {
    const wire = await openGrant({ 'role.grant': refuse('busy') })
    await tap('radio', /^楼栋长/)
    await tap('radio', new RegExp(`^${house9.name}`))
    await write('对方的手机号', '13800000001')
    await tap('button', '授予“楼栋长”')
    await tap('button', '授予“楼栋长”')
    await write('对方的手机号', '13800000002')
    await tap('button', '授予“楼栋长”')
    const ids = wire.of('role.grant').map((i) => i.id)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
  })

  test('a number nobody has signed in with is told so, and it stays in the field', async () => {
    await openGrant({ 'role.grant': refuse('person_unknown') })
    await tap('radio', /^楼栋长/)
    await tap('radio', new RegExp(`^${house9.name}`))
    await write('对方的手机号', '13800000001')
    await tap('button', '授予“楼栋长”')
    expect(await screen.findByText('没有找到用这个手机号登录过的人，请对方先登录并绑定手机号')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('对方的手机号').value).toBe('13800000001')
  })

  test('an officer grants a community worker over a community, and a responder over an organisation', async () => {
    const wire = await openGrant(
      {
        'role.grant': ({ id }) => ({ id }),
        'organisation.list': {
          items: [{ organisationId: idOf(10, 1), name: '弘运物业公司', kind: 'property', engagements: [] }],
        },
      },
      officer,
    )
    await tap('radio', /^社区工作者/)
    await tap('radio', hong.name)
    await write('对方的手机号', '13800000001')
    await tap('button', '授予“社区工作者”')
    expect(wire.of('role.grant')[0]).toMatchObject({
      scopeId: hong.communityId,
      communityId: hong.communityId,
    })
    await tap('button', '再授予一位')
    await tap('radio', /^经办人/)
    await tap('radio', /^弘运物业公司/)
    await write('对方的手机号', '13800000002')
    await tap('button', '授予“经办人”')
    expect(wire.of('role.grant')[1]).toMatchObject({ scopeId: idOf(10, 1), communityId: null })
  })

  test('an owner is told that this is not theirs to do', async () => {
    await openGrant({}, owner)
    expect(screen.getByText('你现在没有授予身份的身份')).toBeTruthy()
    await tap('button', '回首页')
    expect(phone.stack).toEqual(['/home/index'])
  })
})

describe('the choices', () => {
  test('what is offered is what the table of roles lets the holder grant', () => {
    for (const me of [communityWorker, officer, districtOfficer, owner])
      expect(grantable(me.roles)).toEqual(
        grantedRoles.filter((granted) =>
          me.roles.some((h) => mayGrant(h.role as Parameters<typeof mayGrant>[0], granted)),
        ),
      )
  })

  test('each kind of scope is found in the tree of the community', () => {
    expect(scopesIn(saltTree, 'compound').map((o) => o.label)).toContain(bridge.name)
    expect(scopesIn(saltTree, 'building')[0]).toEqual({
      value: house9.buildingId,
      label: house9.name,
      hint: bridge.name,
    })
    expect(scopesIn(saltTree, 'entrance')[0]).toMatchObject({ value: door1.entranceId, label: '9栋1单元' })
    expect(scopesIn(saltTree, 'organisation')).toEqual([])
  })

  test('what a role may do is read from the one table', () => {
    expect(actsOf('buildingLead')).toContain('核实认领申请')
    expect(actsOf('owner')).not.toContain('核实认领申请')
  })
})
