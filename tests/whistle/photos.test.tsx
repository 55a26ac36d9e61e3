import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { PhotoField, PhotoGrid, photosHere, usePhotos } from '../../miniprogram/kernel/photos'
import { clearPhotosExcept } from '../../miniprogram/kernel/photos/keep'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone, openAs } from '../kernel/screens/open'
import { owner, salt } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

let server: ReturnType<typeof photoServer>
beforeEach(() => {
  newPhone()
  camera.reset()
  server = photoServer()
})

let keys: readonly string[] = []
function Form({
  communityId,
  from = [],
  most = 9,
}: {
  communityId?: string
  from?: readonly string[]
  most?: number
}) {
  const [held, setHeld] = useState(from)
  keys = held
  return <PhotoGrid of={usePhotos({ communityId, keys: held, change: setHeld, most })} />
}
const open = (answers: Answers = {}, communityId: string | undefined = salt.communityId) =>
  openAs(owner, <Form communityId={communityId} />, { answers: { ...server.answers, ...answers } })
const choose = async (...bytes: number[]) => {
  camera.takes(...bytes)
  await tap('button', /拍照或选照片|再加照片/)
}
const settled = () => act(async () => {})

test('a photo is shrunk, kept on the phone, and goes up at once: opened, its file, finished', async () => {
  const wire = await open()
  await choose(4_000_000)
  expect(await screen.findByText('已传')).toBeTruthy()
  const [opened] = wire.of('media.upload')
  expect(opened).toMatchObject({ communityId: salt.communityId, bytes: 400_000, contentType: 'image/jpeg' })
  expect(camera.uploads).toEqual([
    expect.objectContaining({
      name: 'file',
      formData: { key: opened?.id, policy: 'p' },
      filePath: camera.kept()[0],
    }),
  ])
  expect(wire.of('media.finish')).toEqual([{ communityId: salt.communityId, photoId: opened?.id }])
})

test('each tells how far it is, and they go one after the other', async () => {
  const waiting: (() => void)[] = []
  await open()
  camera.upload = async (sent, tell) => {
    tell(62)
    await new Promise<void>((done) => waiting.push(done))
    return server.take(sent, () => {})
  }
  await choose(900_000, 800_000)
  expect(screen.getByRole('button', { name: '第 1 张照片，62%，放大看' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '第 2 张照片，0%，放大看' })).toBeTruthy()
  await act(async () => waiting.shift()?.())
  await settled()
  expect(screen.getByRole('button', { name: '第 1 张照片，已传，放大看' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '第 2 张照片，62%，放大看' })).toBeTruthy()
  await act(async () => waiting.shift()?.())
  expect(await screen.findAllByText('已传')).toHaveLength(2)
})

test('one that did not go up is tried again by itself, the others stay as they are', async () => {
  let fails = true
  await open()
  camera.upload = async (sent, tell) =>
    fails && sent.formData.key === server.photos.keys().next().value
      ? { statusCode: 500, data: '' }
      : server.take(sent, tell)
  await choose(900_000, 800_000)
  await tap('button', '第 1 张照片，没传上，再试')
  await settled()
  expect(screen.getByText('照片没传上，请再试一次')).toBeTruthy()
  fails = false
  await tap('button', '第 1 张照片，没传上，再试')
  expect(await screen.findAllByText('已传')).toHaveLength(2)
  expect(camera.uploads).toHaveLength(4)
})

test('one that is taken away leaves the phone, also while it is going up', async () => {
  await open()
  camera.upload = () => new Promise(() => {})
  await choose(900_000)
  expect(camera.kept()).toHaveLength(1)
  await tap('button', '删掉第 1 张照片')
  await settled()
  expect(camera.kept()).toEqual([])
  expect(keys).toEqual([])
  camera.upload = server.take
  await choose(800_000)
  expect(await screen.findByText('已传')).toBeTruthy()
})

test('at most nine, and the tenth is not offered', async () => {
  await open()
  await choose(...Array.from({ length: 12 }, () => 90_000))
  expect(keys).toHaveLength(9)
  expect(screen.getByText('照片满了，最多 9 张')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /再加照片/ })).toBeNull()
})

test('whoever closes the album is left alone; whoever forbids it is told what else they can do', async () => {
  await open()
  await tap('button', '拍照或选照片')
  expect(screen.queryByRole('alert')).toBeNull()
  camera.refuses = 'chooseMedia:fail privacy permission is not authorized'
  await tap('button', '拍照或选照片')
  expect(screen.getByText(/没有允许用相机和相册/)).toBeTruthy()
})

test('what is no picture does not take the others with it', async () => {
  await open()
  camera.takes(900_000, 800_000)
  camera.broken.add(camera.picks[0]?.path ?? '')
  await tap('button', '拍照或选照片')
  expect(keys).toHaveLength(1)
  expect(screen.getByText('有一张不是照片，没有加上，请换一张')).toBeTruthy()
})

test('what the server finds wrong with a photo stands under it in its words', async () => {
  await open()
  camera.upload = async (sent, tell) => {
    const photo = server.photos.get(sent.formData.key ?? '')
    if (photo) photo.reason = 'tooSmall'
    return server.take(sent, tell)
  }
  await choose(900_000)
  expect(await screen.findByText('照片太小，看不清楚，请重新拍一张')).toBeTruthy()
  expect(screen.getByRole('button', { name: '第 1 张照片，没传上，再试' })).toBeTruthy()
})

test('without signal it waits, and goes by itself when the signal is back', async () => {
  await open()
  act(() => phone.setOnline(false))
  const { online } = await import('../../miniprogram/kernel/network')
  await choose(900_000)
  expect(await screen.findByText('等信号')).toBeTruthy()
  phone.online = true
  await act(async () => online.set(true))
  expect(await screen.findByText('已传')).toBeTruthy()
})

test('before it is known where it goes, it only waits', async () => {
  const wire = await openAs(owner, <Form />, { answers: server.answers })
  await choose(900_000)
  expect(screen.getByText('待传')).toBeTruthy()
  expect(wire.of('media.upload')).toHaveLength(0)
})

test('whoever is not known in the community is told why a photo cannot go there', async () => {
  await open({ 'media.upload': refuse('not_found') })
  await choose(900_000)
  expect(await screen.findByText('认领了这里的家才能传照片，先写几个字也行')).toBeTruthy()
})

describe('room on the phone', () => {
  // a tenth of it is left after shrinking
  const mb = 1024 * 1024

  test('a clear word before it is full, and a refusal when it is', async () => {
    await openAs(owner, <Form most={30} />, {})
    await choose(...Array.from({ length: 16 }, () => 90 * mb))
    expect(screen.queryByText(/快满了/)).toBeNull()
    await choose(90 * mb)
    expect(screen.getByText(/占了 153 MB，最多存 190 MB。快满了，先发出去或删掉几条/)).toBeTruthy()
    await choose(...Array.from({ length: 5 }, () => 90 * mb))
    expect(screen.getByText(/照片满了（最多 190 MB）/)).toBeTruthy()
    expect(keys).toHaveLength(21)
    expect(Object.keys(photosHere.get())).toHaveLength(21)
  })

  test('when the phone itself has none left, nothing is half kept', async () => {
    await openAs(owner, <Form />, {})
    camera.isFull = true
    await choose(900_000)
    expect(screen.getByText(/照片满了/)).toBeTruthy()
    expect(Object.keys(photosHere.get())).toEqual([])
  })

  test('what nobody names any more is cleared away when the app starts', async () => {
    await openAs(owner, <Form />, {})
    await choose(900_000, 800_000)
    await act(async () => clearPhotosExcept(keys.slice(0, 1)))
    expect(camera.kept()).toHaveLength(1)
    expect(Object.keys(photosHere.get())).toEqual(keys.slice(0, 1))
  })
})

test('photos of an act that is done at once are named from the moment they are chosen, and leave with the form', async () => {
  let ids: readonly string[] = []
  await openAs(owner, <div />, { answers: server.answers })
  const { unmount } = render(
    <PhotoField
      communityId={salt.communityId}
      value={ids}
      onChange={(next) => {
        ids = next
      }}
    />,
  )
  await choose(900_000)
  expect(await screen.findByText('已传')).toBeTruthy()
  expect(ids).toEqual([...server.photos.keys()])
  unmount()
  expect(camera.kept()).toEqual([])
})
