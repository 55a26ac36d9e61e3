import '../kernel/screens/inBrowser'
import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { keepAnswer, readKept } from '../../miniprogram/kernel/kept'
import { PhotoGrid, photosHere, usePhotos } from '../../miniprogram/kernel/photos'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone, openAs } from '../kernel/screens/open'
import { owner, salt } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { phone } from '../kernel/taro'

// jsdom draws nothing: a picture of so many pixels, and what shrinking leaves of it
let drawn: [number, number] | undefined
let shrunkBytes = 90_000
let isPicture = true
const revoked: string[] = []
const blobs: Blob[] = []
Object.defineProperties(HTMLImageElement.prototype, {
  decode: {
    value: async () => {
      if (!isPicture) throw new Error('no picture')
    },
  },
  naturalWidth: { get: () => 4000 },
  naturalHeight: { get: () => 3000 },
})
Object.assign(HTMLCanvasElement.prototype, {
  getContext: () => ({
    drawImage: (_image: unknown, _x: number, _y: number, width: number, height: number) => {
      drawn = [width, height]
    },
  }),
  toDataURL: () => `data:image/jpeg;base64,${btoa('x'.repeat(shrunkBytes))}`,
})
Object.assign(URL, {
  createObjectURL: (blob: Blob) => {
    blobs.push(blob)
    return `blob:${blobs.length}`
  },
  revokeObjectURL: (address: string) => revoked.push(address),
})

let server: ReturnType<typeof photoServer>
beforeEach(() => {
  newPhone()
  camera.reset()
  server = photoServer()
  shrunkBytes = 90_000
  isPicture = true
  revoked.length = 0
  blobs.length = 0
})

function Form({ communityId }: { communityId?: string }) {
  const [keys, setKeys] = useState<readonly string[]>([])
  return <PhotoGrid of={usePhotos({ communityId, keys, change: setKeys, most: 9 })} />
}
const open = (communityId?: string) =>
  openAs(owner, <Form communityId={communityId} />, { answers: server.answers })
const choose = async () => {
  camera.takes(3_000_000)
  await tap('button', /拍照或选照片|再加照片/)
}

test('a picture is shrunk, kept as text, and goes up as a file of just those bytes', async () => {
  const wire = await open(salt.communityId)
  await choose()
  expect(await screen.findByText('已传')).toBeTruthy()
  expect(drawn).toEqual([1280, 960])
  expect(wire.of('media.upload')[0]?.bytes).toBe(90_000)
  expect(blobs.map((b) => [b.size, b.type])).toEqual([[90_000, 'image/jpeg']])
  expect(camera.uploads[0]?.filePath).toBe('blob:1')
  expect(revoked).toContain('blob:1')
  expect(screen.getByRole('img').getAttribute('src')).toMatch(/^data:image\/jpeg/)
})

test('it is found again after the page was closed, and gone once it is taken away', async () => {
  await open()
  await choose()
  const kept = () => [...phone.storage.keys()].filter((key) => key.startsWith('shaodao.photo.'))
  expect(kept()).toHaveLength(1)
  await tap('button', '删掉第 1 张照片')
  expect(kept()).toEqual([])
  expect(photosHere.get()).toEqual({})
})

test('what the browser cannot read as a picture is told', async () => {
  await open()
  isPicture = false
  await choose()
  expect(screen.getByText('有一张不是照片，没有加上，请换一张')).toBeTruthy()
})

test('three megabytes fit; before that it is said that it gets short', async () => {
  await open()
  shrunkBytes = 1_300_000
  await choose()
  await choose()
  expect(screen.getByText(/占了 2\.5 MB，最多存 3 MB。快满了/)).toBeTruthy()
  await choose()
  expect(screen.getByText(/照片满了（最多 3 MB）/)).toBeTruthy()
  expect(Object.keys(photosHere.get())).toHaveLength(2)
})

test('answers kept for reading make room for a photo that cannot be asked for again', async () => {
  await open()
  keepAnswer('place.get {}', { name: '盐溪桥小区' })
  const put = phone.storage.set
  phone.storage.set = (key, value) => {
    if (key.startsWith('shaodao.photo.') && readKept('place.get {}') !== undefined) throw new Error('full')
    return put.call(phone.storage, key, value)
  }
  await choose()
  phone.storage.set = put
  await act(async () => {})
  expect(Object.keys(photosHere.get())).toHaveLength(1)
  expect(readKept('place.get {}')).toBeUndefined()
})
