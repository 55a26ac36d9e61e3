import { demoId } from '../../functions/demo/stage'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signIn } from '../kernel/signIn'

let api: TestApi
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
})
afterAll(() => api.close())

describe('me', () => {
  test('tells who I am, what I hold and where, and my number only masked', async () => {
    const me = await api.get(await signIn(api, 'owner'), 'me.get', {})
    expect(me).toMatchObject({
      personId: demoId('owner'),
      name: '9栋1单元701业主',
      phone: '154****0000',
      largeType: 'system',
    })
    expect(me.roles).toHaveLength(1)
    expect(me.roles[0]).toMatchObject({
      role: 'owner',
      roleName: '业主',
      scope: 'home',
      scopeName: '9栋1单元701',
      to: null,
    })
    expect(me.roles[0]!.communities.map((c) => c.name)).toEqual(['盐溪社区'])
  })

  test('tells an officer of every community that the role covers, and of none above or beside', async () => {
    const of = async (key: string) => (await api.get(await signIn(api, key), 'me.get', {})).roles[0]!
    for (const key of ['subdistrictOfficer', 'districtOfficer', 'department', 'liaison'])
      expect((await of(key)).communities.map((c) => c.name).sort()).toEqual(['弘运社区', '盐溪社区'])
    expect((await of('communityWorker')).communities.map((c) => c.name)).toEqual(['盐溪社区'])
  })

  test('tells my claims with what was answered, newest first', async () => {
    const { claims } = await api.get(await signIn(api, 'newcomer'), 'me.get', {})
    expect(claims).toEqual([])
  })

  test('keeps large type as I set it, on the record with before and after', async () => {
    const token = await signIn(api, 'partyMember')
    expect(await api.get(token, 'me.update', { largeType: 'on' })).toEqual({ largeType: 'on' })
    expect((await api.get(await signIn(api, 'partyMember'), 'me.get', {})).largeType).toBe('on')
    expect((await api.get(await signIn(api, 'owner'), 'me.get', {})).largeType).toBe('system')
    expect(await recorded(api, demoId('partyMember'))).toEqual(['me.updated'])
    const [line] = await api.owner(`select before, after from record where subject_id = $1`, [
      demoId('partyMember'),
    ])
    expect(line).toEqual({ before: { largeType: 'system' }, after: { largeType: 'on' } })
  })

  test('set from two phones at once is one of the two, with a line for each', async () => {
    const token = await signIn(api, 'liaison')
    await Promise.all((['on', 'off'] as const).map((largeType) => api.get(token, 'me.update', { largeType })))
    expect(['on', 'off']).toContain((await api.get(token, 'me.get', {})).largeType)
    expect(await recorded(api, demoId('liaison'))).toEqual(['me.updated', 'me.updated'])
  })
})
