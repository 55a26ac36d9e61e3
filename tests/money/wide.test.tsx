import '../kernel/screens/inBrowser'
import { act, fireEvent, screen } from '@testing-library/react'
import Arrears from '../../miniprogram/money/arrears'
import Cover from '../../miniprogram/money/cover'
import Spendings from '../../miniprogram/money/spendings'
import { newPhone, openAs } from '../kernel/screens/open'
import { home701, idOf } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { phone } from '../kernel/taro'
import {
  arrearsOf,
  bookkeeper,
  books,
  entryFace,
  entryOf,
  leaseId,
  member,
  photoId,
  spendingOf,
} from './faces'

beforeEach(newPhone)

const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }))

test('the spending that is chosen stands beside the list, which is walked by j and k', async () => {
  const { open: _, declined: __, vouchers: ___, ...face } = spendingOf()
  const second = { ...face, spendingId: idOf(55, 2), words: '修门禁', fen: 30_000 }
  const wire = await openAs(bookkeeper, <Spendings />, {
    at: '/money/spendings',
    params: { ...books },
    answers: {
      'spending.list': {
        items: [face, second],
        next: null,
        counts: { waiting: 2, toPay: 0, gaps: 0 },
        mine: 0,
        limitFen: 500_000,
        mayAsk: true,
      },
      'spending.get': ({ spendingId }) =>
        spendingOf(spendingId === second.spendingId ? { spendingId, words: '修门禁', fen: 30_000 } : {}),
    },
  })
  expect(screen.getByText('960.00 元')).toBeTruthy()
  await press('j')
  await press('j')
  await press('Enter')
  expect(screen.getByText('300.00 元')).toBeTruthy()
  expect(wire.of('spending.get').at(-1)?.spendingId).toBe(second.spendingId)
  expect(phone.stack).toHaveLength(1)
})

test('what was done with stays beside the list that it left, until another is opened', async () => {
  const { open: _, declined: __, vouchers: ___, ...face } = spendingOf()
  const acts = ['approve' as const, 'decline' as const]
  const next = { ...face, spendingId: idOf(55, 2), words: '修门禁', fen: 30_000, acts }
  let approved = false
  await openAs(member, <Spendings />, {
    at: '/money/spendings',
    params: { ...books },
    answers: {
      'spending.list': () => ({
        items: approved ? [next] : [face, next],
        next: null,
        counts: { waiting: 2, toPay: 0, gaps: 0 },
        mine: 2,
        limitFen: 500_000,
        mayAsk: true,
      }),
      'spending.get': ({ spendingId }) =>
        spendingOf(
          spendingId === face.spendingId
            ? { acts: approved ? [] : acts, state: approved ? 'approved' : 'asked' }
            : { spendingId, words: '修门禁', fen: 30_000, acts },
        ),
      'spending.approve': () => {
        approved = true
        return { state: 'approved' }
      },
    },
  })
  await tap('button', '批准')
  expect(screen.getByText('批准了，可以付款了')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '批准' })).toBeNull()
  await tap('button', '修门禁，300.00 元，等你批准，打开')
  expect(screen.getByRole('button', { name: '批准' })).toBeTruthy()
})

test('who has not paid stands in a table that sorts and finds, and a row leads to taking it', async () => {
  const [first] = arrearsOf().items
  if (!first) throw new Error('somebody owes')
  const other = { ...first, leaseId: idOf(53, 8), number: '8', who: '8栋1单元202', plate: null, owedFen: 500 }
  await openAs(bookkeeper, <Arrears />, {
    at: '/money/arrears',
    params: { ...books },
    answers: { 'charge.arrears': arrearsOf({ items: [first, other] }) },
  })
  const rows = () => screen.getAllByRole('cell', { name: /^\d栋/ }).map((cell) => cell.textContent)
  await tap('button', '按一共欠（元）排序')
  expect(rows()).toEqual(['8栋1单元202', home701.label])
  await write('查找', '701')
  expect(rows()).toEqual([home701.label])
  await act(async () => screen.getByText(home701.label).click())
  expect(phone.stack.at(-1)).toContain(`leaseId=${leaseId}`)
})

test('hundreds of them come twenty at a time, and are found among all', async () => {
  const [first] = arrearsOf().items
  if (!first) throw new Error('somebody owes')
  const many = Array.from({ length: 45 }, (_, i) => ({
    ...{ ...first, leaseId: idOf(53, 100 + i), number: String(i + 1), who: `8栋1单元${i + 101}` },
  }))
  await openAs(bookkeeper, <Arrears />, {
    at: '/money/arrears',
    params: { ...books },
    answers: { 'charge.arrears': arrearsOf({ items: many }) },
  })
  const rows = () => screen.getAllByRole('cell', { name: /^8栋/ }).map((cell) => cell.textContent)
  expect(rows()).toHaveLength(20)
  await tap('button', '再看一些（还有 25 行）')
  expect(rows()).toHaveLength(40)
  await write('查找', '单元145')
  expect(rows()).toEqual(['8栋1单元145'])
})

test('a voucher on which nothing is covered is shown only after it was asked again', async () => {
  const { movedFen: _, ...face } = entryFace()
  const paper = { thumb: '/paper-s.jpg', whole: '/paper.jpg' }
  const wire = await openAs(bookkeeper, <Cover />, {
    at: '/money/cover',
    params: { ...books },
    answers: {
      'entry.unmasked': { items: [{ ...face, photoId }] },
      'entry.get': entryOf({ mayMask: true, vouchers: [{ photoId, state: 'waiting', masked: null, paper }] }),
    },
  })
  await tap('button', '没有要遮的，给业主看')
  expect(screen.getByText('看清楚了？')).toBeTruthy()
  expect(wire.of('entry.mask')).toEqual([])
  await tap('button', '以后再说')
  expect(screen.queryByText('看清楚了？')).toBeNull()
})
