import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import type { TestApi } from '../kernel/api'
import { openWhistleHouse, type WhistleHouse } from './house'

type Report = Input<'whistle.submit'>

// nine o’clock in China
const monday = '2026-11-09T01:00:00Z'

let house: WhistleHouse
let api: TestApi
let tokens: WhistleHouse['tokens']
beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date(monday) })
  ;({ api, tokens } = house)
})
beforeEach(() => house.anew(monday))
afterEach(() => expect(api.faults).toEqual([]))
afterAll(() => api.close())

const send = (more: Partial<Report> = {}, token = tokens.resident) =>
  api.get(token, 'whistle.submit', house.report(more))
const refused = (more: Partial<Report>, token = tokens.resident) =>
  api.refusal(token, 'whistle.submit', house.report(more))
const written = async () =>
  (
    await api.owner(
      `select (select count(*) from whistle) as whistles, (select count(*) from whistle_photo) as photos,
         (select count(*) from record) as lines, (select count(*) from inbox) as told`,
    )
  )[0]

describe('a day’s quota', () => {
  test('is ten whistles a person; the eleventh waits until midnight in China, other people’s do not count', async () => {
    api.now = new Date('2026-11-10T15:30:00Z') // half past eleven at night
    for (let n = 0; n < 10; n++) await send()
    const before = await written()
    expect(await refused({})).toBe('whistles_a_day')
    expect(await written()).toEqual(before)
    await send({}, tokens.neighbour)
    api.now = new Date('2026-11-10T16:00:00Z')
    await send()
  })

  test('holds against many sent in the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.ask(tokens.resident, 'whistle.submit', house.report())),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
    const codes = answers.filter(({ status }) => status !== 200).map(({ body }) => (body as ErrorBody).code)
    expect(new Set(codes)).toEqual(new Set(['whistles_a_day']))
  })

  test('is two alike in one compound; a third in the next compound, tomorrow, or about something else is taken', async () => {
    const words = '3单元门口路灯不亮'
    await send({ words })
    await send({ words: '３单元门口，路灯不亮了！' })
    expect(await refused({ words })).toBe('alike_a_day')
    // the category makes no difference, the words do
    expect(await refused({ words, category: 'power' })).toBe('alike_a_day')
    await send({ words, compoundId: house.places.nextCompound.id })
    await send({ words: '垃圾桶满了没人清' })
    await send({ words }, tokens.neighbour)
    house.later(24)
    await send({ words })
  })

  test('takes photos without a word for alike when they are of one kind', async () => {
    const [a, b, c, d] = await house.photos('resident', 4)
    const wordless = ({ words: _, ...report }: Report) => report
    const picture = (id: string, category: Report['category']) =>
      api.ask(tokens.resident, 'whistle.submit', wordless(house.report({ photoIds: [id], category })))
    expect((await picture(a!, 'parking')).status).toBe(200)
    expect((await picture(b!, 'parking')).status).toBe(200)
    expect((await picture(c!, 'parking')).body).toMatchObject({ code: 'alike_a_day' })
    expect((await picture(d!, 'greenery')).status).toBe(200)
  })

  test('does not bind a worker who writes down what others told', async () => {
    for (let n = 0; n < 12; n++)
      await api.get(tokens.worker, 'whistle.intake', {
        communityId: house.places.here.id,
        id: randomUUID(),
        compoundId: house.places.compound.id,
        category: 'water',
        urgency: 'ordinary',
        words: '电话里说停水了',
        source: 'phone',
      })
  })
})

describe('what a worker writes down for somebody else', () => {
  const intake = (more: Partial<Input<'whistle.intake'>> = {}): Input<'whistle.intake'> => {
    const { anonymous: _, ...report } = house.report()
    return { ...report, words: '停水两天了', source: 'phone', name: '李阿姨', phone: '13812345678', ...more }
  }

  test('is kept once, with the number sealed and neither name nor number on the record', async () => {
    const sent = intake()
    const first = await api.get(tokens.worker, 'whistle.intake', sent)
    house.later(24)
    expect(await api.get(tokens.worker, 'whistle.intake', sent)).toEqual(first)
    expect(await api.refusal(tokens.worker, 'whistle.intake', { ...sent, name: '王阿姨' })).toBe('id_taken')
    expect(await api.refusal(tokens.colleague, 'whistle.intake', sent)).toBe('id_taken')
    const callers = await api.owner('select name, phone_cipher from whistle_caller where whistle_id = $1', [
      sent.id,
    ])
    expect(callers).toMatchObject([{ name: '李阿姨' }])
    expect(String(callers[0]!.phone_cipher)).not.toContain('138')
    const lines = await house.lines({ communityId: sent.communityId, whistleId: sent.id })
    expect(lines.map((l) => [l.action, l.after?.by, l.after?.source])).toEqual([
      ['whistle.submitted', 'community', 'phone'],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/阿姨|138/)
  })

  test('is refused like any report, and to whoever does not work for the community', async () => {
    expect(await api.refusal(tokens.worker, 'whistle.intake', intake({ words: '💦' }))).toBe('only_signs')
    expect(await api.refusal(tokens.worker, 'whistle.intake', intake({ phone: '12345' }))).toBe('invalid')
    expect(
      await api.refusal(
        tokens.worker,
        'whistle.intake',
        intake({ compoundId: house.places.compoundThere.id }),
      ),
    ).toBe('place_elsewhere')
    for (const who of ['resident', 'property', 'gridWorker'] as const)
      expect(await api.refusal(tokens[who], 'whistle.intake', intake())).toBe('forbidden')
    expect(await api.refusal(tokens.otherWorker, 'whistle.intake', intake())).toBe('not_found')
  })
})

describe('bad input', () => {
  const cases: [string, () => Partial<Record<keyof Report, unknown>>, string][] = [
    ['2,000 photos', () => ({ photoIds: Array.from({ length: 2000 }, () => randomUUID()) }), 'invalid'],
    ['ten photos', () => ({ photoIds: Array.from({ length: 10 }, () => randomUUID()) }), 'invalid'],
    ['a photo that never was', () => ({ photoIds: [randomUUID()] }), 'photo_unknown'],
    ['a pin on the moon', () => ({ pin: { lat: 0.67, lng: 23.47 } }), 'pin_elsewhere'],
    ['a pin beyond the poles', () => ({ pin: { lat: 91, lng: 106 } }), 'invalid'],
    ['half a pin', () => ({ pin: { lat: 30 } }), 'invalid'],
    [
      'a building of another compound',
      () => ({ buildingId: house.places.buildingElsewhere.id }),
      'place_elsewhere',
    ],
    [
      'an entrance of another building',
      () => ({ buildingId: house.places.building.id, entranceId: house.places.entranceOfNext.id }),
      'place_elsewhere',
    ],
    ['an entrance without its building', () => ({ entranceId: house.places.entrance.id }), 'place_elsewhere'],
    [
      'a compound of another community',
      () => ({ compoundId: house.places.compoundThere.id }),
      'place_elsewhere',
    ],
    ['a compound that is no more', () => ({ compoundId: house.places.formerCompound.id }), 'place_elsewhere'],
    ['a community that never was', () => ({ communityId: randomUUID() }), 'place_elsewhere'],
    ['2,501 characters', () => ({ words: '漏'.repeat(2501) }), 'invalid'],
    ['only emoji', () => ({ words: '😡😡💦' }), 'only_signs'],
    ['only signs', () => ({ words: '！？……' }), 'only_signs'],
    ['only spaces', () => ({ words: ' 　\n ' }), 'invalid'],
    ['nothing at all', () => ({ words: undefined }), 'nothing_said'],
    ['an empty list of photos and no word', () => ({ words: undefined, photoIds: [] }), 'nothing_said'],
    ['an unknown category', () => ({ category: 'weather' }), 'invalid'],
    ['an unknown urgency', () => ({ urgency: 'immediately' }), 'invalid'],
    ['a place in 41 characters', () => ({ spot: '楼'.repeat(41) }), 'invalid'],
    ['a word that cannot be stored', () => ({ words: '漏水\0' }), 'invalid'],
    ['a source of one’s own choice', () => ({ source: 'patrol' }) as never, 'invalid'],
    ['an id that is none', () => ({ id: 'first' }), 'invalid'],
  ]
  test.each(cases)('%s is refused, and nothing is written', async (_, more, code) => {
    const before = await written()
    expect(await refused(more() as Partial<Report>)).toBe(code)
    expect(await written()).toEqual(before)
  })

  test('2,500 characters, nine photos and an emoji beside a word are taken', async () => {
    await send({ words: '漏'.repeat(2500) })
    await send({ photoIds: await house.photos('resident', 9) })
    await send({ words: '😡漏' })
    await send({ words: '💦', photoIds: await house.photos('resident') })
  })
})

describe('a photo', () => {
  test('of somebody else, of another community, or refused is unknown', async () => {
    const [other] = await house.photos('neighbour')
    const [broken, moved] = await house.photos('resident', 2)
    await api.owner(
      `update photo set state = 'refused', refused_for = 'broken', width = null, height = null, made_at = null where id = $1`,
      [broken],
    )
    await api.owner(
      `update photo set community_id = $2, file_key = 'c/' || $2::uuid || '/photos/' || id where id = $1`,
      [moved, house.places.there.id],
    )
    for (const id of [other!, broken!, moved!])
      expect(await refused({ photoIds: [id] })).toBe('photo_unknown')
  })

  test('that hangs on one whistle does not hang on another, nor twice on one', async () => {
    const [photo, twice] = await house.photos('resident', 2)
    await send({ photoIds: [photo!] })
    expect(await refused({ photoIds: [photo!] })).toBe('photo_unknown')
    expect(await refused({ photoIds: [twice!, twice!] })).toBe('photo_unknown')
  })

  test('sent with two whistles at once hangs on one of them, and the other is refused', async () => {
    for (let n = 0; n < 5; n++) {
      const photoIds = await house.photos('resident')
      const both = await Promise.all(
        [1, 2].map(() => api.ask(tokens.resident, 'whistle.submit', house.report({ photoIds }))),
      )
      const codes = both.map(({ status, body }) => (status === 200 ? 'taken' : (body as ErrorBody).code))
      expect(codes.sort()).toEqual(['photo_unknown', 'taken'])
    }
  })
})

test('without a session nobody whistles', async () => {
  const { status, body } = await api.ask(undefined, 'whistle.submit', house.report())
  expect([status, body]).toMatchObject([401, { code: 'signed_out' }])
})
