import { randomUUID } from 'node:crypto'
import { recorded } from '../kernel/signIn'
import type { At } from './house'
import { openReaders, type Readers, type Who } from './readers'

let house: Readers
beforeAll(async () => {
  house = await openReaders()
})
afterAll(async () => {
  expect(house.api.faults).toEqual([])
  await house.api.close()
})

const taken = async (at: At, person: Who | null) => ({
  ...at,
  dispatchId: await house.dispatchOf(at),
  personId: person && house.readers[person].id,
})
const taking = async (who: Who, at: At, person: Who | null) =>
  house.get(who, 'whistle.take', await taken(at, person))
const refused = async (who: Who, at: At, person: Who | null) =>
  house.refusal(who, 'whistle.take', await taken(at, person))

describe('what lies on a shared desk', () => {
  test('is taken by one, handed on, and given back, each step on the record', async () => {
    const at = await house.sent()
    expect(await taking('property', at, 'property')).toEqual({ takenBy: '物业经办人' })
    expect(await refused('secondHand', at, 'secondHand')).toBe('not_yours_to_take')
    expect(await taking('property', at, 'secondHand')).toEqual({ takenBy: '物业同事' })
    expect(await refused('property', at, null)).toBe('not_yours_to_take')
    expect(await taking('secondHand', at, null)).toEqual({ takenBy: null })
    expect((await recorded(house.api, at.whistleId)).slice(3)).toEqual([
      'whistle.taken',
      'whistle.handedOn',
      'whistle.taken',
    ])
    const { steps } = await house.get('resident', 'whistle.get', at)
    expect(steps.slice(3).map((s) => s.says)).toEqual([
      '弘运物业公司有人接下了',
      '弘运物业公司转给了同事',
      '弘运物业公司放回桌上，等人接',
    ])
  })

  test('that was taken by somebody who has left is free again', async () => {
    const at = await house.sent()
    await taking('property', at, 'secondHand')
    const left = `update role_grant set to_day = '2026-11-20' where person_id = $1`
    await house.api.owner(left, [house.readers.secondHand.id])
    expect(await taking('property', at, 'property')).toEqual({ takenBy: '物业经办人' })
    await house.api.owner('update role_grant set to_day = null where person_id = $1', [
      house.readers.secondHand.id,
    ])
  })

  test('is handed to colleagues alone, and taken by nobody of another desk', async () => {
    const at = await house.sent()
    expect(await refused('property', at, 'department')).toBe('colleague_unknown')
    expect(await refused('property', at, 'resident')).toBe('colleague_unknown')
    for (const who of ['department', 'committee', 'branch'] as const)
      expect([who, await refused(who, at, who)]).toEqual([who, 'not_found'])
    for (const who of ['worker', 'liaison', 'resident'] as const)
      expect([who, await refused(who, at, null)]).toEqual([who, 'forbidden'])
    expect(await refused('otherWorker', at, null)).toBe('not_found')
  })

  test('is told to the colleague to whom it was handed, and who sits there is known at the desk', async () => {
    const at = await house.sent()
    const dispatchId = await house.dispatchOf(at)
    const { items } = await house.get('property', 'whistle.colleagues', { ...at, dispatchId })
    expect(items.map((c) => c.name).sort()).toEqual(['物业同事', '物业经办人'])
    expect(await house.refusal('department', 'whistle.colleagues', { ...at, dispatchId })).toBe('not_found')
    await taking('property', at, 'secondHand')
    const told = (await house.get('secondHand', 'inbox.list', {})).items.find(
      (l) => l.subjectId === at.whistleId,
    )
    expect(told).toMatchObject({ actor: '弘运物业公司', says: '转给了你', next: '请 今天 12:00 前到场' })
  })

  test('is no longer taken once it was sent to others or is done', async () => {
    const at = await house.sent()
    const dispatchId = await house.dispatchOf(at)
    house.later(1 / 3600)
    await house.dispatch(at, { lead: house.parties.department })
    const input = { ...at, dispatchId, personId: house.readers.property.id }
    expect(await house.refusal('property', 'whistle.take', input)).toBe('whistle_moved')
    await house.get('department', 'whistle.respond', at)
    await house.get('department', 'whistle.resolve', { ...at, words: '好了' })
    expect(await refused('department', at, 'department')).toBe('whistle_moved')
  })

  test('is taken by one of two who take it at once', async () => {
    for (let round = 0; round < 20; round++) {
      const at = await house.sent()
      const dispatchId = await house.dispatchOf(at)
      const answers = await Promise.all(
        (['property', 'secondHand'] as const).map((who) =>
          house.api.ask(house.readers[who].token, 'whistle.take', {
            ...at,
            dispatchId,
            personId: house.readers[who].id,
          }),
        ),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    }
  })
})

describe('a co-party', () => {
  const helped = async () => {
    const at = await house.submit()
    await house.get('worker', 'whistle.accept', at)
    await house.dispatch(at, { co: [house.parties.department] })
    return { ...at, dispatchId: await house.dispatchOf(at, '城管中队') }
  }

  test('tells the lead what it has done, once and only once, with its photos', async () => {
    const at = await helped()
    const { dispatchId: _, ...key } = at
    expect((await house.get('department', 'whistle.get', key)).mayReport).toBe(true)
    expect((await house.get('property', 'whistle.get', key)).mayReport).toBe(false)
    const [photo] = await house.photos('department')
    const report = { ...at, id: randomUUID(), words: '围挡已经搭好', photoIds: [photo!] }
    for (let n = 0; n < 3; n++)
      expect(await house.get('department', 'whistle.report', report)).toEqual({ id: report.id })
    const { steps } = await house.get('property', 'whistle.get', key)
    const told = steps.filter((s) => s.action === 'whistle.reported')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ says: '城管中队报告了进展', by: '城管中队', words: '围挡已经搭好' })
    expect(told[0]!.photos).toMatchObject([{ photoId: photo, when: 'after' }])
    expect(await house.refusal('department', 'whistle.report', { ...report, words: '别的话' })).toBe(
      'id_taken',
    )
    const { items } = await house.get('property', 'inbox.list', {})
    expect(items.find((l) => l.subjectId === at.whistleId)).toMatchObject({
      says: '报告了进展',
      actor: '城管中队',
    })
  })

  test('that sends it twice at once is heard once', async () => {
    const at = await helped()
    const report = { ...at, id: randomUUID(), words: '到了' }
    await Promise.all(Array.from({ length: 4 }, () => house.get('department', 'whistle.report', report)))
    expect((await recorded(house.api, at.whistleId)).filter((a) => a === 'whistle.reported')).toHaveLength(1)
  })

  test('is heard by nobody else’s voice, without another’s photo, and not once it is over', async () => {
    const at = await helped()
    const report = { ...at, id: randomUUID(), words: '我来说' }
    for (const who of ['property', 'committee', 'branch'] as const)
      expect([who, await house.refusal(who, 'whistle.report', report)]).toEqual([who, 'not_found'])
    for (const who of ['worker', 'resident'] as const)
      expect([who, await house.refusal(who, 'whistle.report', report)]).toEqual([who, 'forbidden'])
    const [photo] = await house.photos('resident')
    expect(await house.refusal('department', 'whistle.report', { ...report, photoIds: [photo!] })).toBe(
      'photo_unknown',
    )
    const { dispatchId: _, ...key } = at
    await house.get('property', 'whistle.respond', key)
    await house.get('property', 'whistle.resolve', { ...key, words: '好了' })
    expect(await house.refusal('department', 'whistle.report', report)).toBe('whistle_moved')
    expect(await recorded(house.api, at.whistleId)).not.toContain('whistle.reported')
  })
})
