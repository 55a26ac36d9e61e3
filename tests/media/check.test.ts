import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { tokenHash } from '../../functions/kernel/secrets'
import { recorded } from '../kernel/signIn'
import { openPhotoHouse, type PhotoHouse } from './house'
import { jpeg } from './pictures'

let house: PhotoHouse
beforeAll(async () => {
  house = await openPhotoHouse()
})
afterAll(() => house.close())
afterEach(() => expect(house.api.faults).toEqual([]))

const take = async () => (await house.take(await jpeg({ width: 100, height: 80 }))).photoId
const of = (photoId: string) => ({ communityId: house.communityId, photoId })
const check = (token: string, photoId: string, verdict: 'release' | 'withhold') =>
  house.api.ask(token, 'media.check', { ...of(photoId), verdict })

describe('a photo', () => {
  test('is seen by who took it and by the community’s worker, and by nobody else', async () => {
    const { api, neighbour, worker, stranger } = house
    const id = await take()
    for (const token of [neighbour.token, worker]) {
      const view = await api.get(token, 'media.get', of(id))
      expect(view).toMatchObject({
        photoId: id,
        state: 'ready',
        checkState: 'waiting',
        width: 100,
        height: 80,
      })
      expect((await house.look(view.thumb)).length).toBeGreaterThan(100)
    }
    const gridWorker = await house.addPerson()
    await api.owner(
      `insert into role_grant (id, person_id, role, scope, subdistrict_id, from_day, granted_at)
       select $1, $2, 'subdistrictOfficer', 'subdistrict', subdistrict_id, '2026-01-01', $3 from community where id = $4`,
      [house.newId(), gridWorker.id, api.now, house.communityId],
    )
    const others = [(await house.addNeighbour()).token, stranger, gridWorker.token]
    for (const token of others) expect(await api.refusal(token, 'media.get', of(id))).toBe('not_found')
    expect(await api.refusal(worker, 'media.get', of(randomUUID()))).toBe('not_found')
  })

  test('of another community cannot be found, looked at or checked, by the verbs or in the tables', async () => {
    const { api, stranger } = house
    const id = await take()
    expect(await api.refusal(stranger, 'media.queue', { communityId: house.communityId })).toBe('not_found')
    for (const verdict of ['release', 'withhold'] as const)
      expect((await check(stranger, id, verdict)).status).toBe(404)
    const [elsewhere] = await api.owner<{ id: string }>('select id from community where id <> $1', [
      house.communityId,
    ])
    const under = { communityId: elsewhere!.id, photoId: id }
    expect(await api.refusal(stranger, 'media.get', under)).toBe('not_found')
    expect(await api.refusal(stranger, 'media.check', { ...under, verdict: 'release' })).toBe('not_found')
    const app = new Client({ connectionString: api.database.urls.app })
    await app.connect()
    const seenBy = async (token: string) => {
      await app.query('begin')
      await app.query('select enter($1, $2)', [tokenHash(token), api.now])
      const { rows } = await app.query('select id from photo where id = $1', [id])
      await app.query('rollback')
      return rows.length
    }
    expect([await seenBy(house.worker), await seenBy(house.neighbour.token), await seenBy(stranger)]).toEqual(
      [1, 1, 0],
    )
    await app.end()
  })

  test('that is not there yet has no pictures', async () => {
    const { id } = await house.open(await jpeg())
    const view = await house.api.get(house.neighbour.token, 'media.get', of(id))
    expect(view).toMatchObject({ state: 'opened', thumb: null, whole: null, width: null, says: null })
  })
})

describe('to check a photo', () => {
  test('shows it to others or not, and can be taken back either way', async () => {
    const { api, worker } = house
    const id = await take()
    const steps = ['release', 'withhold', 'release'] as const
    for (const verdict of steps) {
      const { status, body } = await check(worker, id, verdict)
      expect([status, body]).toEqual([200, { checkState: verdict === 'release' ? 'released' : 'withheld' }])
    }
    expect(await api.get(worker, 'media.get', of(id))).toMatchObject({ checkState: 'released' })
    const lines = await api.owner(
      `select before, after, about_id from record where subject_id = $1 and action = 'photo.checked' order by id`,
      [id],
    )
    const states = ['waiting', 'released', 'withheld', 'released']
    expect(lines).toEqual(
      steps.map((_, i) => ({
        before: { checkState: states[i] },
        after: { checkState: states[i + 1] },
        about_id: house.neighbour.id,
      })),
    )
  })

  test('in the same way again, or by two at once, is done once and refused once', async () => {
    const id = await take()
    const answers = await Promise.all([1, 2, 3].map(() => check(house.worker, id, 'release')))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409])
    expect(await check(house.worker, id, 'release')).toMatchObject({
      status: 409,
      body: { code: 'photo_checked' },
    })
    expect(await recorded(house.api, id)).toEqual(['photo.opened', 'photo.made', 'photo.checked'])
  })

  test('is not for who took it, nor possible before it is made', async () => {
    const id = await take()
    expect((await check(house.neighbour.token, id, 'release')).status).toBe(403)
    const { id: opened } = await house.open(await jpeg())
    const { photoId: refused } = await house.take(Buffer.from('no photo'))
    for (const photoId of [opened, refused])
      expect(await check(house.worker, photoId, 'release')).toMatchObject({
        status: 409,
        body: { code: 'photo_not_there' },
      })
  })

  test('is for a worker of their own photo too', async () => {
    const { photoId } = await house.take(await jpeg(), house.worker)
    expect((await check(house.worker, photoId, 'release')).status).toBe(200)
  })
})

describe('what waits to be checked', () => {
  test('is told oldest first, page by page, with how many there are; what is checked is gone', async () => {
    const { api, worker, communityId } = house
    const from = api.now
    await api.owner(
      `update photo set check_state = 'withheld', checked_by = author_id, checked_at = opened_at where state = 'ready'`,
    )
    const file = await jpeg({ width: 64, height: 48 })
    const taken: string[] = []
    for (let n = 0; n < 23; n++) {
      // handed in out of order
      api.now = new Date(from.getTime() + ((n * 7) % 23) * 1000)
      taken[(n * 7) % 23] = (await house.take(file)).photoId
    }
    api.now = from
    await house.open(file)
    const first = await api.get(worker, 'media.queue', { communityId })
    const second = await api.get(worker, 'media.queue', { communityId, after: first.next! })
    expect([first.items.length, first.waiting, second.items.length, second.next]).toEqual([20, 23, 3, null])
    expect([...first.items, ...second.items].map((p) => p.photoId)).toEqual(taken)
    for (const { thumb, whole } of second.items) {
      expect((await house.look(thumb)).length).toBeGreaterThan(100)
      expect((await house.look(whole)).length).toBeGreaterThan(100)
    }
    await check(worker, taken[0]!, 'release')
    await check(worker, taken[1]!, 'withhold')
    const after = await api.get(worker, 'media.queue', { communityId })
    expect([after.waiting, after.items[0]!.photoId]).toEqual([21, taken[2]])
    expect(await api.refusal(worker, 'media.queue', { communityId, after: 'x' })).toBe('invalid')
    expect(await api.refusal(house.neighbour.token, 'media.queue', { communityId })).toBe('forbidden')
  })

  test('is shown again from the same addresses for a quarter of an hour', async () => {
    const { api } = house
    const from = api.now
    const id = await take()
    const look = () => api.get(house.worker, 'media.get', of(id))
    api.now = new Date('2026-11-21T03:00:00Z')
    const first = await look()
    api.now = new Date('2026-11-21T03:14:59Z')
    expect(await look()).toEqual(first)
    api.now = new Date('2026-11-21T03:29:59Z')
    await house.look(first.whole)
    expect((await look()).whole).not.toBe(first.whole)
    api.now = new Date('2026-11-21T03:30:00Z')
    await expect(house.look(first.whole)).rejects.toThrow('address_expired')
    api.now = from
  })
})
