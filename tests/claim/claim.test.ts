import { randomUUID } from 'node:crypto'
import { hongyun, yanxi } from '../../functions/demo/story'
import { claimRefusal } from '../../shared/claim/policy'
import { claimActions, claimStates, claimTransitions } from '../../shared/claim/states'
import { openApi, type TestApi } from '../kernel/api'
import { recorded, signInAll } from '../kernel/signIn'

describe('the policy of claims', () => {
  const other = { personId: 'worker' }
  test.each(claimActions.flatMap((action) => claimStates.map((state) => [action, state] as const)))(
    '%s of a claim that is %s goes as the table says',
    (action, state) => {
      const caller = action === 'withdraw' ? { personId: 'me' } : other
      const refusal = claimRefusal(caller, { personId: 'me', state }, action, '理由')
      expect(refusal === undefined).toBe(claimTransitions[action].from.includes(state))
    },
  )
  test('nobody decides on their own claim, and nobody else takes it back', () => {
    const own = { personId: 'me', state: 'submitted' } as const
    expect(claimRefusal({ personId: 'me' }, own, 'accept')).toBe('own_claim')
    expect(claimRefusal(other, own, 'withdraw')).toBe('not_found')
  })
})

describe('a claim', () => {
  let api: TestApi
  const keys = ['newcomer', 'communityWorker', 'secondWorker', 'buildingLead', 'gridWorker', 'owner'] as const
  let token: Record<(typeof keys)[number], string>
  beforeAll(async () => {
    api = await openApi({ demo: true, now: new Date() })
  })
  afterAll(() => api.close())
  // a new day for each test, so that the limit of a day is spent only where it is meant to
  beforeEach(async () => {
    api.now = new Date(api.now.getTime() + 86_400_000)
    token = await signInAll(api, ...keys)
  })

  const homeCalled = async (label: string, communityId = yanxi) => {
    const worker = communityId === yanxi ? token.communityWorker : token.secondWorker
    const { items } = await api.get(worker, 'home.list', { communityId, find: label })
    return items.find((h) => h.label === label)!.homeId
  }
  const claimOf = async (label: string) => ({
    communityId: yanxi,
    id: randomUUID(),
    homeId: await homeCalled(label),
    kind: 'owner' as const,
    name: '刚来的人',
  })

  test('is decided by the lead of the building, and the claimant becomes one of the home', async () => {
    const claim = await claimOf('9栋2单元502')
    await api.get(token.newcomer, 'claim.submit', claim)
    const decision = { communityId: yanxi, claimId: claim.id, decision: 'accept' } as const
    expect(await api.get(token.buildingLead, 'claim.decide', decision)).toEqual({ state: 'accepted' })
    const { roles, claims } = await api.get(token.newcomer, 'me.get', {})
    expect(roles.map((r) => `${r.roleName} ${r.scopeName}`)).toContain('业主 9栋2单元502')
    expect(claims[0]).toMatchObject({ label: '9栋2单元502', state: 'accepted' })
    const home = await api.get(token.newcomer, 'home.get', { communityId: yanxi, homeId: claim.homeId })
    expect(home.ties.some((t) => t.bound)).toBe(true)
    expect(await recorded(api, claim.id)).toEqual(['claim.submitted', 'claim.accepted'])
  })

  test('sent twice is one claim with one line on the record; other content under its id is refused', async () => {
    const claim = await claimOf('8栋1单元101')
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.get(token.newcomer, 'claim.submit', claim)))
    expect(new Set(answers.map((a) => a.id))).toEqual(new Set([claim.id]))
    expect(await recorded(api, claim.id)).toEqual(['claim.submitted'])
    expect(await api.refusal(token.newcomer, 'claim.submit', { ...claim, kind: 'tenant' })).toBe('id_taken')
  })

  test('for the same home again while one waits is refused', async () => {
    const claim = await claimOf('8栋1单元102')
    await api.get(token.newcomer, 'claim.submit', claim)
    expect(await api.refusal(token.newcomer, 'claim.submit', { ...claim, id: randomUUID() })).toBe(
      'claimed_already',
    )
  })

  test('for the same home sent at once under ten ids leaves one', async () => {
    const claim = await claimOf('8栋1单元201')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        api.ask(token.newcomer, 'claim.submit', { ...claim, id: randomUUID() }),
      ),
    )
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
    expect(answers.filter((a) => a.status === 409)).toHaveLength(9)
  })

  test('is limited to five a day, and the refusal says so', async () => {
    for (const label of ['8栋2单元101', '8栋2单元102', '8栋2单元201', '8栋2单元202', '8栋2单元302'])
      await api.get(token.newcomer, 'claim.submit', await claimOf(label))
    const { status, body } = await api.ask(token.newcomer, 'claim.submit', await claimOf('8栋2单元401'))
    expect([status, (body as { message: string }).message]).toEqual([
      429,
      '一天最多申请 5 户，请明天再来，或到社区办理',
    ])
  })

  test('for a home that does not exist, or under another community, finds nothing', async () => {
    const claim = await claimOf('8栋1单元301')
    expect(await api.refusal(token.newcomer, 'claim.submit', { ...claim, homeId: randomUUID() })).toBe(
      'not_found',
    )
    expect(await api.refusal(token.newcomer, 'claim.submit', { ...claim, communityId: hongyun })).toBe(
      'not_found',
    )
  })

  test('is turned down only with a reason, which the claimant reads', async () => {
    const claim = await claimOf('7栋2单元101')
    await api.get(token.newcomer, 'claim.submit', claim)
    const decision = { communityId: yanxi, claimId: claim.id, decision: 'reject' } as const
    expect(await api.refusal(token.gridWorker, 'claim.decide', decision)).toBe('reason_missing')
    await api.get(token.gridWorker, 'claim.decide', { ...decision, reason: '名册上不是你' })
    const { claims } = await api.get(token.newcomer, 'me.get', {})
    expect(claims[0]).toMatchObject({ state: 'rejected', reason: '名册上不是你' })
  })

  test('can be taken back by the claimant, once, and by nobody else', async () => {
    const claim = await claimOf('7栋2单元102')
    await api.get(token.newcomer, 'claim.submit', claim)
    const which = { communityId: yanxi, claimId: claim.id }
    expect(await api.refusal(token.communityWorker, 'claim.withdraw', which)).toBe('not_found')
    expect(await api.get(token.newcomer, 'claim.withdraw', which)).toEqual({ state: 'withdrawn' })
    expect(await api.refusal(token.newcomer, 'claim.withdraw', which)).toBe('claim_settled')
  })

  test('of another building is not for its lead to decide, nor of another grid for its worker', async () => {
    const claim = await claimOf('1栋2单元101')
    await api.get(token.newcomer, 'claim.submit', claim)
    const decision = { communityId: yanxi, claimId: claim.id, decision: 'accept' } as const
    expect(await api.refusal(token.buildingLead, 'claim.decide', decision)).toBe('not_found')
    expect(await api.refusal(token.gridWorker, 'claim.decide', decision)).toBe('forbidden')
    expect(await api.refusal(token.secondWorker, 'claim.decide', decision)).toBe('not_found')
    expect(await api.refusal(token.owner, 'claim.decide', decision)).toBe('forbidden')
    expect(await recorded(api, claim.id)).toEqual(['claim.submitted'])
  })

  test('decided by two at once is decided by one; the other hears that it is settled', async () => {
    for (let round = 0; round < 20; round++) {
      api.now = new Date(api.now.getTime() + 86_400_000)
      const claim = await claimOf(
        `${6 - (round % 2)}栋1单元${1 + Math.floor(round / 4)}0${1 + (Math.floor(round / 2) % 2)}`,
      )
      await api.get(token.newcomer, 'claim.submit', claim)
      const which = { communityId: yanxi, claimId: claim.id }
      const answers = await Promise.all([
        api.ask(token.communityWorker, 'claim.decide', { ...which, decision: 'accept' }),
        api.ask(token.communityWorker, 'claim.decide', { ...which, decision: 'reject', reason: '不是' }),
        api.ask(token.newcomer, 'claim.withdraw', which),
      ])
      expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
      for (const { status, body } of answers.filter((a) => a.status !== 200))
        expect([status, (body as { code: string }).code]).toEqual([409, 'claim_settled'])
      const lines = await recorded(api, claim.id)
      expect(lines).toHaveLength(2)
    }
  })

  test('that waits is listed for those who decide, newest first, in pages', async () => {
    const { items } = await api.get(token.communityWorker, 'claim.list', {
      communityId: yanxi,
      state: 'submitted',
    })
    const times = items.map((c) => c.submittedAt)
    expect(times).toEqual([...times].sort().reverse())
    const of = (await api.get(token.buildingLead, 'claim.list', { communityId: yanxi, state: 'submitted' }))
      .items
    expect(new Set(of.map((c) => c.label.slice(0, 2)))).toEqual(new Set(['9栋']))
  })
})
