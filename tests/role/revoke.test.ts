import { demoId } from '../../functions/demo/stage'
import { demoSubdistrict, hongyun, yanxi } from '../../functions/demo/story'
import type { Input, Output } from '../../shared/contract'
import { addDays, dayOf } from '../../shared/kernel/time'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'
import { codeOf, grantOver, type Place, placesOf } from './grants'

type Who = 'communityWorker' | 'secondWorker' | 'gridWorker' | 'owner' | 'newcomer' | 'subdistrictOfficer'
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
    'subdistrictOfficer',
  )
  places = await placesOf(api, token.communityWorker)
})
afterAll(() => api.close())

const granting: ReturnType<typeof grantOver> = (...a) => grantOver(places, api.now)(...a)
const held = async () => (await api.get(token.newcomer, 'me.get', {})).roles
const revoke = (by: string, grantId: string) => api.ask(by, 'role.revoke', { grantId })

describe('a grant that is taken back', () => {
  test('is over at once, and cannot be taken back again', async () => {
    const grant = granting('gridWorker')
    await api.get(token.communityWorker, 'role.grant', grant)
    await api.get(token.newcomer, 'home.list', { communityId: yanxi })
    await revoke(token.communityWorker, grant.id)
    expect(await api.refusal(token.newcomer, 'home.list', { communityId: yanxi })).toBe('not_found')
    expect(await codeOf(revoke(token.communityWorker, grant.id))).toBe('role_ended')
    expect(await recorded(api, grant.id)).toEqual(['role.granted', 'role.revoked'])
  })

  test('before it began never holds, is listed no more, and cannot be taken back again', async () => {
    const grant = granting('gridWorker', { from: addDays(today, 5) })
    await api.get(token.communityWorker, 'role.grant', grant)
    expect(await listed({ communityId: yanxi })).toContain(grant.id)
    await revoke(token.communityWorker, grant.id)
    expect(await codeOf(revoke(token.communityWorker, grant.id))).toBe('role_ended')
    expect(await listed({ communityId: yanxi })).not.toContain(grant.id)
    const start = api.now
    api.now = new Date(start.getTime() + 5 * 86_400_000)
    expect(await held()).toEqual([])
    api.now = start
  })

  test('by two at once is taken back once', async () => {
    for (let round = 0; round < 20; round++) {
      const grant = granting('gridWorker')
      await api.get(token.communityWorker, 'role.grant', grant)
      const answers = await Promise.all([
        revoke(token.communityWorker, grant.id),
        revoke(token.subdistrictOfficer, grant.id),
      ])
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
      expect(await recorded(api, grant.id)).toEqual(['role.granted', 'role.revoked'])
    }
  })

  test('is not one’s own, nor one above, nor one beside', async () => {
    const grantOf = (key: string, role: string) => demoId(`${key} ${role}`)
    expect(await codeOf(revoke(token.communityWorker, grantOf('communityWorker', 'communityWorker')))).toBe(
      'not_found',
    )
    expect(
      await codeOf(revoke(token.subdistrictOfficer, grantOf('subdistrictOfficer', 'subdistrictOfficer'))),
    ).toBe('not_found')
    expect(
      await codeOf(revoke(token.communityWorker, grantOf('subdistrictOfficer', 'subdistrictOfficer'))),
    ).toBe('not_found')
    expect(await codeOf(revoke(token.secondWorker, grantOf('gridWorker', 'gridWorker')))).toBe('not_found')
    expect(await codeOf(revoke(token.gridWorker, grantOf('buildingLead', 'buildingLead')))).toBe('forbidden')
    expect(await codeOf(revoke(token.owner, grantOf('buildingLead', 'buildingLead')))).toMatch(
      /not_found|forbidden/,
    )
  })
})

const listed = async (where: Input<'role.list'>, by = token.communityWorker) =>
  (await all(by, where)).map((g) => g.grantId)
async function all(by: string, where: Input<'role.list'>) {
  const grants: Output<'role.list'>['items'] = []
  let after: string | null | undefined
  do {
    const page = await api.get(by, 'role.list', { ...where, ...(after && { after }) })
    grants.push(...page.items)
    after = page.next
  } while (after)
  return grants
}

describe('the list of roles', () => {
  test('of a community has all that is held there today, of a subdistrict all in it, each once', async () => {
    const holding = `(to_day is null or to_day >= $1) and (to_day is null or to_day >= from_day)`
    for (const [by, where, sql] of [
      [token.communityWorker, { communityId: yanxi }, `community_id = '${yanxi}'`],
      [token.subdistrictOfficer, { subdistrictId: demoSubdistrict.id }, 'district_id is null'],
    ] as const) {
      const rows = await api.owner<{ id: string }>(
        `select id from role_grant where ${sql} and ${holding} order by id`,
        [today],
      )
      expect(await listed(where, by)).toEqual(rows.map((r) => r.id))
    }
  })
  test('names each by role, place and masked number', async () => {
    const lead = (await all(token.communityWorker, { communityId: yanxi })).find(
      (g) => g.role === 'buildingLead' && g.personId === demoId('buildingLead'),
    )
    expect(lead).toMatchObject({
      name: '9栋楼栋长',
      phone: '154****0003',
      scope: 'building',
      scopeName: '9栋',
      communityId: yanxi,
    })
  })
  test('is not for residents, and not of another community; of no place it asks for one', async () => {
    expect(await api.refusal(token.owner, 'role.list', { communityId: yanxi })).toBe('forbidden')
    expect(await api.refusal(token.communityWorker, 'role.list', { communityId: hongyun })).toBe('not_found')
    expect(await api.refusal(token.communityWorker, 'role.list', { subdistrictId: demoSubdistrict.id })).toBe(
      'forbidden',
    )
    expect(await api.refusal(token.communityWorker, 'role.list', {})).toBe('place_missing')
  })
})
