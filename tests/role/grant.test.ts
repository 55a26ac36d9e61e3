import { randomUUID } from 'node:crypto'
import { demoPhone } from '../../functions/demo/cast'
import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound, yanxi } from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { addDays, dayOf } from '../../shared/kernel/time'
import { grantedRoles, mayGrant, type Role, roles } from '../../shared/role/roles'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'
import { codeOf, grantOver, type Place, placesOf } from './grants'

type Who =
  | 'communityWorker'
  | 'secondWorker'
  | 'gridWorker'
  | 'owner'
  | 'newcomer'
  | 'buildingLead'
  | 'committeeDirector'
  | 'property'
  | 'subdistrictOfficer'
  | 'districtOfficer'
let api: TestApi
let token: Record<Who, string>
let today: string
let places: Record<string, Place>
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  today = dayOf(api.now)
  token = await signInAll(
    api,
    'communityWorker',
    'secondWorker',
    'gridWorker',
    'owner',
    'newcomer',
    'buildingLead',
    'committeeDirector',
    'property',
    'subdistrictOfficer',
    'districtOfficer',
  )
  places = await placesOf(api, token.communityWorker)
})
afterAll(() => api.close())

const granting: ReturnType<typeof grantOver> = (...a) => grantOver(places, api.now)(...a)
const held = async (by = token.newcomer) => (await api.get(by, 'me.get', {})).roles
const heldNames = async (by = token.newcomer) => (await held(by)).map((r) => `${r.roleName} ${r.scopeName}`)
const revoke = (by: string, grantId: string) => api.ask(by, 'role.revoke', { grantId })

describe.each(grantedRoles)('%s', (role) => {
  test('is granted by those whom the table names, over its own scope, is held at the next request and gone at the next after it is taken back', async () => {
    const granters: [Role, string][] = [
      ['communityWorker', token.communityWorker],
      ['subdistrictOfficer', token.subdistrictOfficer],
      ['districtOfficer', token.districtOfficer],
    ]
    for (const [granter, by] of granters) {
      const grant = granting(role)
      const { status, body } = await api.ask(by, 'role.grant', grant)
      if (!mayGrant(granter, role)) {
        expect([granter, status, (body as ErrorBody).code]).toEqual([granter, 403, 'role_upwards'])
        expect((body as ErrorBody).message).toContain(roles[role].name)
        expect(await recorded(api, grant.id)).toEqual([])
        continue
      }
      expect([granter, status]).toEqual([granter, 200])
      const mine = await held()
      expect(mine).toHaveLength(1)
      expect(mine[0]).toMatchObject({ role, scope: roles[role].scope, from: today, to: null })
      expect(Object.values(mine[0]!.path)).toContain(grant.scopeId)
      expect((await revoke(by, grant.id)).body).toEqual({ to: addDays(today, -1) })
      expect(await held()).toEqual([])
      expect(await recorded(api, grant.id)).toEqual(['role.granted', 'role.revoked'])
    }
  })

  test('over a place of another kind, or of nowhere, is refused', async () => {
    const by = mayGrant('subdistrictOfficer', role) ? token.subdistrictOfficer : token.districtOfficer
    for (const [scope, place] of Object.entries(places))
      if (scope !== roles[role].scope)
        expect([scope, await codeOf(api.ask(by, 'role.grant', granting(role, place)))]).toEqual([
          scope,
          'not_found',
        ])
    expect(await codeOf(api.ask(by, 'role.grant', granting(role, { scopeId: randomUUID() })))).toBe(
      'not_found',
    )
  })

  test('is granted by nobody who works below', async () => {
    for (const by of [
      token.owner,
      token.buildingLead,
      token.gridWorker,
      token.committeeDirector,
      token.property,
      token.newcomer,
    ])
      expect(await codeOf(api.ask(by, 'role.grant', granting(role)))).toMatch(/forbidden|not_found/)
  })
})

describe('a role in another community', () => {
  const elsewhere = { scopeId: hongyunCompound, communityId: hongyun }
  test('is neither granted nor taken back from here', async () => {
    expect(
      await codeOf(api.ask(token.communityWorker, 'role.grant', granting('committeeMember', elsewhere))),
    ).toBe('not_found')
    expect(
      await codeOf(
        api.ask(
          token.communityWorker,
          'role.grant',
          granting('committeeMember', { ...elsewhere, communityId: yanxi }),
        ),
      ),
    ).toBe('not_found')
    expect(await codeOf(revoke(token.communityWorker, demoId('committeeMember committeeMember')))).toBe(
      'not_found',
    )
    expect(await heldNames(token.committeeDirector)).toContain('业委会主任 弘运小区')
  })
})

describe('a person is meant', () => {
  test('by the number they bound, or by themselves where the granter sees them already', async () => {
    await api.get(
      token.communityWorker,
      'role.grant',
      granting('buildingLead', { id: demoId('a'), phone: demoPhone('newcomer') }),
    )
    const byId = granting('entranceLead', { personId: demoId('owner') })
    await api.get(token.communityWorker, 'role.grant', byId)
    expect(await heldNames(token.owner)).toContain(
      `单元长 ${(await held(token.owner)).find((r) => r.role === 'entranceLead')!.scopeName}`,
    )
    await revoke(token.communityWorker, byId.id)
    await revoke(token.communityWorker, demoId('a'))
  })
  test('by no number that nobody bound, no stranger’s id, and not by nothing', async () => {
    const said = (more: Partial<Input<'role.grant'>>) =>
      codeOf(
        api.ask(token.communityWorker, 'role.grant', {
          ...granting('buildingLead'),
          phone: undefined,
          ...more,
        }),
      )
    expect(await said({ phone: '13700000000' })).toBe('person_unknown')
    expect(await said({ personId: demoId('partyMember') })).toBe('person_unknown')
    expect(await said({ personId: randomUUID() })).toBe('person_unknown')
    expect(await said({})).toBe('person_missing')
  })
})

describe('a grant', () => {
  test('sent again is one; other content under its id, or the same role once more, is refused', async () => {
    const grant = granting('buildingLead')
    const answers = await Promise.all(
      [1, 2, 3].map(() => api.ask(token.communityWorker, 'role.grant', grant)),
    )
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200])
    expect(await recorded(api, grant.id)).toEqual(['role.granted'])
    expect(await codeOf(api.ask(token.communityWorker, 'role.grant', { ...grant, to: today }))).toBe(
      'id_taken',
    )
    expect(await codeOf(api.ask(token.subdistrictOfficer, 'role.grant', granting('buildingLead')))).toBe(
      'role_held',
    )
    await revoke(token.communityWorker, grant.id)
    await api.get(token.communityWorker, 'role.grant', { ...grant, id: demoId('again') })
    await revoke(token.communityWorker, demoId('again'))
  })

  test('of the same role by two at once is one', async () => {
    for (let round = 0; round < 20; round++) {
      const grants = [granting('supervisor'), granting('supervisor')]
      const answers = await Promise.all(
        grants.map((g, i) => api.ask(i ? token.communityWorker : token.subdistrictOfficer, 'role.grant', g)),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
      await Promise.all(grants.map((g) => revoke(token.communityWorker, g.id)))
    }
    expect(api.faults).toEqual([])
  })

  test('holds from its first day to its last, neither before nor after', async () => {
    const grant = granting('gridWorker', { from: addDays(today, 1), to: addDays(today, 2) })
    await api.get(token.communityWorker, 'role.grant', grant)
    expect(
      await codeOf(
        api.ask(token.communityWorker, 'role.grant', granting('gridWorker', { to: addDays(today, -1) })),
      ),
    ).toBe('days_reversed')
    const start = api.now
    const seen: number[] = []
    for (const day of [0, 1, 2, 3]) {
      api.now = new Date(start.getTime() + day * 86_400_000)
      seen.push((await held()).length)
    }
    expect(seen).toEqual([0, 1, 1, 0])
    api.now = start
    await revoke(token.communityWorker, grant.id)
  })

  test('ends at midnight in China, to the minute', async () => {
    const grant = granting('gridWorker', { to: today })
    await api.get(token.communityWorker, 'role.grant', grant)
    const start = api.now
    const midnight = Date.parse(`${addDays(today, 1)}T00:00:00+08:00`)
    api.now = new Date(midnight - 1)
    expect(await held()).toHaveLength(1)
    api.now = new Date(midnight)
    expect(await held()).toEqual([])
    api.now = start
    await revoke(token.communityWorker, grant.id)
  })
})
