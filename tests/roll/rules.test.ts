import fc from 'fast-check'
import { readBuilding, readCell, readDay, readMobile } from '../../shared/roll/cells'
import { findClashes, type NumberedLine } from '../../shared/roll/clashes'
import { readHeadings, rollFields, rollFieldWords } from '../../shared/roll/headings'
import { readLine } from '../../shared/roll/rules'
import { headings } from './sheets'

const template = readHeadings(headings)
if (!('columns' in template)) throw new Error('the template has its own headings')
const { columns } = template

const line = (cells: Partial<Record<(typeof rollFields)[number], string>>) =>
  readLine(
    rollFields.map(
      (field) => cells[field] ?? { building: '9栋', number: '701', area: '86.5' }[field as 'area'] ?? '',
    ),
    columns,
  )
const problem = (cells: Parameters<typeof line>[0]) => {
  const read = line(cells)
  return 'problems' in read ? read.problems.map((p) => `${p.field}: ${p.reason}`) : []
}
const good = (cells: Parameters<typeof line>[0]) => {
  const read = line(cells)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.line
}

describe('headings', () => {
  test('what communities usually write is understood, in any order', () => {
    const read = readHeadings([
      '联系电话',
      '建筑面积（㎡）',
      ' 门 牌 号 ',
      '*户主：',
      '栋号',
      '单元号',
      '备注',
    ])
    expect(read).toEqual({ columns: { phone: 0, area: 1, number: 2, name: 3, building: 4, entrance: 5 } })
  })
  test('what is missing is named', () => {
    expect(readHeadings(['单元', '姓名', '房间号'])).toEqual({ missing: ['楼栋', '面积'] })
    expect(readHeadings(['', ''])).toEqual({ missing: ['楼栋', '房号', '面积'] })
  })
  test('the template knows every field by its own word', () => {
    expect(headings).toEqual(rollFields.map((field) => rollFieldWords[field]))
    expect(columns).toEqual(Object.fromEntries(rollFields.map((field, i) => [field, i])))
  })
})

describe('a line', () => {
  test('tells a home and its owner', () => {
    expect(
      good({
        building: '９',
        entrance: '1',
        number: '７０１室',
        kind: '住宅',
        area: '86.5㎡',
        tieKind: '业主',
        name: ' 业主甲 ',
        phone: '+86 139-0000-0001',
        from: '2019年5月1日',
      }),
    ).toEqual({
      building: '9栋',
      entrance: '1单元',
      number: '701',
      kind: 'dwelling',
      areaCentiares: 8650,
      tie: { kind: 'owner', name: '业主甲', phone: '13900000001', from: '2019-05-01', to: null },
    })
  })
  test('without a person is a home all the same, also when it says 业主', () => {
    expect(good({ tieKind: '业主' }).tie).toBeNull()
    expect(good({ entrance: '' }).entrance).toBeNull()
    expect(good({}).kind).toBeNull()
  })
  test.each([
    [{ building: '' }, '楼栋: 缺少楼栋'],
    [{ number: ' ' }, '房号: 缺少房号'],
    [{ area: '' }, '面积: 缺少面积'],
    [{ area: '0' }, '面积: 面积要大于 0'],
    [{ area: '0.00㎡' }, '面积: 面积要大于 0'],
    [{ area: '-86.5' }, '面积: 面积要大于 0'],
    [{ area: '86.456' }, '面积: 面积最多两位小数'],
    [{ area: '大约八十' }, '面积: 请写成 86.50 这样的平方米数'],
    [{ area: '1e3' }, '面积: 请写成 86.50 这样的平方米数'],
    [{ kind: '别墅群' }, '类型: 请写住宅、门市或其他'],
    [{ name: '甲', tieKind: '家属' }, '身份: 请写业主或租户'],
    [{ name: '甲', phone: '023-42810000' }, '手机号: 手机号要 11 位数字，一格只写一个'],
    [{ name: '甲', phone: '13900000001、13900000002' }, '手机号: 手机号要 11 位数字，一格只写一个'],
    [{ name: '甲', phone: '1.39E+10' }, '手机号: 号码被表格改成了科学计数，请把这一列设成文本再填'],
    [{ phone: '13900000001' }, '姓名: 有手机号，缺少姓名'],
    [{ name: '甲', from: '2024-02-30' }, '开始日期: 请写成 2026-03-01 这样的日期'],
    [{ name: '甲', from: '2024-03-02', to: '2024-03-01' }, '结束日期: 早于开始日期'],
    [{ building: '2026-09-01' }, '楼栋: “2026-09-01”是被表格改成的日期，请把这一列设成文本再填'],
    [{ number: '9月1日' }, '房号: “9月1日”是被表格改成的日期，请把这一列设成文本再填'],
    [{ area: '#REF!' }, '面积: 公式没有算出结果，请填上文字或数字'],
    [{ name: '甲\0' }, '姓名: 含有无法保存的字符'],
    [{ name: '甲\ud800' }, '姓名: 含有无法保存的字符'],
    [{ name: '长'.repeat(31) }, '姓名: 最多 30 个字'],
    [{ number: '1'.repeat(21) }, '房号: 最多 20 个字'],
  ])('%j is refused: %s', (cells, says) => {
    expect(problem(cells)).toEqual([says])
  })
  test('names everything that is wrong with it at once', () => {
    expect(problem({ building: '', area: 'x', phone: '1' }).map((p) => p.split(':')[0])).toEqual([
      '楼栋',
      '面积',
      '手机号',
      '姓名',
    ])
  })
})

describe('cells', () => {
  test.each([
    ['2024/3/1', '2024-03-01'],
    ['2024-03-01', '2024-03-01'],
    ['2024.3.1', '2024-03-01'],
    ['2024年3月1日', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['2024-03-01 00:00:00', '2024-03-01'],
    ['45352', '2024-03-01'],
    ['45352.5', '2024-03-01'],
    ['1', undefined],
    ['2024-13-01', undefined],
    ['三月一日', undefined],
  ])('%s is the day %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })
  test.each([
    ['１３９００００００01', '13900000001'],
    ['\u202d139 0000 0001\u202c', '13900000001'],
    ['8613900000001', '13900000001'],
    ['13900000001.0', '13900000001'],
    ['12900000001', undefined],
    ['139000000011', undefined],
  ])('%s is the number %s', (text, phone) => {
    expect(readMobile(readCell(text))).toBe(phone)
  })
  test('reading what was read changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = readCell(text)
        expect(readCell(cell)).toBe(cell)
        expect(readBuilding(readBuilding(cell))).toBe(readBuilding(cell))
      }),
    )
  })
  test('whatever stands in a line, it is either a line or told why not', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (cells) => {
        const read = readLine(cells, columns)
        if ('problems' in read) expect(read.problems.length).toBeGreaterThan(0)
        else expect(read.line.areaCentiares).toBeGreaterThan(0)
      }),
    )
  })
})

describe('lines against each other', () => {
  const numbered = (n: number, cells: Parameters<typeof line>[0]): NumberedLine => ({
    line: n,
    ...good(cells),
  })
  const clashes = (...lines: NumberedLine[]) =>
    Object.fromEntries(
      [...findClashes(lines)].map(([n, problems]) => [n, problems.map((p) => `${p.field}: ${p.reason}`)]),
    )

  test('a home with two areas is named by both lines', () => {
    expect(clashes(numbered(2, { name: '甲' }), numbered(9, { name: '乙', area: '90' }))).toEqual({
      2: ['面积: 和第 9 行是同一户，面积不同'],
      9: ['面积: 和第 2 行是同一户，面积不同'],
    })
  })
  test('a home of two kinds is named by both lines, one that tells no kind is not', () => {
    const lines = [numbered(2, { name: '甲' }), numbered(3, { name: '乙', kind: '住宅' })]
    expect(clashes(...lines)).toEqual({})
    expect(clashes(...lines, numbered(4, { name: '丙', kind: '门市' }))).toEqual({
      3: ['类型: 和第 4 行是同一户，类型不同（住宅、门市）'],
      4: ['类型: 和第 3 行是同一户，类型不同（住宅、门市）'],
    })
  })
  test('the same person twice, and an empty home twice, are named', () => {
    expect(Object.keys(clashes(numbered(2, { name: '甲' }), numbered(3, { name: '甲' })))).toEqual(['2', '3'])
    expect(Object.keys(clashes(numbered(2, {}), numbered(3, {})))).toEqual(['2', '3'])
  })
  test('two owners, an owner and a tenant of one name, and one person with two homes are fine', () => {
    expect(
      clashes(
        numbered(2, { name: '甲', phone: '13900000001' }),
        numbered(3, { name: '乙', phone: '13900000001' }),
        numbered(4, { name: '甲', tieKind: '租户' }),
        numbered(5, { name: '甲', number: '702' }),
      ),
    ).toEqual({})
  })
})
