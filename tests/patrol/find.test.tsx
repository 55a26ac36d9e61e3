import { act, screen } from '@testing-library/react'
import { newId } from '../../miniprogram/kernel/ids'
import { sendWaiting } from '../../miniprogram/kernel/queue'
import FindPage from '../../miniprogram/patrol/find'
import { roundsHere } from '../../miniprogram/patrol/kept/round'
import { keepInRound } from '../../miniprogram/patrol/kept/send'
import RoundPage from '../../miniprogram/patrol/round'
import { camera } from '../kernel/camera'
import { openAs } from '../kernel/screens/open'
import { tap, write } from '../kernel/screens/tap'
import { phone } from '../kernel/taro'
import {
  communityId,
  freshWalker,
  killAndReopen,
  link,
  planId,
  planToday,
  stops,
  todayOf,
  walker,
} from './walker'

let server: ReturnType<typeof freshWalker>
beforeEach(async () => {
  server = freshWalker()
  await openRound()
  await tap('button', '开始巡查')
})
const answers = () => ({
  'patrol.today': todayOf(planToday()),
  'round.send': server.rounds.send,
  ...server.photos.answers,
})
const openRound = () =>
  openAs(walker, <RoundPage />, {
    at: '/patrol/round',
    params: { communityId, planId },
    answers: answers(),
  })
const openFind = (category = 'facility') =>
  openAs(walker, <FindPage />, {
    at: '/patrol/find',
    params: { roundId: roundsHere()[0]?.roundId ?? '', category },
    answers: answers(),
  })
const offline = (off: boolean) => act(async () => phone.setOnline(!off))
const roundNow = () => roundsHere()[0]!

test('two taps: its kind, and what becomes of it; the camera opens by itself in between', async () => {
  await offline(true)
  await tap('button', '发现问题：安全隐患，拍照')
  expect(phone.stack.at(-1)).toContain('category=safety')
  camera.takes(900_000)
  await openFind('safety')
  await screen.findAllByText('等信号')
  await tap('button', '下次再看')
  expect(roundNow().entries).toMatchObject([
    { kind: 'findings', item: { category: 'safety', outcome: 'watched' } },
  ])
})

test('put right on the spot it needs a photo of after: the camera opens for it, and then it is kept', async () => {
  await offline(true)
  camera.takes(900_000)
  await openFind()
  await screen.findAllByText('等信号')
  await tap('button', '当场改好了')
  expect(screen.getByText('再拍一张处理好以后的照片')).toBeTruthy()
  camera.takes(800_000)
  await tap('button', '当场改好了')
  const [entry] = roundNow().entries
  expect(entry).toMatchObject({
    item: { outcome: 'fixed', before: [expect.any(String)], after: [expect.any(String)] },
  })
})

test('without a photo or a word it is not kept, and says so', async () => {
  await openFind()
  await tap('button', '吹哨，请人来办')
  expect(screen.getByText('请拍一张照片，或者写几个字')).toBeTruthy()
  expect(roundNow().entries).toEqual([])
})

test('what was begun outlives the app, its photo too, and is kept once', async () => {
  await offline(true)
  camera.takes(900_000)
  await openFind()
  await screen.findAllByText('等信号')
  await write('怎么了（有照片可以不写）', '水泵漏水')
  await killAndReopen()
  await openRound()
  expect(screen.getByText('有一个没记完，接着记')).toBeTruthy()
  await openFind()
  expect(screen.getByText('上次没记完的，接着记')).toBeTruthy()
  await tap('button', '下次再看')
  await killAndReopen()
  await openRound()
  expect(screen.queryByText('有一个没记完，接着记')).toBeNull()
  expect(roundNow().entries).toHaveLength(1)
})

test('a full phone says so and does not say that it was kept', async () => {
  const roomy = phone.storage.set.bind(phone.storage)
  phone.storage.set = () => {
    throw new Error('exceed storage max size')
  }
  phone.scans = link(0)
  await tap('button', '扫码打卡')
  phone.storage.set = roomy
  expect(screen.getByText(/手机存不下了，这一条没记上/)).toBeTruthy()
  expect(roundNow().entries).toEqual([])
})

test('the code of another place is refused, and one that was scanned already says so', async () => {
  phone.scans = 'https://host/q/BBBBBBBBBBBBBBB1'
  await tap('button', '扫码打卡')
  expect(screen.getByText(/这不是这次巡查的码/)).toBeTruthy()
  for (const _ of [1, 2]) {
    phone.scans = link(2)
    await tap('button', '扫码打卡')
  }
  expect(screen.getByText('楼顶水箱，刚才打过了')).toBeTruthy()
  expect(roundNow().entries).toHaveLength(1)
})

test('500 findings are kept through a restart, and go in pieces that the door takes', async () => {
  await offline(true)
  const { roundId } = roundNow()
  await act(async () => {
    for (let n = 0; n < 500; n++)
      expect(
        keepInRound(roundId, {
          kind: 'findings',
          item: {
            id: newId(),
            at: new Date().toISOString(),
            category: 'sanitation',
            words: '楼道堆物'.repeat(125),
            checkpointId: stops[0]!.checkpointId,
            outcome: 'watched',
          },
        }),
      ).toBe(true)
  })
  await killAndReopen()
  await openRound()
  expect(screen.getByText('这一趟发现了 500 个')).toBeTruthy()
  expect(screen.getByText('全部 500 个')).toBeTruthy()
  phone.online = true
  await act(sendWaiting)
  expect(server.rounds.of('findings')).toHaveLength(500)
  const bytes = server.rounds.pieces.map((p) => Buffer.byteLength(JSON.stringify(p)))
  expect(Math.max(...bytes)).toBeLessThan(256 * 1024)
}, 120_000)
