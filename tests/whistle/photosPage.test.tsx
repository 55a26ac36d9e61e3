import '../kernel/screens/inBrowser'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import Photos from '../../miniprogram/desk/photos'
import type { Input, Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, salt } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { gridWorker, inMinutes } from './onDesk'

type Photo = Output<'media.queue'>['items'][number]
const photo = (n: number, more: Partial<Photo> = {}): Photo => ({
  photoId: idOf(30, n),
  state: 'ready',
  checkState: 'waiting',
  openedAt: inMinutes(-30),
  width: 1600,
  height: 1200,
  thumb: `/files/${n}/thumb.jpg`,
  whole: `/files/${n}/whole.jpg`,
  says: null,
  ...more,
})
const queue = (items: Photo[], waiting = items.length, next: string | null = null) => ({
  items,
  next,
  waiting,
})
const decided = ({ verdict }: Input<'media.check'>) => ({
  checkState: verdict === 'release' ? ('released' as const) : ('withheld' as const),
})
const open = (more: Answers = {}, me = communityWorker) =>
  openAs(me, <Photos />, {
    at: '/desk/photos',
    answers: { 'media.queue': queue([photo(1), photo(2), photo(3)]), 'media.check': decided, ...more },
  })
const shown = () => document.querySelector('.d-photo img')?.getAttribute('src')
const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }))

beforeEach(newPhone)

test('one big picture at a time, with how many wait; a verdict brings the next by itself', async () => {
  const wire = await open()
  expect(await screen.findByText(/^还有 3 张等着看。/)).toBeTruthy()
  expect(shown()).toBe('/files/1/whole.jpg')
  await tap('button', '可以公开')
  expect(await screen.findByText(/^还有 2 张等着看。/)).toBeTruthy()
  expect(shown()).toBe('/files/2/whole.jpg')
  await tap('button', '不公开')
  await waitFor(() => expect(shown()).toBe('/files/3/whole.jpg'))
  expect(wire.of('media.check')).toEqual([
    { communityId: salt.communityId, photoId: idOf(30, 1), verdict: 'release' },
    { communityId: salt.communityId, photoId: idOf(30, 2), verdict: 'withhold' },
  ])
})

test('the keys decide, put off and take back', async () => {
  const wire = await open()
  await screen.findByText(/^还有 3 张/)
  await press('s')
  expect(shown()).toBe('/files/2/whole.jpg')
  await press('r')
  expect(await screen.findByText('刚才那张：不公开')).toBeTruthy()
  await press('u')
  expect(await screen.findByText('刚才那张：可以公开')).toBeTruthy()
  await press('a')
  await waitFor(() => expect(shown()).toBe('/files/1/whole.jpg'))
  expect(wire.of('media.check').map((c) => [c.photoId.at(-1), c.verdict])).toEqual([
    ['2', 'withhold'],
    ['2', 'release'],
    ['3', 'release'],
  ])
})

test('when all are looked at it says so, and the last can still be taken back', async () => {
  const wire = await open({ 'media.queue': queue([photo(1)]) })
  await screen.findByText(/^还有 1 张/)
  expect(screen.queryByRole('button', { name: '先放一放' })).toBeNull()
  await tap('button', '可以公开')
  expect(await screen.findByText('都看完了')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '可以公开' })).toBeNull()
  await tap('link', '改成不公开')
  await waitFor(() => expect(wire.of('media.check').at(-1)?.verdict).toBe('withhold'))
  wire.answer({ 'media.queue': queue([photo(9)]) })
  await tap('button', '看看有没有新的')
  await waitFor(() => expect(shown()).toBe('/files/9/whole.jpg'))
})

test('more are read before they run out, hundreds as well', async () => {
  const twenty = (from: number) => Array.from({ length: 20 }, (_, i) => photo(from + i))
  const wire = await open({
    'media.queue': ({ after }) => queue(twenty(Number(after ?? 1)), 240, String(Number(after ?? 1) + 20)),
  })
  expect(await screen.findByText(/^还有 240 张/)).toBeTruthy()
  for (let n = 1; n <= 25; n++) {
    await waitFor(() => expect(shown()).toBe(`/files/${n}/whole.jpg`))
    await press('a')
  }
  await waitFor(() => expect(shown()).toBe('/files/26/whole.jpg'))
  expect(screen.getByText(/^还有 215 张/)).toBeTruthy()
  expect(wire.of('media.queue')).toHaveLength(2)
})

test('one that a colleague has looked at already is passed over with a word', async () => {
  await open({ 'media.check': refuse('photo_checked') })
  await screen.findByText(/^还有 3 张/)
  await press('a')
  expect(await screen.findByText('这张照片已经审核过了，请刷新后再看')).toBeTruthy()
  expect(shown()).toBe('/files/2/whole.jpg')
})

test('without signal nothing is decided and the picture stays', async () => {
  await open()
  await screen.findByText(/^还有 3 张/)
  phone.setOnline(false)
  await press('a')
  expect(await screen.findByText('现在没有信号，连上后再试')).toBeTruthy()
  expect(shown()).toBe('/files/1/whole.jpg')
})

test('a picture that does not open is fetched again', async () => {
  const wire = await open()
  await screen.findByText(/^还有 3 张/)
  await act(async () => void fireEvent.error(document.querySelector('.d-photo img')!))
  expect(screen.getByText('这张照片现在打不开')).toBeTruthy()
  await tap('button', '再取一次')
  await waitFor(() => expect(shown()).toBe('/files/1/whole.jpg'))
  expect(wire.of('media.queue')).toHaveLength(2)
})

test('none waiting says what comes here; a failed answer is tried again', async () => {
  const wire = await open({ 'media.queue': breakDown })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'media.queue': queue([]) })
  await tap('button', '再试一次')
  expect(await screen.findByText('没有等着看的照片')).toBeTruthy()
})

test('a grid worker is not shown the queue', async () => {
  const wire = await open({}, gridWorker)
  expect(screen.getByText('你现在没有审核照片的身份')).toBeTruthy()
  expect(wire.of('media.queue')).toHaveLength(0)
})
