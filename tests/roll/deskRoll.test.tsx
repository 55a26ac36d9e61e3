import '../kernel/screens/inBrowser'
import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { writeCsv } from '../../miniprogram/desk/parts/csv'
import { rollTemplate } from '../../miniprogram/desk/parts/rollSheet'
import ImportRoll from '../../miniprogram/desk/roll'
import type { Output } from '../../shared/contract'
import { readHeadings } from '../../shared/roll/headings'
import { readLine } from '../../shared/roll/rules'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, idOf, owner, salt, saltTree } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

type View = Output<'roll.preview'>
const view = (more: Partial<View>): View => ({
  rollId: idOf(15, 1),
  fileName: '名册.xlsx',
  state: 'checking',
  lines: 5000,
  checked: 0,
  bad: 0,
  problems: [],
  adds: null,
  ...more,
})
const adds = { buildings: 9, entrances: 21, homes: 375, people: 512, changed: 4, same: 0 }
const ready = view({ state: 'ready', checked: 5000, adds })

interface Upload {
  url: string
  name: string
  fileName: string
  formData: object
}
const uploads: Upload[] = []
let uploaded = 200

// the stand-in of the phone has no uploads of its own
Object.assign(Taro, {
  uploadFile: (option: Upload) => {
    uploads.push(option)
    return Object.assign(Promise.resolve({ statusCode: uploaded, data: '' }), {
      progress: (heard: (now: { totalBytesSent: number }) => void) => heard({ totalBytesSent: 1 }),
      abort: () => {},
    })
  },
})
Object.assign(URL, { createObjectURL: () => 'blob:sheet' })

const opens: Answers['roll.upload'] = ({ id }) => ({ id, url: '/api/files/one', fields: { key: 'k' } })
const openRoll = (answers: Answers) =>
  openAs(communityWorker, <ImportRoll />, {
    at: '/desk/roll',
    answers: { 'place.tree': saltTree, 'roll.upload': opens, ...answers },
  })

async function choose(name = '名册.xlsx') {
  fireEvent.click(await screen.findByRole('radio', { name: new RegExp(`^${bridge.name}`) }))
  const file = new File(['x'.repeat(40)], name)
  fireEvent.change(screen.getByLabelText('选择表格文件'), { target: { files: [file] } })
}
const send = () => tap('button', '上传并核对')

beforeEach(() => {
  newPhone()
  uploads.length = 0
  uploaded = 200
})

test('compound and file are asked for before anything is sent', async () => {
  const wire = await openRoll({})
  await screen.findByText('哪个小区的名册')
  await send()
  expect(screen.getByText('请先选小区')).toBeTruthy()
  expect(screen.getByText('请先选表格文件')).toBeTruthy()
  expect(wire.of('roll.upload')).toHaveLength(0)
})

test('the file goes to the address the server has signed, and is checked until it is ready', async () => {
  let asked = 0
  const wire = await openRoll({
    'roll.preview': () => (++asked < 3 ? view({ checked: asked * 2000 }) : ready),
  })
  await choose()
  await send()
  expect(await screen.findByText('核对好了，没有错')).toBeTruthy()
  expect(uploads).toEqual([
    expect.objectContaining({
      url: '/api/files/one',
      name: 'file',
      fileName: '名册.xlsx',
      formData: { key: 'k' },
    }),
  ])
  expect(wire.of('roll.upload')[0]).toMatchObject({
    communityId: salt.communityId,
    compoundId: bridge.compoundId,
    fileName: '名册.xlsx',
    bytes: 40,
  })
  expect(asked).toBe(3)
  expect(screen.getByText('375 户')).toBeTruthy()
  expect(wire.of('roll.import')).toHaveLength(0)
})

test('one act takes it in, and says what was taken in', async () => {
  const wire = await openRoll({
    'roll.preview': ready,
    'roll.import': { ...ready, state: 'imported' },
  })
  await choose()
  await send()
  await screen.findByText('核对好了，没有错')
  await tap('button', '导入')
  expect(await screen.findByText('已经导入')).toBeTruthy()
  expect(screen.getByText('新登记了住户')).toBeTruthy()
  expect(wire.of('roll.import')).toHaveLength(1)
})

test('while it is checked one sees how far it is and can stop and go on', async () => {
  const answers: ((value: View) => void)[] = []
  await openRoll({ 'roll.preview': () => new Promise<View>((resolve) => answers.push(resolve)) })
  await choose()
  await send()
  await act(async () => answers[0]?.(view({ checked: 2000 })))
  expect(await screen.findByText('已核对 2,000 / 5,000 行')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '停止' }))
  await act(async () => answers[1]?.(view({ checked: 4000 })))
  expect(screen.getByText('停下了，已核对 2,000 / 5,000 行，还没有导入任何内容。')).toBeTruthy()
  expect(answers).toHaveLength(2)
  await tap('button', '接着核对')
  await act(async () => answers[2]?.(ready))
  expect(await screen.findByText('核对好了，没有错')).toBeTruthy()
})

test('every bad line is named with its reason, and nothing can be imported', async () => {
  const problems = Array.from({ length: 100 }, (_, i) => ({
    line: i + 2,
    field: '面积',
    reason: '面积要大于 0',
  }))
  await openRoll({ 'roll.preview': view({ state: 'refused', checked: 5000, bad: 1234, problems }) })
  await choose()
  await send()
  expect(await screen.findByText('有 1,234 行要改')).toBeTruthy()
  expect(screen.getByText('第 2 行 · 面积')).toBeTruthy()
  expect(screen.getAllByText('面积要大于 0')).toHaveLength(100)
  expect(screen.getByText('先列出 100 处，改好后重新上传，会再核对一遍。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '导入' })).toBeNull()
})

test('a roll that changes nothing says so', async () => {
  const same = { buildings: 0, entrances: 0, homes: 0, people: 0, changed: 0, same: 375 }
  await openRoll({ 'roll.preview': { ...ready, adds: same } })
  await choose()
  await send()
  expect(await screen.findByText('这份表和现在登记的完全一样，没有要改的。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '导入' })).toBeNull()
})

test('a file that is no table is refused with its sentence, and the next one is another import', async () => {
  const wire = await openRoll({ 'roll.preview': refuse('roll_unreadable') })
  await choose('照片.xlsx')
  await send()
  expect(await screen.findByText('这不是能读的表格，请另存为 xlsx 或 csv 再传')).toBeTruthy()
  wire.answer({ 'roll.preview': ready })
  fireEvent.change(screen.getByLabelText('换一个文件'), { target: { files: [new File(['y'], '名册.csv')] } })
  await send()
  expect(await screen.findByText('核对好了，没有错')).toBeTruthy()
  const ids = wire.of('roll.upload').map((i) => i.id)
  expect(new Set(ids).size).toBe(2)
})

test('a file that does not arrive can be sent again under the same id', async () => {
  uploaded = 403
  const wire = await openRoll({ 'roll.preview': ready })
  await choose()
  await send()
  expect(await screen.findByText('文件没有传上去，请再试一次')).toBeTruthy()
  uploaded = 204
  await send()
  expect(await screen.findByText('核对好了，没有错')).toBeTruthy()
  const [first, second] = wire.of('roll.upload')
  expect(first?.id).toBe(second?.id)
})

test('without signal the check stops where it was and goes on from there', async () => {
  let asked = 0
  await openRoll({
    'roll.preview': () => {
      asked++
      if (asked === 1) phone.setOnline(false)
      return asked === 1 ? view({ checked: 2000 }) : ready
    },
  })
  await choose()
  await send()
  expect(await screen.findByText('没有信号，停在这里了，连上后可以接着办。')).toBeTruthy()
  await act(async () => phone.setOnline(true))
  await tap('button', '接着核对')
  expect(await screen.findByText('核对好了，没有错')).toBeTruthy()
})

test('homes changed since the check: it is checked again before it is taken in', async () => {
  await openRoll({ 'roll.preview': ready, 'roll.import': refuse('roll_outdated') })
  await choose()
  await send()
  await screen.findByText('核对好了，没有错')
  await tap('button', '导入')
  expect(await screen.findByText('核对之后住户有了变化，请重新核对')).toBeTruthy()
  expect(screen.getByRole('button', { name: '接着核对' })).toBeTruthy()
})

test('leaving the page ends the asking', async () => {
  const answers: ((value: View) => void)[] = []
  await openRoll({ 'roll.preview': () => new Promise<View>((resolve) => answers.push(resolve)) })
  await choose()
  await send()
  await waitFor(() => expect(answers).toHaveLength(1))
  await act(async () => newPhone())
  await act(async () => answers[0]?.(view({ checked: 2000 })))
  expect(answers).toHaveLength(1)
})

test('an owner is not offered the roll', async () => {
  const wire = await openAs(owner, <ImportRoll />, { at: '/desk/roll' })
  expect(screen.getByText('你现在没有导入名册的身份')).toBeTruthy()
  expect(wire.of('place.tree')).toHaveLength(0)
})

test('the template has the mark by which Excel knows UTF-8, and is itself a roll without a fault', () => {
  const [head, ...lines] = writeCsv(rollTemplate).split('\r\n')
  expect(head).toBe('\uFEFF楼栋,单元,房号,类型,面积,身份,姓名,手机号,开始日期,结束日期')
  expect(lines).toHaveLength(3)
  const read = readHeadings((head ?? '').slice(1).split(','))
  if (!('columns' in read)) throw new Error('the headings are not those of a roll')
  for (const line of lines) expect(readLine(line.split(','), read.columns)).toHaveProperty('line')
})
