import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { recorded } from '../kernel/signIn'
import { openPhotoHouse, type PhotoHouse } from './house'
import { jpeg, movingWebp, plainPng, png, tellingJpeg, webp } from './pictures'

let house: PhotoHouse
beforeAll(async () => {
  house = await openPhotoHouse()
})
afterAll(() => house.close())
afterEach(() => expect(house.api.faults).toEqual([]))

const rowOf = async (id: string) =>
  (await house.api.owner<Record<string, unknown>>('select * from photo where id = $1', [id]))[0]!
/** Red or blue, at a place told in parts of the whole. */
async function colourAt(picture: Buffer, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  return data[at]! > data[at + 2]! ? 'red' : 'blue'
}

describe('a photo', () => {
  test.each([
    ['image/jpeg', jpeg],
    ['image/png', png],
    ['image/webp', webp],
  ] as const)('of %s is sent to the storage and made into two pictures', async (type, draw) => {
    const file = await draw({ width: 3000, height: 2000 })
    const id = await house.put(file, undefined, type)
    const view = await house.finish(id)
    expect(view).toMatchObject({
      photoId: id,
      state: 'ready',
      checkState: 'waiting',
      width: 1600,
      height: 1067,
      says: null,
    })
    const [whole, thumb] = await Promise.all([house.look(view.whole), house.look(view.thumb)])
    expect(await sharp(whole).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 1067 })
    expect(await sharp(thumb).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 320 })
    // what was uploaded is not kept
    expect(await house.filesOf(id)).toEqual(['whole', 'thumb'])
    expect(await recorded(house.api, id)).toEqual(['photo.opened', 'photo.made'])
  })

  test('smaller than a screen stays as large as it is', async () => {
    const view = await house.take(await jpeg({ width: 300, height: 200 }))
    expect([view.width, view.height]).toEqual([300, 200])
  })

  test('that is partly clear lies on white', async () => {
    const clear = { create: { width: 64, height: 64, channels: 4, background: '#00000000' } } as const
    const id = await house.put(await sharp(clear).png().toBuffer(), undefined, 'image/png')
    const { whole } = await house.finish(id)
    expect((await sharp(await house.look(whole)).stats()).channels[0]!.min).toBe(255)
  })

  test('keeps no word of where, when, by whom and with what it was taken', async () => {
    const file = await tellingJpeg()
    const before = await sharp(file).metadata()
    expect([before.exif, before.xmp, before.icc].map(Boolean)).toEqual([true, true, true])
    expect(file.includes('Phone of somebody')).toBe(true)
    const view = await house.take(file)
    for (const address of [view.whole, view.thumb]) {
      const picture = await house.look(address)
      const { exif, xmp, icc, iptc, orientation, comments } = await sharp(picture).metadata()
      expect({ exif, xmp, icc, iptc, orientation, comments }).toEqual({})
      for (const word of ['Exif', 'GPS', 'planted', 'Planted', 'omebody', 'ns.adobe.com'])
        expect([word, picture.includes(word)]).toEqual([word, false])
    }
  })

  test.each([
    [1, 400, 300, 'red', 'blue'],
    [3, 400, 300, 'blue', 'red'],
  ])('taken with orientation %i stands upright', async (orientation, width, height, left, right) => {
    const view = await house.take(await jpeg({ width: 400, height: 300, orientation }))
    expect([view.width, view.height]).toEqual([width, height])
    const picture = await house.look(view.whole)
    expect([await colourAt(picture, 0.1, 0.5), await colourAt(picture, 0.9, 0.5)]).toEqual([left, right])
  })
  test.each([
    [6, 'red', 'blue'],
    [8, 'blue', 'red'],
  ])('taken sideways, with orientation %i, stands upright', async (orientation, top, bottom) => {
    const view = await house.take(await jpeg({ width: 400, height: 300, orientation }))
    expect([view.width, view.height]).toEqual([300, 400])
    const picture = await house.look(view.whole)
    expect([await colourAt(picture, 0.5, 0.1), await colourAt(picture, 0.5, 0.9)]).toEqual([top, bottom])
  })
})

describe('a file that is no photo', () => {
  const cut = async (part: number) => {
    const file = await jpeg({ width: 2000, height: 1500 })
    return file.subarray(0, Math.floor(file.length * part))
  }
  const lying = async () => {
    const file = await jpeg()
    // the frame's header tells of more than there is
    const at = file.indexOf(Buffer.from([0xff, 0xc0]))
    file.writeUInt16BE(65_000, at + 5)
    file.writeUInt16BE(65_000, at + 7)
    return file
  }
  test.each<[string, () => Promise<Buffer>, string, RegExp]>([
    ['a text called jpg', async () => Buffer.from('GPS 29.97,106.27\n'.repeat(50)), 'notAPicture', /重新拍/],
    ['a page', async () => Buffer.from('<html><script>1</script></html>'), 'notAPicture', /不是照片/],
    [
      'a drawing in SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'notAPicture',
      /不是照片/,
    ],
    ['one byte', async () => Buffer.from([0xff]), 'notAPicture', /不是照片/],
    [
      'a GIF',
      async () =>
        sharp(await png())
          .gif()
          .toBuffer(),
      'notAPicture',
      /不是照片/,
    ],
    [
      'the first bytes of a JPEG alone',
      async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      'broken',
      /不完整/,
    ],
    ['a JPEG that ends in the middle', () => cut(0.5), 'broken', /不完整/],
    ['a JPEG that ends before its last lines', () => cut(0.98), 'broken', /不完整/],
    ['a PNG that ends in the middle', async () => (await png()).subarray(0, 1500), 'broken', /不完整/],
    ['a WebP that ends in the middle', async () => (await webp()).subarray(0, 300), 'broken', /不完整/],
    ['900 million points of one colour', async () => plainPng(30_000, 30_000), 'tooLarge', /太大/],
    ['a header that promises 4000 million points', lying, 'tooLarge', /太大/],
    ['a line of 60,000 points', async () => plainPng(60_000, 1), 'tooLong', /太长/],
    ['a column of 60,000 points', async () => plainPng(1, 60_000), 'tooLong', /太长/],
    ['one point', async () => plainPng(1, 1), 'tooSmall', /太小/],
    ['a moving picture', movingWebp, 'moving', /动图/],
  ])('%s is refused, and nothing is kept of it', async (_, draw, reason, says) => {
    const id = await house.put(await draw())
    const view = await house.finish(id)
    expect(view).toMatchObject({ state: 'refused', width: null, height: null, thumb: null, whole: null })
    expect(view.says).toMatch(says)
    expect(await rowOf(id)).toMatchObject({ state: 'refused', refused_for: reason, made_at: null })
    expect(await house.filesOf(id)).toEqual([])
    expect(await recorded(house.api, id)).toEqual(['photo.opened', 'photo.made'])
    // and it stays so
    expect(await house.finish(id)).toEqual(view)
  })

  test('broken anywhere is refused or made, and never a fault', async () => {
    const whole = await jpeg({ width: 200, height: 150 })
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 25)) {
      const broken = Buffer.from(whole)
      broken[at]! ^= 0xff
      expect(['ready', 'refused']).toContain((await house.take(broken)).state)
    }
  })

  test('of 900 million points is looked at without filling memory', async () => {
    const id = await house.put(plainPng(30_000, 30_000))
    const before = process.memoryUsage().rss
    await house.finish(id)
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024)
  })
})

describe('to say that it is up', () => {
  test('before anything has come is refused, and is possible afterwards', async () => {
    const file = await jpeg()
    const policy = await house.open(file)
    const of = { communityId: house.communityId, photoId: policy.id }
    const early = await house.api.ask(house.neighbour.token, 'media.finish', of)
    expect(early).toMatchObject({ status: 409, body: { code: 'photo_not_there' } })
    expect(await rowOf(policy.id)).toMatchObject({ state: 'opened' })
    expect((await house.send(policy, file)).status).toBe(200)
    expect((await house.finish(policy.id)).state).toBe('ready')
  })

  test('twice, or by five at once, makes one', async () => {
    const id = await house.put(await jpeg())
    const views = await Promise.all(Array.from({ length: 5 }, () => house.finish(id)))
    for (const view of [...views, await house.finish(id)]) expect(view).toEqual(views[0])
    expect(views[0]!.state).toBe('ready')
    expect(await recorded(house.api, id)).toEqual(['photo.opened', 'photo.made'])
  })

  test('for somebody else is refused as if it were not there', async () => {
    const id = await house.put(await jpeg())
    const of = { communityId: house.communityId, photoId: id }
    const other = await house.addNeighbour()
    for (const token of [other.token, house.worker, house.stranger])
      expect(await house.api.refusal(token, 'media.finish', of)).toBe('not_found')
    expect(
      await house.api.refusal(house.neighbour.token, 'media.finish', { ...of, photoId: randomUUID() }),
    ).toBe('not_found')
  })
})
