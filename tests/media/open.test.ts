import { randomUUID } from 'node:crypto'
import { photoBytes } from '../../shared/media/contract'
import { photosADay } from '../../shared/media/words'
import { recorded } from '../kernel/signIn'
import { openPhotoHouse, type PhotoHouse } from './house'
import { jpeg } from './pictures'

let house: PhotoHouse
beforeAll(async () => {
  house = await openPhotoHouse()
})
afterAll(() => house.close())
afterEach(() => expect(house.api.faults).toEqual([]))

const one = () => ({
  communityId: house.communityId,
  id: randomUUID(),
  bytes: 1000,
  contentType: 'image/jpeg' as const,
})

describe('to open a photo', () => {
  test('is for whoever belongs to the community, and for who waits to be let in', async () => {
    const { api, communityId, compoundId, newId } = house
    const newcomer = await house.addPerson()
    expect(await api.refusal(newcomer.token, 'media.upload', one())).toBe('not_found')
    expect(await api.refusal(house.stranger, 'media.upload', one())).toBe('not_found')
    expect(await api.refusal(house.worker, 'media.upload', { ...one(), communityId: randomUUID() })).toBe(
      'not_found',
    )
    const [building, home] = [newId(), newId()]
    await api.owner(
      `insert into building (community_id, id, compound_id, name, sort_key, code, since)
       values ($1, $2, $3, '1栋', '1栋', '23456789ABCDEFGH', '2020-01-01')`,
      [communityId, building, compoundId],
    )
    await api.owner(
      `insert into home (community_id, id, compound_id, building_id, number, label, sort_key, kind, area_centiares)
       values ($1, $2, $3, $4, '101', '1栋101', '1栋101', 'dwelling', 8000)`,
      [communityId, home, compoundId, building],
    )
    const claim = { communityId, id: randomUUID(), homeId: home, kind: 'owner' as const, name: '来的人' }
    await api.get(newcomer.token, 'claim.submit', claim)
    for (const token of [newcomer.token, house.neighbour.token, house.worker]) {
      const photo = one()
      expect(await api.get(token, 'media.upload', photo)).toMatchObject({ id: photo.id, url: '/api/storage' })
    }
    await api.get(newcomer.token, 'claim.withdraw', { communityId, claimId: claim.id })
    expect(await api.refusal(newcomer.token, 'media.upload', one())).toBe('not_found')
  })

  test.each([
    [{ bytes: photoBytes + 1 }, 'bytes', '照片最大 10 MB'],
    [{ bytes: 0 }, 'bytes', /./],
    [{ contentType: 'image/heic' }, 'contentType', /./],
    [{ contentType: 'image/svg+xml' }, 'contentType', /./],
  ])('with %j is refused', async (more, field, says) => {
    const asked = { ...one(), ...more } as ReturnType<typeof one>
    const { status, body } = await house.api.ask(house.neighbour.token, 'media.upload', asked)
    expect([status, body]).toMatchObject([422, { code: 'invalid' }])
    expect((body as { fields: Record<string, string> }).fields[field]).toMatch(says)
  })

  test('twice is answered with a fresh address; with other content it is refused and changes nothing', async () => {
    const { api, neighbour } = house
    const photo = one()
    const first = await api.get(neighbour.token, 'media.upload', photo)
    const opened = api.now
    api.now = new Date(opened.getTime() + 3_600_000)
    const again = await api.get(neighbour.token, 'media.upload', photo)
    expect(again).toMatchObject({ id: first.id, url: first.url })
    expect(again.fields.policy).not.toBe(first.fields.policy)
    const row = () => api.owner('select * from photo where id = $1', [photo.id])
    const before = await row()
    expect(before).toMatchObject([{ opened_at: opened, open_until: new Date(api.now.getTime() + 1_800_000) }])
    api.now = new Date(api.now.getTime() + 60_000)
    for (const other of [
      { ...photo, bytes: 999 },
      { ...photo, contentType: 'image/png' as const },
    ])
      expect(await api.refusal(neighbour.token, 'media.upload', other)).toBe('id_taken')
    expect(await api.refusal((await house.addNeighbour()).token, 'media.upload', photo)).toBe('id_taken')
    expect(await row()).toEqual(before)
    expect(await recorded(api, photo.id)).toEqual(['photo.opened'])
    api.now = opened
  })

  test('five times at once opens one', async () => {
    const photo = one()
    await Promise.all(
      Array.from({ length: 5 }, () => house.api.get(house.neighbour.token, 'media.upload', photo)),
    )
    expect(await recorded(house.api, photo.id)).toEqual(['photo.opened'])
  })

  test(`${photosADay} times a day is enough; the next day it goes on`, async () => {
    const { api, communityId } = house
    const { id, token } = await house.addNeighbour()
    await api.owner(
      `insert into photo (community_id, id, author_id, file_key, bytes, content_type, state, opened_at, open_until)
       select $1::uuid, g, $2, 'c/' || $1 || '/photos/' || g, 1, 'image/jpeg', 'opened', $3, $3
       from (select gen_random_uuid() as g from generate_series(1, $4)) as new`,
      [communityId, id, api.now, photosADay - 1],
    )
    const last = one()
    await api.get(token, 'media.upload', last)
    const refused = await api.ask(token, 'media.upload', one())
    expect(refused).toMatchObject({ status: 429, body: { code: 'photos_a_day' } })
    // what was opened already may still be sent
    await api.get(token, 'media.upload', last)
    await api.get(house.neighbour.token, 'media.upload', one())
    const today = api.now
    api.now = new Date(today.getTime() + 86_400_000)
    await api.get(token, 'media.upload', one())
    api.now = today
  })
})

describe('the address that a photo is sent to', () => {
  test('takes no other type, nothing larger and nothing late', async () => {
    const file = await jpeg()
    const refusal = async (res: Response) => [res.status, ((await res.json()) as { code: string }).code]
    const policy = await house.open(file)
    expect(await refusal(await house.send(policy, file, 'text/html'))).toEqual([415, 'upload_wrong_type'])
    expect(await refusal(await house.send(policy, file, 'image/png'))).toEqual([415, 'upload_wrong_type'])
    const more = Buffer.concat([file, Buffer.from('x')])
    expect(await refusal(await house.send(policy, more))).toEqual([413, 'upload_too_large'])
    const now = house.api.now
    house.api.now = new Date(now.getTime() + 30 * 60_000)
    expect(await refusal(await house.send(policy, file))).toEqual([403, 'upload_expired'])
    house.api.now = now
    expect(await house.filesOf(policy.id)).toEqual([])
    expect((await house.send(policy, file, 'application/octet-stream')).status).toBe(200)
  })
})
