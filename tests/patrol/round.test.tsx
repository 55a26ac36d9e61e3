import { act, screen, waitFor } from '@testing-library/react'
import QueuePage from '../../miniprogram/account/queue'
import Home from '../../miniprogram/home/index'
import { sendWaiting } from '../../miniprogram/kernel/queue'
import FindPage from '../../miniprogram/patrol/find'
import { roundsHere } from '../../miniprogram/patrol/kept/round'
import RoundPage from '../../miniprogram/patrol/round'
import { camera } from '../kernel/camera'
import { openAs } from '../kernel/screens/open'
import { tap, write } from '../kernel/screens/tap'
import type { Answers } from '../kernel/screens/wire'
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
  watched,
} from './walker'

let server: ReturnType<typeof freshWalker>
beforeEach(() => {
  server = freshWalker()
})

const answers = (): Answers => ({
  'patrol.today': todayOf(planToday({ watched: [watched] })),
  'round.send': server.rounds.send,
  ...server.photos.answers,
})
const openRound = () =>
  openAs(walker, <RoundPage />, {
    at: '/patrol/round',
    params: { communityId, planId },
    answers: answers(),
  })
const openFind = (category: string) =>
  openAs(walker, <FindPage />, {
    at: '/patrol/find',
    params: { roundId: roundsHere()[0]?.roundId ?? '', category },
    answers: answers(),
  })
const scan = async (n: 0 | 1 | 2) => {
  phone.scans = link(n)
  await tap('button', '扫码打卡')
}
const offline = (off: boolean) => act(async () => phone.setOnline(!off))

test('home begins with the round of today, and says that it lies on the phone', async () => {
  await openAs(walker, <Home />, { answers: answers() })
  expect(await screen.findByText('今天的巡查')).toBeTruthy()
  expect(screen.getByText('第一网格，3 个点')).toBeTruthy()
  expect(screen.getByText('已经存在手机上，没有信号也能走')).toBeTruthy()
  await tap('button', /^今天的巡查/)
  expect(phone.stack.at(-1)).toBe(`/patrol/round?communityId=${communityId}&planId=${planId}`)
})

test('a round walked without signal through a restart is sent once the signal is back, exactly as it was walked', async () => {
  await openRound()
  await screen.findByText('一共 3 个点')
  await offline(true)
  await tap('button', '开始巡查')
  await scan(0)
  expect(screen.getByText('单元门口，打上了')).toBeTruthy()
  expect(screen.getByText('地下配电间')).toBeTruthy()
  expect(screen.getByText('看：门锁、积水、灭火器')).toBeTruthy()

  await killAndReopen()
  await openRound()
  expect(screen.getByText('打了 1 个点，共 3 个')).toBeTruthy()
  camera.takes(900_000)
  await openFind('sanitation')
  await screen.findAllByText('等信号')
  await tap('button', '吹哨，请人来办')
  await openRound()
  expect(screen.getByText('吹哨 · 待传')).toBeTruthy()
  await tap('button', '扫不了')
  await tap('button', '码看不清了')
  expect(screen.getByText('地下配电间，打上了')).toBeTruthy()
  await tap('button', '记一句')
  await write('这一趟想说的', '5栋门口在修路')
  await tap('button', '记下')
  await tap('button', /水泵有点响/)
  await tap('button', '还在，继续看')

  await killAndReopen()
  await openRound()
  await tap('button', '结束')
  expect(screen.getByText(/还有 1 个点没到：楼顶水箱。/)).toBeTruthy()
  await tap('button', '就这样，结束')
  expect(screen.getByText('到了 2 个点，漏了 1 个')).toBeTruthy()
  expect(screen.getByText(/6 条记录、1 张照片待传，存在这台手机上/)).toBeTruthy()
  expect(server.rounds.pieces).toHaveLength(0)

  phone.online = true
  await act(sendWaiting)
  expect(await screen.findByText('都传上去了')).toBeTruthy()
  const { of, finish } = server.rounds
  expect(of('ticks').map((t) => [t.checkpointId, t.way, t.reason])).toEqual([
    [stops[0]!.checkpointId, 'scan', undefined],
    [stops[1]!.checkpointId, 'hand', '码看不清了'],
  ])
  const [photoId] = [...server.photos.photos.keys()]
  expect(of('findings')).toMatchObject([
    { category: 'sanitation', outcome: 'whistled', checkpointId: stops[0]!.checkpointId, before: [photoId] },
  ])
  expect(of('looks')).toMatchObject([{ findingId: watched.findingId, outcome: 'still' }])
  expect(of('notes')).toMatchObject([{ words: '5栋门口在修路' }])
  expect(finish).toMatchObject({ ticks: 2, findings: 1, looks: 1, notes: 1 })
  expect(roundsHere()).toEqual([])
  expect(camera.kept()).toEqual([])
})

test('a finding does not wait for its photo: the piece goes first', async () => {
  await openRound()
  await tap('button', '开始巡查')
  await offline(true)
  camera.takes(900_000)
  await openFind('facility')
  await screen.findAllByText('等信号')
  await tap('button', '下次再看')
  phone.online = true
  const wire = await openRound()
  camera.upload = async () => {
    throw new Error('no signal')
  }
  await act(sendWaiting)
  expect(wire.of('round.send')[0]?.findings).toHaveLength(1)
  expect(screen.getByText('继续看')).toBeTruthy()
  expect(camera.kept()).toHaveLength(1)
  camera.upload = server.photos.take
  await act(sendWaiting)
  expect(camera.kept()).toEqual([])
})

test('an answer that was lost makes the same things come again, under the same ids', async () => {
  await openRound()
  await tap('button', '开始巡查')
  const far = phone.server
  phone.server = async (asked) => {
    const answer = await far(asked)
    if (asked.url.endsWith('/pieces')) throw new Error('lost')
    return answer
  }
  await scan(0)
  phone.server = far
  await scan(1)
  await act(sendWaiting)
  await waitFor(() => expect(server.rounds.of('ticks')).toHaveLength(2))
  const [first, second] = server.rounds.pieces
  expect(second?.ticks?.[0]).toEqual(first?.ticks?.[0])
  expect(second?.startedAt).toBe(first?.startedAt)
})

test('what waits of a round is one line among what waits, and says how much it is', async () => {
  await openRound()
  await offline(true)
  await tap('button', '开始巡查')
  await scan(0)
  await scan(2)
  await openAs(walker, <QueuePage />, { at: '/account/queue', answers: answers() })
  expect(screen.getByText('巡查：第一网格日常巡查，11月22日')).toBeTruthy()
  expect(screen.getByText('2 条记录待传')).toBeTruthy()
})
