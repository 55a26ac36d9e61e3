import '../kernel/camera'
import { screen } from '@testing-library/react'
import BooksPage from '../../miniprogram/money/books'
import Cover from '../../miniprogram/money/cover'
import { boxOf } from '../../miniprogram/money/covering/boxes'
import Entry from '../../miniprogram/money/entry'
import Post from '../../miniprogram/money/post'
import type { Output } from '../../shared/contract'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone, openAs } from '../kernel/screens/open'
import { idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { accountOf, bookkeeper, books, entryFace, entryId, entryOf, photoId } from './faces'

beforeEach(() => {
  newPhone()
  camera.reset()
})

const open = (entry: Output<'entry.get'>, me = owner, answers: Answers = {}) =>
  openAs(me, <Entry />, {
    at: '/money/entry',
    params: { ...books, entryId },
    answers: { 'entry.get': entry, ...answers },
  })
const paper = { thumb: '/paper-s.jpg', whole: '/paper.jpg' }
const masked = { thumb: '/masked-s.jpg', whole: '/masked.jpg' }

describe('what an owner reads', () => {
  test('what happened and where the money went; how it is booked on asking, without codes', async () => {
    await open(entryOf())
    expect(screen.getByText('支出：买扫帚')).toBeTruthy()
    expect(screen.getByText('150.00 元')).toBeTruthy()
    expect(screen.getByText('150.00 元从现金付出。')).toBeTruthy()
    expect(screen.queryByText('借 保洁和垃圾清运')).toBeNull()
    await tap('button', '怎么记的')
    expect(screen.getByText('借 保洁和垃圾清运')).toBeTruthy()
    expect(screen.getByText('贷 现金')).toBeTruthy()
    expect(screen.queryByText('5002')).toBeNull()
  })

  test('whoever keeps the books has both sides open, with their codes', async () => {
    await open(entryOf(), bookkeeper)
    expect(screen.getByText('5002')).toBeTruthy()
  })

  test.each([
    ['moved none', null, [], '没有动钱，只是记在账上。'],
    ['came', 15_500, [['debit', '微信收款']], '155.00 元进了微信收款。'],
    [
      'went from one to the other',
      0,
      [
        ['debit', '银行存款'],
        ['credit', '现金'],
      ],
      '从现金转到银行存款。',
    ],
  ] as const)('money that %s is told so', async (_, moneyFen, moved, says) => {
    const lines = moved.map(([side, name], i) => ({
      ...{ accountId: accountOf(20 + i), code: `100${i}`, name, kind: 'money' as const, side, fen: 15_500 },
    }))
    await open(entryOf({ moneyFen, lines }))
    expect(screen.getByText(says)).toBeTruthy()
  })

  test('a voucher on which nothing is covered yet shows as waiting, and no paper', async () => {
    await open(entryOf())
    expect(screen.getAllByText('凭证待遮挡').length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: /^看大图/ })).toBeNull()
  })

  test('the covered copy opens large', async () => {
    await open(entryOf({ voucher: 'masked', vouchers: [{ photoId, state: 'masked', masked, paper: null }] }))
    await tap('button', '看大图：凭证')
    expect(camera.shown).toEqual(['/masked.jpg'])
  })

  test('one that came late says where it counts', async () => {
    await open(entryOf({ occurredOn: '2026-10-30' }))
    expect(screen.getByText('那个月已经公布封账，算在 2026年11月。')).toBeTruthy()
  })

  test('what was taken back stands, and leads to what took it back', async () => {
    const by = idOf(51, 7)
    await open(entryOf({ reversedBy: by, reversedByNumber: 131 }))
    expect(screen.getByText('冲正了')).toBeTruthy()
    await tap('button', '已被第 131 号冲正，打开')
    expect(phone.stack.at(-1)).toContain(`entryId=${by}`)
    expect(screen.queryByRole('button', { name: '冲正这一笔' })).toBeNull()
  })
})

describe('taking it back', () => {
  const mine = entryOf({ mayReverse: true })

  test('needs a reason, and what is refused is told with it still there', async () => {
    const wire = await open(mine, bookkeeper, { 'entry.reverse': refuse('reversal_used') })
    await tap('button', '冲正这一笔')
    await tap('button', '冲正 150.00 元')
    expect(screen.getByText('请写一句为什么')).toBeTruthy()
    await tap('button', '填上：金额记错了。')
    await tap('button', '冲正 150.00 元')
    expect(wire.of('entry.reverse')).toEqual([
      { ...books, entryId, id: expect.any(String), reason: '金额记错了。' },
    ])
    expect(screen.getByText('这笔钱后来已经用掉了，请先更正后面的那一笔')).toBeTruthy()
    expect((screen.getByLabelText('为什么冲正') as HTMLTextAreaElement).value).toBe('金额记错了。')
  })

  test('done, both stay', async () => {
    await open(mine, bookkeeper, { 'entry.reverse': { id: idOf(51, 7), number: 131, month: '2026-11' } })
    await tap('button', '冲正这一笔')
    await tap('button', '填上：同一笔记了两次。')
    await tap('button', '冲正 150.00 元')
    expect(screen.getByText('第 128 号冲正了，原来那一笔还在，旁边写着为什么')).toBeTruthy()
  })
})

describe('covering what is private', () => {
  const { movedFen: _, ...face } = entryFace()
  const waiting = { items: [{ ...face, photoId }] }
  const seen = entryOf({ mayMask: true, vouchers: [{ photoId, state: 'waiting', masked: null, paper }] })

  test('the paper is covered by hand and photographed again; then owners see that', async () => {
    const server = photoServer()
    let items = waiting.items
    const wire = await openAs(bookkeeper, <Cover />, {
      at: '/money/cover',
      params: { ...books },
      answers: {
        ...server.answers,
        'entry.unmasked': () => ({ items }),
        'entry.get': seen,
        'entry.mask': () => {
          items = []
          return { state: 'masked' as const }
        },
      },
    })
    camera.takes(900_000)
    await tap('button', '拍遮好的凭证')
    await tap('button', '用这一张，给业主看')
    expect(await screen.findByText('遮好了，业主现在看得到这一张')).toBeTruthy()
    expect(wire.of('entry.mask')).toEqual([
      { ...books, entryId, photoId, maskedPhotoId: [...server.photos.keys()][0] },
    ])
    expect(screen.getByText('没有等着遮的凭证了')).toBeTruthy()
  })

  test('one done, the next is asked for and does not slide under the finger', async () => {
    const server = photoServer()
    let items = [...waiting.items, { ...face, photoId: idOf(22, 9), number: 131, says: '支出：换灯' }]
    await openAs(bookkeeper, <Cover />, {
      at: '/money/cover',
      params: { ...books },
      answers: {
        ...server.answers,
        'entry.unmasked': () => ({ items }),
        'entry.get': { ...seen, vouchers: items.map((v) => ({ ...seen.vouchers[0]!, photoId: v.photoId })) },
        'entry.mask': () => {
          items = items.slice(1)
          return { state: 'masked' as const }
        },
      },
    })
    camera.takes(900_000)
    await tap('button', '拍遮好的凭证')
    await tap('button', '用这一张，给业主看')
    expect(await screen.findByText('还有 1 张等着遮')).toBeTruthy()
    expect(screen.queryByText('支出：买扫帚')).toBeNull()
    expect(screen.queryByRole('button', { name: /给业主看/ })).toBeNull()
    await tap('button', /^支出：换灯/)
    expect(screen.getByText('拍一张遮好的')).toBeTruthy()
  })

  test('what was covered badly is covered again, from the entry', async () => {
    const covered = { photoId, state: 'masked' as const, masked: paper, paper }
    const entry = entryOf({ mayMask: true, voucher: 'masked', vouchers: [covered] })
    await open(entry, bookkeeper)
    expect(screen.queryByRole('button', { name: '遮挡凭证' })).toBeNull()
    await tap('link', '没遮好，重新遮挡凭证')
    expect(phone.stack.at(-1)).toContain(`entryId=${entryId}&photoId=${photoId}`)
    const server = photoServer()
    const wire = await openAs(bookkeeper, <Cover />, {
      at: '/money/cover',
      params: { ...books, entryId, photoId },
      answers: {
        ...server.answers,
        'entry.unmasked': { items: [] },
        'entry.get': entry,
        'entry.mask': { state: 'masked' },
      },
    })
    camera.takes(900_000)
    await tap('button', '拍遮好的凭证')
    await tap('button', '用这一张，给业主看')
    expect(await screen.findByText('遮好了，业主现在看得到这一张')).toBeTruthy()
    expect(wire.of('entry.mask')).toMatchObject([{ ...books, entryId, photoId }])
  })

  test('an owner never comes to the paper', async () => {
    const wire = await openAs(owner, <Cover />, { at: '/money/cover', params: { ...books } })
    expect(screen.getByText('你现在没有遮挡凭证的身份')).toBeTruthy()
    expect(wire.of('entry.unmasked')).toEqual([])
  })

  test.each([
    [[0.2, 0.3], [0.6, 0.5], { left: 0.2, top: 0.3, width: 0.4, height: 0.2 }],
    [[0.6, 0.5], [0.2, 0.3], { left: 0.2, top: 0.3, width: 0.4, height: 0.2 }],
    [[0.9, 0.9], [1.4, 1.2], { left: 0.9, top: 0.9, width: 0.1, height: 0.1 }],
    [[0.5, 0.5], [0.501, 0.6], undefined],
  ] as const)('a drag from %p to %p lays the box between, within the picture', (from, to, box) => {
    const laid = boxOf(from, to)
    if (box === undefined) expect(laid).toBeUndefined()
    else
      for (const [side, part] of Object.entries(box))
        expect(laid?.[side as keyof typeof box]).toBeCloseTo(part)
  })
})

describe('by hand', () => {
  const account = (n: number, key: string, name: string, kind: 'money' | 'expense', byHand = true) => ({
    accountId: accountOf(n),
    key,
    code: String(1000 + n),
    name,
    kind,
    balanceFen: 500_000,
    byHand,
  })
  const chart: Output<'account.list'> = {
    from: '2026-01-01',
    spendLimitFen: 500_000,
    answerDays: 7,
    closedThrough: null,
    items: [
      account(11, 'cash', '现金', 'money'),
      account(12, 'bank', '银行存款', 'money'),
      account(2, 'expense.clean', '保洁', 'expense', false),
    ],
  }
  test('the money of the first day is told anew, until a month is published', async () => {
    const at = { at: '/money/books', params: { ...books } }
    await openAs(bookkeeper, <BooksPage />, {
      ...at,
      answers: { 'account.list': { ...chart, closedThrough: '2026-01' } },
    })
    expect(screen.queryByRole('button', { name: '更正开账那天的钱' })).toBeNull()
    const wire = await openAs(bookkeeper, <BooksPage />, {
      ...at,
      answers: { 'account.list': chart, 'account.mendOpening': { id: entryId, number: 133 } },
    })
    await tap('button', '更正开账那天的钱')
    await tap('button', '就是这些')
    expect(screen.getByText('请写那天有多少钱')).toBeTruthy()
    await write('那天银行里的（元）', '12000')
    await write('为什么改', '少记了一张存单')
    await tap('button', '就是这些')
    expect(wire.of('account.mendOpening')).toMatchObject([
      { opening: [{ key: 'bank', fen: 1_200_000 }], reason: '少记了一张存单' },
    ])
  })

  const post = async () => {
    const wire = await openAs(bookkeeper, <Post />, {
      at: '/money/post',
      params: { ...books },
      answers: { 'account.list': chart, 'entry.post': { id: entryId, number: 132, month: '2026-11' } },
    })
    await write('写一句是什么', '现金存银行')
    await tap('button', '借方科目：选一个科目，选')
    expect(screen.queryByRole('radio', { name: /^保洁/ })).toBeNull()
    await tap('radio', '银行存款，1012')
    await tap('button', '贷方科目：选一个科目，选')
    await tap('radio', '现金，1011')
    return wire
  }

  test('what does not balance is told to the fen, and not sent', async () => {
    const wire = await post()
    await write('借方金额（元）', '1000')
    await write('贷方金额（元）', '999.99')
    await tap('button', '记上')
    expect(screen.getByText('借方 1,000.00，贷方 999.99，要相等才能记')).toBeTruthy()
    expect(wire.of('entry.post')).toEqual([])
  })

  test('what balances is booked and opens', async () => {
    const wire = await post()
    await write('借方金额（元）', '1000')
    await write('贷方金额（元）', '1000.00')
    await tap('button', '记上')
    expect(wire.of('entry.post')).toEqual([
      {
        ...books,
        id: expect.any(String),
        occurredOn: '2026-11-22',
        memo: '现金存银行',
        lines: [
          { accountId: accountOf(12), side: 'debit', fen: 100_000 },
          { accountId: accountOf(11), side: 'credit', fen: 100_000 },
        ],
      },
    ])
    expect(phone.stack.at(-1)).toContain('/money/entry?')
  })
})
