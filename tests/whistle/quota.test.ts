import { openReaders, type Readers } from './readers'

let house: Readers
beforeAll(async () => {
  house = await openReaders()
})
afterAll(async () => {
  expect(house.api.faults).toEqual([])
  await house.api.close()
})

describe('how many whistles a day', () => {
  const set = { aDay: 6, alikeADay: 1 }
  const quota = async () =>
    (await house.get('worker', 'whistle.clocks', { communityId: house.communityId })).quota

  test('is the house’s until the community says otherwise, which stands on the record', async () => {
    expect(await quota()).toEqual({ aDay: 10, alikeADay: 2, own: false })
    await house.get('worker', 'whistle.setQuota', { communityId: house.communityId, ...set })
    expect(await quota()).toEqual({ ...set, own: true })
    const words = '门口的灯又坏了'
    const ask = () => house.api.ask(house.tokens.resident, 'whistle.submit', house.report({ words }))
    expect((await ask()).status).toBe(200)
    expect((await ask()).body).toMatchObject({
      code: 'alike_a_day',
      message: '同样的事一天最多吹 1 次，请看看“我的哨”里的进展',
    })
    const [line] = await house.api.owner<{ after: object }>(
      `select after from record where action = 'whistle.quotaSet'`,
    )
    expect(line!.after).toEqual(set)
  })

  test('alike is no more than all of them, and the community’s workers alone say it', async () => {
    const input = { communityId: house.communityId, ...set }
    const refusal = (who: 'worker' | 'officer' | 'resident' | 'otherWorker', more = {}) =>
      house.refusal(who, 'whistle.setQuota', { ...input, ...more })
    expect(await refusal('worker', { alikeADay: 7 })).toBe('quota_wrong')
    expect(await refusal('worker', { aDay: 0 })).toBe('invalid')
    for (const who of ['officer', 'resident'] as const) expect(await refusal(who)).toBe('forbidden')
    expect(await refusal('otherWorker')).toBe('not_found')
  })
})
