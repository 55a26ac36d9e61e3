import { randomUUID } from 'node:crypto'
import S3rver from 's3rver'
import type { Bucket } from '../../functions/kernel/storage/s3'
import type { Storage } from '../../functions/kernel/storage/storage'
import { makeTestFolder } from '../kernel/server'
import { openPhotoHouse, type PhotoHouse } from '../media/house'
import { jpeg } from '../media/pictures'
import { openRollHouse } from '../roll/house'
import { csv, headings, ownerLine } from '../roll/sheets'

const name = 'shaodao-files'
let standIn: S3rver
let endpoint: string
let s3: Storage
let house: PhotoHouse

beforeAll(async () => {
  // it checks neither signatures nor policies: what they say is read below
  const buckets = { configureBuckets: [{ name }], directory: makeTestFolder() }
  standIn = new S3rver({ address: '127.0.0.1', port: 0, silent: true, ...buckets })
  const { port } = await standIn.run()
  endpoint = `http://127.0.0.1:${port}`
  Object.assign(process.env, {
    STORAGE_S3_BUCKET: name,
    STORAGE_S3_ENDPOINT: endpoint,
    STORAGE_S3_REGION: 'cn-north-1',
    STORAGE_S3_KEY: 'S3RVER',
    STORAGE_S3_SECRET: 'S3RVER',
  })
  const { storage } = await import('../../functions/kernel/storage')
  s3 = storage()
  house = await openPhotoHouse()
  // addresses are held against the clock of the bucket
  house.api.now = new Date()
})
afterAll(async () => {
  await house.close()
  await standIn.close()
})

const communityId = '0190f5a0-0000-7000-8000-000000000001'
const keyOf = (end = 'original') => `c/${communityId}/photos/${randomUUID()}/${end}`
const bucket: Bucket = {
  name,
  endpoint: undefined,
  region: 'cn-north-1',
  key: 'key',
  secret: 'secret',
  inPath: false,
}

describe('a bucket', () => {
  test('keeps a photo from the phone to its pictures, and not what was uploaded', async () => {
    const id = await house.put(await jpeg({ width: 2000, height: 1500 }))
    expect(await house.filesOf(id)).toEqual(['original'])
    const view = await house.finish(id)
    expect(view).toMatchObject({ state: 'ready', width: 1600, height: 1200 })
    expect(view.whole).toMatch(new RegExp(`^${endpoint}/${name}/c/`))
    const res = await fetch(view.whole!)
    expect(Object.fromEntries(res.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=900',
    })
    expect(Buffer.from(await res.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(await house.filesOf(id)).toEqual(['whole', 'thumb'])
    expect(house.api.faults).toEqual([])
  })

  test('takes a roll in', async () => {
    const roll = await openRollHouse()
    const view = await roll.takeIn(csv([headings, ownerLine('1', '业主甲')]))
    expect(view.state).toBe('imported')
    expect(await s3.readFile(`c/${roll.communityId}/rolls/${view.rollId}`)).toBeUndefined()
    await roll.close()
  })

  test('tells what is not there as such, and removes it without complaint', async () => {
    const key = keyOf()
    expect(await s3.readFile(key)).toBeUndefined()
    await s3.removeFile(key)
    await s3.putFile(key, Buffer.from('甲'), 'image/jpeg')
    await s3.putFile(key, Buffer.from('乙'), 'image/jpeg')
    expect((await s3.readFile(key))?.toString()).toBe('乙')
    await s3.removeFile(key)
    expect(await s3.readFile(key)).toBeUndefined()
  })

  test('that is not reached is a fault and not an empty place', async () => {
    const { openS3 } = await import('../../functions/kernel/storage/s3')
    const away = openS3({ ...bucket, endpoint: 'http://127.0.0.1:9' })
    await expect(away.readFile(keyOf())).rejects.toThrow()
    const other = openS3({ ...bucket, name: 'another', endpoint, key: 'S3RVER', secret: 'S3RVER' })
    await expect(other.readFile(keyOf())).rejects.toThrow('bucket')
  })
})

describe('what is signed for a bucket', () => {
  const until = new Date('2026-11-21T02:30:00Z')
  const open = async (more: Partial<Bucket> = {}) =>
    (await import('../../functions/kernel/storage/s3')).openS3({ ...bucket, ...more })

  test('lets one file in: under its key, of its type and size, until its time, and nothing else', async () => {
    const key = keyOf()
    const terms = { key, contentTypes: ['image/png', 'image/x'] as const, bytesAtMost: 4321, until }
    for (let n = 0; n < 50; n++) {
      const { url, fields } = await (await open()).uploadPolicy(terms)
      expect(url).toBe(`https://${name}.s3.cn-north-1.amazonaws.com.cn/`)
      const policy = JSON.parse(Buffer.from(fields.Policy!, 'base64').toString()) as {
        expiration: string
        conditions: unknown[]
      }
      expect(policy.expiration).toBe('2026-11-21T02:30:00Z')
      expect(policy.conditions).toEqual(
        expect.arrayContaining([
          { key },
          { bucket: name },
          { 'Content-Type': 'image/png' },
          ['content-length-range', 1, 4321],
        ]),
      )
      // every other condition is one of the signature's own
      expect(policy.conditions).toHaveLength(7)
      expect(fields).toMatchObject({ key, 'Content-Type': 'image/png' })
      expect(Object.keys(fields).sort()).toEqual(
        ['Content-Type', 'Policy', 'bucket', 'key']
          .concat(['Algorithm', 'Credential', 'Date', 'Signature'].map((n) => `X-Amz-${n}`))
          .sort(),
      )
    }
  })

  test('lets one file be read until its time, by the same address whenever it is made', async () => {
    const key = keyOf('thumb.jpg')
    const address = await (await open()).readAddress(key, until)
    expect(await (await open()).readAddress(key, new Date(until))).toBe(address)
    const { pathname, host, searchParams: query } = new URL(address)
    expect([host, pathname]).toEqual([`${name}.s3.cn-north-1.amazonaws.com.cn`, `/${key}`])
    const signed = query.get('X-Amz-Date')!.replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:')
    expect(Date.parse(signed) + Number(query.get('X-Amz-Expires')) * 1000).toBe(until.getTime())
    expect(query.get('X-Amz-SignedHeaders')).toBe('host')
    expect(await (await open({ secret: 'other' })).readAddress(key, until)).not.toBe(address)
  })

  test('names the bucket in the path where that is asked for', async () => {
    const elsewhere = { endpoint: 'https://files.example' }
    const hostOf = async (more: Partial<Bucket>) =>
      (await (await open(more)).readAddress(keyOf(), until)).split('/c/')[0]
    expect(await hostOf(elsewhere)).toBe(`https://${name}.files.example`)
    expect(await hostOf({ ...elsewhere, inPath: true })).toBe(`https://files.example/${name}`)
  })

  test.each(['rolls/1', `c/${communityId}/../x`])('is never %j', async (key) => {
    const terms = { key, contentTypes: ['image/png'] as const, bytesAtMost: 1, until }
    await expect((await open()).uploadPolicy(terms)).rejects.toThrow('under its community')
    await expect((await open()).readAddress(key, until)).rejects.toThrow('under its community')
    await expect((await open()).readFile(key)).rejects.toThrow('under its community')
    await expect((await open()).putFile(key, Buffer.from('x'), 'x/y')).rejects.toThrow('under its community')
    await expect((await open()).removeFile(key)).rejects.toThrow('under its community')
  })
})
