import { act, screen, waitFor } from '@testing-library/react'
import QueuePage from '../../miniprogram/account/queue'
import { sendWaiting } from '../../miniprogram/kernel/queue'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { openAs } from '../kernel/screens/open'
import { idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { base, freshPhone, openNew, taken, words } from './newWhistle'

beforeEach(freshPhone)
afterEach(() => jest.useRealTimers())

describe('nothing typed is lost', () => {
  test('a refusal is told in its own words, and sending again carries the same id', async () => {
    const wire = await openNew({ 'whistle.submit': refuse('only_signs') })
    await write('怎么了', '！！！')
    await tap('button', '吹哨')
    expect(screen.getByText('请用文字说明哪里怎么了，只有表情看不明白')).toBeTruthy()
    expect(words()).toBe('！！！')
    await tap('button', '吹哨')
    const [first, second] = wire.of('whistle.submit')
    expect(second?.id).toBe(first?.id)
    await write('怎么了', '灯坏了')
    wire.answer({ 'whistle.submit': taken })
    await tap('button', '吹哨')
    expect(wire.of('whistle.submit')[2]?.id).not.toBe(first?.id)
    expect(screen.getByText('吹出去了')).toBeTruthy()
  })

  test('the quota of a day is told, and the words stay', async () => {
    await openNew({ 'whistle.submit': refuse('whistles_a_day', undefined, { most: 10 }) })
    await write('怎么了', '灯坏了')
    await tap('button', '吹哨')
    expect(screen.getByText(/一天最多吹 10 次哨/)).toBeTruthy()
    expect(words()).toBe('灯坏了')
  })

  test('leaving and coming back finds everything, even the id under which it may have been sent', async () => {
    const wire = await openNew({ 'whistle.submit': breakDown })
    await write('怎么了', '三楼的灯坏了')
    await tap('button', '别人看得到我吗，看不到，改')
    await tap('radio', /^看得到/)
    await tap('button', '吹哨')
    const [lost] = wire.of('whistle.submit')

    const again = await openNew()
    expect(words()).toBe('三楼的灯坏了')
    expect(screen.getByText('上次没发出去的，接着写')).toBeTruthy()
    expect(screen.getByRole('button', { name: '别人看得到我吗，看得到，改' })).toBeTruthy()
    await tap('button', '吹哨')
    expect(again.of('whistle.submit')).toEqual([lost])
    await openNew()
    expect(words()).toBe('')
  })

  test('the draft of one person is not shown to another', async () => {
    await openNew()
    await write('怎么了', '三楼的灯坏了')
    await openNew({}, {}, { ...owner, personId: idOf(9, 88) })
    expect(words()).toBe('')
    await openNew()
    expect(words()).toBe('三楼的灯坏了')
    await tap('link', '清空，重新写')
    expect(words()).toBe('')
  })
})

describe('without signal', () => {
  test('photos and words wait on the phone, and go once when the signal is back', async () => {
    const server = photoServer()
    const wire = await openNew(server.answers)
    act(() => phone.setOnline(false))
    camera.takes(3_000_000, 2_000_000)
    await tap('button', '拍照或选照片')
    expect(screen.getAllByText('等信号')).toHaveLength(2)
    await write('怎么了', '三楼的灯坏了')
    await tap('button', '吹哨')
    expect(screen.getByText('先记下了')).toBeTruthy()
    expect(screen.getByText(/2 张照片和说明存在这台手机上/)).toBeTruthy()
    expect(camera.kept()).toHaveLength(2)

    const queue = await openAs(owner, <QueuePage />, {
      at: '/account/queue',
      answers: { ...base, ...server.answers },
    })
    expect(screen.getByText('吹哨：三楼的灯坏了（9栋）')).toBeTruthy()
    expect(screen.getByText('2 张照片，还没传')).toBeTruthy()
    phone.online = true
    await act(async () => {
      await Promise.all([sendWaiting(), sendWaiting()])
      await sendWaiting()
    })
    expect(wire.of('whistle.submit')).toHaveLength(0)
    const sent = queue.of('whistle.submit')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.photoIds).toEqual([...server.photos.keys()])
    expect(queue.asked.map((a) => a.name).filter((n) => n !== 'me.get')).toEqual([
      ...['media.upload', 'media.finish', 'media.upload', 'media.finish', 'whistle.submit'],
    ])
    await waitFor(() => expect(screen.getByText('都发出去了')).toBeTruthy())
    expect(camera.kept()).toEqual([])
  })

  test('the answer alone was lost: the same whistle is sent again under the same id', async () => {
    let isLost = true
    const wire = await openNew()
    const far = phone.server
    phone.server = async (asked) => {
      const answer = await far(asked)
      if (isLost && asked.url.endsWith('/whistles') && asked.method === 'POST') throw new Error('lost')
      return answer
    }
    await write('怎么了', '灯坏了')
    await tap('button', '吹哨')
    expect(screen.getByText('先记下了')).toBeTruthy()
    isLost = false
    await act(sendWaiting)
    const [first, second] = wire.of('whistle.submit')
    expect(second).toEqual(first)
  })
})

test('a photo on its way is waited for: the report never goes before it', async () => {
  const server = photoServer()
  let through = () => {}
  const wire = await openNew(server.answers)
  camera.upload = async (sent, tell) => {
    const answer = await server.take(sent, tell)
    await new Promise<void>((done) => {
      through = done
    })
    return answer
  }
  camera.takes(900_000)
  await tap('button', '拍照或选照片')
  expect(screen.getByText('62%')).toBeTruthy()
  await tap('button', '吹哨')
  await tap('button', '吹哨')
  expect(wire.of('whistle.submit')).toHaveLength(0)
  await act(async () => through())
  expect(await screen.findByText('吹出去了')).toBeTruthy()
  expect(wire.of('whistle.submit')).toHaveLength(1)
  expect(camera.uploads).toHaveLength(1)
})
