import { Client } from 'pg'
import { ourDisk } from '../../functions/kernel/storage'
import { makePhotos } from '../../functions/media/makePhotos'
import { tick } from '../../functions/tick'
import { eraseWord } from '../../shared/me/words'
import { recorded } from '../kernel/signIn'
import { openPhotoHouse, type PhotoHouse } from './house'
import { jpeg, plainPng } from './pictures'

let house: PhotoHouse
let start: Date
beforeAll(async () => {
  house = await openPhotoHouse()
  start = house.api.now
})
afterAll(() => house.close())
beforeEach(async () => {
  house.api.now = start
  await house.api.owner('truncate photo cascade')
})
afterEach(() => expect(house.api.faults).toEqual([]))

const minute = 60_000
const day = 24 * 60 * minute
const later = (ms: number) => new Date(start.getTime() + ms)
const run = (ms: number) => tick(house.api.database.urls.tick, later(ms))
const stateOf = async (id: string) => {
  const [row] = await house.api.owner<{ state: string; refused_for: string | null }>(
    'select state, refused_for from photo where id = $1',
    [id],
  )
  return [row!.state, row!.refused_for]
}

describe('the scheduler', () => {
  test('makes what was sent when the phone did not come back to say so, after two minutes', async () => {
    const id = await house.put(await jpeg())
    await run(2 * minute)
    expect(await stateOf(id)).toEqual(['opened', null])
    expect((await run(2 * minute + 1)).photos).toBe(1)
    expect(await stateOf(id)).toEqual(['ready', null])
    expect(await house.filesOf(id)).toEqual(['whole', 'thumb'])
    expect(await recorded(house.api, id)).toEqual(['photo.opened', 'photo.made'])
    const [line] = await house.api.owner(
      `select actor_id, after from record where subject_id = $1 and action = 'photo.made'`,
      [id],
    )
    expect(line).toEqual({ actor_id: null, after: { state: 'ready', width: 1200, height: 900 } })
    // the phone does come back, and finds it made
    const view = await house.finish(id)
    expect([view.state, view.width, view.height]).toEqual(['ready', 1200, 900])
    expect((await house.look(view.thumb)).length).toBeGreaterThan(100)
  })

  test('refuses what is no photo, and removes it', async () => {
    const [bad, bomb] = [await house.put(Buffer.from('no photo')), await house.put(plainPng(30_000, 30_000))]
    expect((await run(3 * minute)).photos).toBe(2)
    expect([await stateOf(bad), await stateOf(bomb)]).toEqual([
      ['refused', 'notAPicture'],
      ['refused', 'tooLarge'],
    ])
    expect([await house.filesOf(bad), await house.filesOf(bomb)]).toEqual([[], []])
  })

  test('gives up after two days what never came, and makes what came all the same', async () => {
    const { id: never } = await house.open(await jpeg())
    const late = await house.put(await jpeg())
    await house.api.owner(`update photo set state = 'opened' where id = $1`, [late])
    await run(2 * day)
    expect(await stateOf(never)).toEqual(['opened', null])
    expect(await stateOf(late)).toEqual(['ready', null])
    await run(2 * day + 1)
    expect(await stateOf(never)).toEqual(['refused', 'neverCame'])
    expect((await house.finish(never)).says).toMatch(/没有传上来/)
    expect(await recorded(house.api, never)).toEqual(['photo.opened', 'photo.made'])
  })

  test('done twice, or by two at once, makes each photo once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, async () => house.put(await jpeg())))
    const both = await Promise.all([run(5 * minute), run(5 * minute)])
    await run(5 * minute)
    expect(both[0]!.photos + both[1]!.photos).toBeLessThanOrEqual(6)
    for (const id of ids) {
      expect(await stateOf(id)).toEqual(['ready', null])
      expect(await recorded(house.api, id)).toEqual(['photo.opened', 'photo.made'])
    }
    expect((await run(5 * minute)).photos).toBe(0)
  })

  test('leaves alone what a phone is finishing just now', async () => {
    const id = await house.put(await jpeg())
    house.api.now = later(5 * minute)
    const [view] = await Promise.all([house.finish(id), run(5 * minute)])
    expect(view.state).toBe('ready')
    expect(await recorded(house.api, id)).toEqual(['photo.opened', 'photo.made'])
  })

  test('reaches those that were sent behind a hundred that never came', async () => {
    await house.api.owner(
      `insert into photo (community_id, id, author_id, file_key, bytes, content_type, state, opened_at, open_until)
       select $1::uuid, g, $2, 'c/' || $1 || '/photos/' || g, 1, 'image/jpeg', 'opened', $3::timestamptz - interval '1 hour', $3
       from (select gen_random_uuid() as g from generate_series(1, 120)) as new`,
      [house.communityId, (await house.addNeighbour()).id, start],
    )
    const id = await house.put(await jpeg())
    await run(3 * minute)
    expect(await stateOf(id)).toEqual(['ready', null])
  })

  test('clears away a copy that was sent after the photo was made, once nothing more can come', async () => {
    const file = await jpeg()
    const id = await house.put(file)
    await house.finish(id)
    // the answer was lost: the phone begins again
    house.api.now = later(10 * minute)
    await house.send(await house.open(file, id), file)
    expect((await house.finish(id)).state).toBe('ready')
    expect(await house.filesOf(id)).toEqual(['original', 'whole', 'thumb'])
    await run(39 * minute)
    expect(await house.filesOf(id)).toEqual(['original', 'whole', 'thumb'])
    expect((await run(41 * minute)).photos).toBe(1)
    expect(await house.filesOf(id)).toEqual(['whole', 'thumb'])
    expect((await run(41 * minute)).photos).toBe(0)
  })

  test('goes on past a photo that it cannot write, tells of it, and finds it the next time', async () => {
    const ids = [await house.put(await jpeg()), await house.put(await jpeg())]
    const planted = jest.spyOn(ourDisk(), 'putFile').mockRejectedValueOnce(new Error('the disk is full'))
    await expect(run(3 * minute)).rejects.toThrow('full')
    planted.mockRestore()
    const states = async () => (await Promise.all(ids.map(stateOf))).map(([state]) => state).sort()
    expect(await states()).toEqual(['opened', 'ready'])
    expect((await run(3 * minute)).photos).toBe(1)
    expect(await states()).toEqual(['ready', 'ready'])
  })

  test('may neither check photos nor open any', async () => {
    const id = await house.put(await jpeg())
    await house.finish(id)
    const client = new Client({ connectionString: house.api.database.urls.tick })
    await client.connect()
    const denied = /permission denied/
    await expect(client.query(`update photo set check_state = 'released'`)).rejects.toThrow(denied)
    await expect(client.query('delete from photo')).rejects.toThrow(denied)
    await expect(client.query('insert into photo (id) values (gen_random_uuid())')).rejects.toThrow(denied)
    expect(await makePhotos(client, later(minute))).toBe(0)
    await client.end()
  })
})

describe('whoever gives up their account', () => {
  test('takes their photos along; those that were released stay, without who took them', async () => {
    const { api, communityId, worker } = house
    const { id: personId, token } = await house.addNeighbour()
    const [waiting, withheld, released] = await Promise.all(
      [1, 2, 3].map(async () => (await house.take(await jpeg(), token)).photoId),
    )
    const { id: opened } = await house.open(await jpeg(), undefined, token)
    const check = (photoId: string, verdict: 'release' | 'withhold') =>
      api.get(worker, 'media.check', { communityId, photoId, verdict })
    await check(withheld!, 'withhold')
    await check(released!, 'release')

    const { photos } = await api.get(token, 'me.export', {})
    expect(photos.map((p) => p.photoId).sort()).toEqual([waiting, withheld, released, opened].sort())
    const shown = photos.find((p) => p.photoId === waiting)!
    expect(shown).toMatchObject({
      communityId,
      contentType: 'image/jpeg',
      width: 1200,
      checkState: 'waiting',
    })
    expect((await house.look(String(shown.whole))).length).toBeGreaterThan(100)

    await api.get(token, 'me.erase', { confirm: eraseWord })
    expect(await api.owner('select 1 from photo where author_id = $1', [personId])).toEqual([])
    for (const id of [waiting!, withheld!, opened])
      expect(await stateOf(id)).toEqual(['refused', 'forgotten'])
    expect(await stateOf(released!)).toEqual(['ready', null])
    // nothing more can be sent once the last address has expired: then the files go
    await run(31 * minute)
    for (const id of [waiting!, withheld!, opened]) expect(await house.filesOf(id)).toEqual([])
    expect(await house.filesOf(released!)).toEqual(['whole', 'thumb'])
    expect(await api.get(worker, 'media.get', { communityId, photoId: released! })).toMatchObject({
      checkState: 'released',
    })
  })
})

test('what must never be of a photo cannot be, not even by hand', async () => {
  const id = await house.put(await jpeg())
  const { api } = house
  const set = (what: string) => api.owner(`update photo set ${what} where id = $1`, [id])
  const checked = `checked_by = author_id, checked_at = opened_at`
  for (const wrong of [
    `state = 'ready'`,
    `state = 'refused'`,
    `made_at = opened_at`,
    `state = 'ready', made_at = opened_at`,
    `check_state = 'released', ${checked}`,
    `check_state = 'withheld', ${checked}`,
    `author_id = null`,
    `open_until = null`,
    `file_key = 'c/elsewhere'`,
    `bytes = 10485761`,
    `content_type = 'text/html'`,
  ])
    await expect(set(wrong)).rejects.toThrow(/check constraint/)
  await house.finish(id)
  for (const wrong of [
    `check_state = 'released'`,
    `check_state = 'released', checked_by = author_id`,
    checked,
    `refused_for = 'broken'`,
    `state = 'opened'`,
    `width = null`,
    `width = 0`,
  ])
    await expect(set(wrong)).rejects.toThrow(/check constraint/)
})
