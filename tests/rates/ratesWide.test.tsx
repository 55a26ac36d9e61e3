import '../kernel/screens/inBrowser'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import Rates from '../../miniprogram/desk/rates'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, saltTree } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { counted, told } from './told'

const clicked: HTMLAnchorElement[] = []
beforeEach(() => {
  newPhone()
  clicked.length = 0
  HTMLAnchorElement.prototype.click = function () {
    clicked.push(this)
  }
})

const open = () =>
  openAs(communityWorker, <Rates />, {
    at: '/desk/rates',
    answers: {
      'place.tree': saltTree,
      'rates.get': told(),
      'rates.list': { items: [counted(1), counted(2, false)], next: null, total: 2 },
      'rates.export': ({ id }) => ({ id, done: 1, of: 1, address: '/api/storage/c/rates.xlsx?until=1' }),
    },
  })

test('on a wide screen the groups stand in a table, and the list behind a number beside it', async () => {
  const wire = await open()
  expect(await screen.findByRole('table', { name: '三率' })).toBeTruthy()
  expect(screen.getByText('80 件中 70 件')).toBeTruthy()
  fireEvent.click(screen.getByText('80 件中 70 件'))
  expect(await screen.findByText('共 2 件')).toBeTruthy()
  expect(wire.of('rates.list')[0]).toMatchObject({ group: bridge.compoundId, rate: 'response', side: 'all' })
})

test('the table is sorted by how much of it was met', async () => {
  await open()
  await screen.findByRole('table', { name: '三率' })
  const names = () => screen.getAllByText(/^(盐溪桥小区|河坎职工宿舍)$/).map((e) => e.textContent)
  fireEvent.click(screen.getByRole('button', { name: '按准时到场排序' }))
  expect(names()).toEqual(['河坎职工宿舍', bridge.name])
})

test('the spreadsheet is saved under a name that says what it is', async () => {
  const wire = await open()
  await screen.findByText('83 件中 71 件按时到场')
  await tap('button', '导出表格（Excel 能打开）')
  await waitFor(() => expect(clicked).toHaveLength(1))
  expect(clicked[0]!.getAttribute('href')).toBe('/api/storage/c/rates.xlsx?until=1')
  expect(clicked[0]!.download).toMatch(/^盐溪社区三率 .*月\.xlsx$/)
  expect(wire.of('rates.export')).toHaveLength(1)
})
