import '../kernel/camera'
import { act, screen } from '@testing-library/react'
import One from '../../miniprogram/meeting/resolution'
import Board from '../../miniprogram/meeting/resolutions'
import type { Output } from '../../shared/contract'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, home701, idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { communityId, minutesAway, place, pledgesOf, resolutionId, resolutionOf } from './faces'

type View = Output<'resolution.get'>

beforeEach(() => {
  newPhone()
  camera.reset()
})

const key = { communityId, resolutionId }
const viewOf = (more: Partial<View> = {}): View => ({
  ...resolutionOf(),
  progress: [],
  acts: [],
  mayPledge: false,
  ...more,
})
const open = (view: View, me = owner, answers: Answers = {}) =>
  openAs(me, <One />, {
    at: '/meeting/resolution',
    params: key,
    answers: { 'resolution.get': view, 'pledge.list': pledgesOf(), ...answers },
  })

describe('the board', () => {
  const counts = { open: 2, overdue: 1, done: 5, all: 7 }
  const board = (answers: Answers = {}, me = owner) =>
    openAs(me, <Board />, {
      at: '/meeting/resolutions',
      answers: {
        'resolution.list': ({ tab }) => ({
          items:
            tab === 'overdue'
              ? [resolutionOf({ overdue: true, words: '换楼道灯', says: '业委会，已经超期', pledge: null })]
              : [resolutionOf()],
          next: null,
          counts,
        }),
        ...answers,
      },
    })

  test('what is open comes first, each tab with how many, each line with who does it by when', async () => {
    const wire = await board()
    expect(wire.of('resolution.list')).toEqual([{ ...place, tab: 'open' }])
    for (const tab of ['在办 2', '超期 1', '办完了 5', '全部 7'])
      expect(screen.getByRole('tab', { name: tab })).toBeTruthy()
    expect(screen.getByText('要 3,600.00 元，9 户已认 1,200.00 元')).toBeTruthy()
    expect(screen.getByText('还差 2,400.00 元')).toBeTruthy()
    await tap('tab', '超期 1')
    expect(screen.getByText('超期了')).toBeTruthy()
    await tap('button', /^换楼道灯，超期了/)
    expect(phone.stack.at(-1)).toContain('/meeting/resolution?')
  })

  test('those of one party alone', async () => {
    const wire = await board()
    await tap('button', '谁来办：全部，选')
    await tap('radio', '物业公司办的')
    expect(wire.of('resolution.list').at(-1)).toEqual({ ...place, tab: 'open', party: 'property' })
  })

  test('an empty board says what will stand there', async () => {
    const none = { open: 0, overdue: 0, done: 0, all: 0 }
    await board({ 'resolution.list': { items: [], next: null, counts: none } })
    expect(screen.getByText('没有正在办的')).toBeTruthy()
  })
})

describe('progress', () => {
  test('all that was done stands with who did it and its photos, and what is waited for at its end', async () => {
    const photo = {
      photoId: idOf(22, 1),
      when: 'after' as const,
      thumb: '/1s.jpg',
      whole: '/1.jpg',
      released: true,
    }
    const progress = [
      {
        progressId: idOf(38, 1),
        at: minutesAway(-600),
        kind: 'progress' as const,
        by: '业委会',
        words: '比了两家',
        photos: [photo],
      },
    ]
    await open(viewOf({ progress }))
    expect(screen.getByText('会上定了')).toBeTruthy()
    expect(screen.getByText('业委会报了进展')).toBeTruthy()
    expect(screen.getByText('比了两家')).toBeTruthy()
    expect(screen.getByText('等弘运物业公司办好')).toBeTruthy()
    await tap('button', /^看大图/)
    expect(camera.shown).toEqual(['/1.jpg'])
  })

  test('one that is late says by when it should have been done', async () => {
    await open(viewOf({ overdue: true, dueOn: '2026-11-20' }))
    expect(screen.getByText('超期了')).toBeTruthy()
    expect(screen.getByText('该在 11月20日 前办好，已经超期')).toBeTruthy()
  })

  test('done needs evidence: a photo alone is enough', async () => {
    const server = photoServer()
    const wire = await open(viewOf({ acts: ['progress', 'finish'] }), communityWorker, {
      ...server.answers,
      'resolution.finish': { state: 'done' },
    })
    await tap('button', '办好了')
    await tap('button', '办好了，告诉大家')
    expect(screen.getByText('请拍一张照片，或写明做了什么')).toBeTruthy()
    camera.takes(900_000)
    await tap('button', '拍照或选照片')
    await tap('button', '办好了，告诉大家')
    expect(await screen.findByText('记下了：办好了')).toBeTruthy()
    expect(wire.of('resolution.finish')).toEqual([
      { ...key, id: expect.any(String), photoIds: [...server.photos.keys()] },
    ])
  })

  test('progress without signal waits on the phone with its photo', async () => {
    await open(viewOf({ acts: ['progress'] }), communityWorker)
    act(() => phone.setOnline(false))
    await tap('button', '报进展')
    camera.takes(900_000)
    await tap('button', '拍照或选照片')
    await tap('button', '填上：在等报价。')
    await tap('button', '报上去')
    expect(await screen.findByText('没有信号，先存在手机里，有信号时自动发出去')).toBeTruthy()
    expect(screen.getByText('1 条待传')).toBeTruthy()
  })

  test('it is given up only with a reason', async () => {
    const wire = await open(viewOf({ acts: ['drop'], pledge: null }), communityWorker, {
      'resolution.drop': { state: 'dropped' },
    })
    await tap('button', '不办了')
    await tap('button', '不办了，告诉大家')
    expect(screen.getByText('请写明为什么不办')).toBeTruthy()
    await write('为什么不办了', '换了别的办法。')
    await tap('button', '不办了，告诉大家')
    expect(wire.of('resolution.drop')).toEqual([{ ...key, id: expect.any(String), reason: '换了别的办法。' }])
  })
})

describe('pledges', () => {
  const given = (n: number, more: Partial<Output<'pledge.list'>['items'][number]> = {}) => ({
    pledgeId: idOf(39, n),
    homeId: idOf(5, n),
    label: `9栋1单元${n}`,
    fen: 10_000,
    at: minutesAway(-600),
    withdrawnAt: null,
    mine: false,
    mayWithdraw: false,
    ...more,
  })

  test('a home gives its word for a share, and is told that it is no more than a word', async () => {
    const wire = await open(viewOf(), owner, {
      'pledge.give': { ...pledgesOf(), pledgedFen: 130_000, homes: 10 },
    })
    await tap('button', '我家也出一份')
    expect(screen.getAllByText(/只是口头承诺，不收钱/).length).toBeGreaterThan(0)
    await tap('button', '认 100.00 元')
    expect(wire.of('pledge.give')).toEqual([
      { ...key, id: expect.any(String), homeId: home701.homeId, fen: 10_000 },
    ])
    expect(screen.getByText('9栋1单元701认了 100.00 元，谢谢')).toBeTruthy()
  })

  test.each([
    ['0', '请写多少元，要大于 0，最多两位小数'],
    ['0.001', '请写多少元，要大于 0，最多两位小数'],
    ['一百', '请写多少元，要大于 0，最多两位小数'],
    ['10000000', '金额太大，请核对'],
    ['2400.01', '还差 2,400.00 元，认多了'],
  ])('%s yuan is no pledge', async (typed, says) => {
    const wire = await open(viewOf())
    await tap('button', '我家也出一份')
    await write('认多少元', typed)
    const sheet = screen.getByRole('dialog', { name: '我家也出一份' })
    const give = [...sheet.querySelectorAll<HTMLElement>('.k-button-pine')].at(-1)
    await act(async () => give?.click())
    expect(screen.getByText(says)).toBeTruthy()
    expect(wire.of('pledge.give')).toEqual([])
  })

  test('two shares are two taps', async () => {
    await open(viewOf())
    await tap('button', '我家也出一份')
    await tap('button', '填上：2 份 200.00 元')
    expect(screen.getByRole('button', { name: '认 200.00 元' })).toBeTruthy()
  })

  test('by home for those of the building, and one’s own word is taken back until the day', async () => {
    const items = [given(501), given(701, { mine: true, mayWithdraw: true })]
    const wire = await open(viewOf(), owner, {
      'pledge.list': pledgesOf({ items, mine: [] }),
      'pledge.withdraw': pledgesOf(),
    })
    expect(screen.getByText('9栋1单元501')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我家也出一份' })).toBeNull()
    await tap('button', '9栋1单元701认了 100.00 元，撤回')
    await tap('button', '撤回')
    expect(wire.of('pledge.withdraw')).toEqual([{ ...key, pledgeId: idOf(39, 701) }])
  })

  test('all others read the total alone', async () => {
    await open(viewOf(), owner, { 'pledge.list': pledgesOf({ mine: [] }) })
    expect(screen.getByText('要 3,600.00 元，9 户已认 1,200.00 元')).toBeTruthy()
    expect(screen.getByText('哪一家认了多少，只有本楼的住户看得到。')).toBeTruthy()
  })

  test('after the day nobody pledges or takes back', async () => {
    await open(viewOf(), owner, { 'pledge.list': pledgesOf({ open: false, until: '2026-11-20' }) })
    expect(screen.getByText('认款到 11月20日 截止了。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我家也出一份' })).toBeNull()
  })

  test('the recorder writes down the word of a home without a phone', async () => {
    const homes = {
      items: [{ homeId: idOf(5, 502), label: '9栋1单元502', areaCentiares: 8_000, present: true }],
    }
    const wire = await open(viewOf(), communityWorker, {
      'pledge.list': pledgesOf({ mine: [], mayRecord: true }),
      'meeting.homes': homes,
      'pledge.give': pledgesOf(),
    })
    await tap('button', '代没有手机的邻居记一笔')
    await tap('button', '认 100.00 元')
    expect(wire.of('pledge.give').map((i) => i.homeId)).toEqual([idOf(5, 502)])
  })

  test('somebody was faster: what is left is told, and the sum stays', async () => {
    await open(viewOf(), owner, { 'pledge.give': refuse('pledge_over', undefined, { left: '50.00 元' }) })
    await tap('button', '我家也出一份')
    await tap('button', '认 100.00 元')
    expect(screen.getByText('还差 50.00 元，认多了，请减一些')).toBeTruthy()
    expect((screen.getByLabelText('认多少元') as HTMLInputElement).value).toBe('100')
  })
})
