import { act, screen, waitFor } from '@testing-library/react'
import QueuePage from '../../miniprogram/account/queue'
import { newId } from '../../miniprogram/kernel/ids'
import { online } from '../../miniprogram/kernel/network'
import { keepPhoto } from '../../miniprogram/kernel/photos/keep'
import { dropAllWaiting, enqueue, sendWaiting, watchQueue } from '../../miniprogram/kernel/queue'
import type { Input } from '../../shared/contract'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, house9, owner, salt } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const queue = { at: '/account/queue' }
const report = (words: string): Input<'whistle.submit'> => ({
  id: newId(),
  communityId: salt.communityId,
  compoundId: bridge.compoundId,
  buildingId: house9.buildingId,
  category: 'facility',
  urgency: 'ordinary',
  words,
  anonymous: true,
})
const taken: Answers['whistle.submit'] = ({ id }) => ({
  id,
  state: 'submitted',
  responseDueAt: '2026-11-23T09:00:00.000Z',
  resolutionDueAt: '2026-12-01T10:00:00.000Z',
  provisional: false,
})
const photo = async (n: number): Promise<string> => {
  camera.files.set(`wxfile://tmp_${n}.jpg`, 100_000 + n)
  return (await keepPhoto(`wxfile://tmp_${n}.jpg`, 'image/jpeg')).key
}
const put = (words: string, photos: readonly string[] = []) =>
  enqueue({ name: 'whistle.submit', input: report(words), label: `吹哨：${words}`, photos })

let server: ReturnType<typeof photoServer>
beforeEach(() => {
  newPhone()
  camera.reset()
  server = photoServer()
})
const open = (answers: Answers = {}) =>
  openAs(owner, <QueuePage />, {
    ...queue,
    answers: { ...server.answers, 'whistle.submit': taken, ...answers },
  })

test('the photos go first, then the report with their ids, and then they leave the phone', async () => {
  const wire = await open()
  await act(async () => {
    put('灯坏了', [await photo(1), await photo(2)])
    await sendWaiting()
  })
  expect(wire.asked.map((a) => a.name)).toEqual([
    ...['media.upload', 'media.finish', 'media.upload', 'media.finish', 'whistle.submit'],
  ])
  expect(wire.of('whistle.submit')[0]?.photoIds).toEqual([...server.photos.keys()])
  expect(camera.kept()).toEqual([])
  expect(screen.getByText('都发出去了')).toBeTruthy()
})

test('what has gone up before the signal broke off is not sent again', async () => {
  const wire = await open()
  camera.upload = async (sent, tell) => {
    if (camera.uploads.length === 2) throw new Error('no signal')
    return server.take(sent, tell)
  }
  await act(async () => {
    put('灯坏了', [await photo(1), await photo(2)])
    await sendWaiting()
  })
  expect(screen.getByText('2 张照片，已传 1 张')).toBeTruthy()
  await act(sendWaiting)
  expect(camera.uploads).toHaveLength(3)
  expect(wire.of('media.upload')).toHaveLength(3)
  expect(wire.of('whistle.submit')).toHaveLength(1)
})

test('how far it is is told, and it can be stopped and go on later', async () => {
  await open()
  camera.upload = (_sent, tell) => {
    tell(62)
    return new Promise(() => {})
  }
  let sending: Promise<void> | undefined
  await act(async () => {
    put('灯坏了', [await photo(1), await photo(2)])
    sending = sendWaiting()
  })
  await waitFor(() => expect(camera.uploads).toHaveLength(1))
  expect(screen.getByText('正在传第 1 张照片，共 2 张，62%')).toBeTruthy()
  await tap('button', '先停下')
  await act(async () => sending)
  expect(screen.getByText('吹哨：灯坏了')).toBeTruthy()
  camera.upload = server.take
  await tap('button', '现在发')
  expect(await screen.findByText('都发出去了')).toBeTruthy()
})

test('one photo that is not taken is named, and the report can go without it', async () => {
  const wire = await open()
  camera.upload = async (sent, tell) => {
    const [, second] = [...server.photos.keys()]
    const kept = server.photos.get(sent.formData.key ?? '')
    if (kept && sent.formData.key === second) kept.reason = 'notAPicture'
    return server.take(sent, tell)
  }
  await act(async () => {
    put('灯坏了', [await photo(1), await photo(2)])
    put('漏水了')
    await sendWaiting()
  })
  expect(screen.getByText('第 2 张照片：这不是照片，请重新拍一张')).toBeTruthy()
  expect(wire.of('whistle.submit').map((w) => w.words)).toEqual(['漏水了'])
  await tap('button', '不要这张照片，发出去')
  expect(await screen.findByText('都发出去了')).toBeTruthy()
  expect(wire.of('whistle.submit')[1]).toMatchObject({
    words: '灯坏了',
    photoIds: [[...server.photos.keys()][0]],
  })
})

test('a quota is told instead of waiting in silence, and what waits behind it goes', async () => {
  const wire = await open({
    'whistle.submit': (input) =>
      input.words === '灯坏了'
        ? refuse('whistles_a_day', undefined, { most: 10 })()
        : (taken as (i: typeof input) => never)(input),
  })
  await act(async () => {
    put('灯坏了')
    put('漏水了')
    await sendWaiting()
  })
  expect(wire.of('whistle.submit')).toHaveLength(2)
  expect(screen.getByText(/一天最多吹 10 次哨/)).toBeTruthy()
})

test('dropped, it takes its photos with it, also while they are going up', async () => {
  const wire = await open()
  camera.upload = () => new Promise(() => {})
  let sending: Promise<void> | undefined
  await act(async () => {
    put('灯坏了', [await photo(1)])
    sending = sendWaiting()
  })
  await waitFor(() => expect(camera.uploads).toHaveLength(1))
  await tap('button', '不要了，删掉吹哨：灯坏了')
  await act(async () => sending)
  expect(camera.kept()).toEqual([])
  expect(wire.of('whistle.submit')).toEqual([])
})

test('photos that the server no longer knows are held against it again', async () => {
  let forgets = true
  const wire = await open({
    'whistle.submit': (input) =>
      forgets ? refuse('photo_unknown')() : (taken as (i: typeof input) => never)(input),
  })
  await act(async () => {
    put('灯坏了', [await photo(1)])
    await sendWaiting()
  })
  expect(screen.getByText('有一张照片没有传好，请删掉它或重新拍')).toBeTruthy()
  server.photos.clear()
  forgets = false
  await tap('button', '再发一次')
  expect(await screen.findByText('都发出去了')).toBeTruthy()
  expect(wire.of('media.upload')).toHaveLength(2)
})

test('what photos take on the phone is told', async () => {
  await open()
  await act(async () => void put('灯坏了', [await photo(1)]))
  expect(screen.getByText('存在这台手机上的照片占了 98 KB，最多存 190 MB。')).toBeTruthy()
})

test('without room for it the phone does not say that it will be sent', async () => {
  await open()
  const roomy = phone.storage.set.bind(phone.storage)
  phone.storage.set = () => {
    throw new Error('exceed storage max size')
  }
  await act(async () => expect(put('灯坏了')).toBe(false))
  phone.storage.set = roomy
  expect(screen.queryByText('吹哨：灯坏了')).toBeNull()
})

test('when the app opens, photos that nothing holds are cleared away and those that wait are not', async () => {
  await open()
  await act(async () => {
    const [held] = [await photo(1), await photo(2)]
    put('灯坏了', [held])
    watchQueue()
  })
  expect(camera.kept()).toHaveLength(1)
  await act(async () => {
    online.set(false)
    online.set(true)
    await sendWaiting()
  })
  expect(screen.getByText('都发出去了')).toBeTruthy()
  await act(async () => dropAllWaiting())
  expect(camera.kept()).toEqual([])
})
