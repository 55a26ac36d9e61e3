import { publish, readNotice } from '../../functions/local/calendar'
import { openApi, type TestApi } from '../kernel/api'

let api: TestApi
const said: string[] = []
beforeAll(async () => {
  api = await openApi({ now: new Date('2026-11-21T02:00:00Z') })
  for (const way of ['log', 'error'] as const)
    jest.spyOn(console, way).mockImplementation((...words: unknown[]) => void said.push(words.join(' ')))
})
afterAll(async () => {
  jest.restoreAllMocks()
  await api.close()
})

const put = (...args: string[]) => publish(args, api.database.urls.owner, api.now)
const days = () => api.owner(`select day::text, works from calendar_day order by day`)
const years = () => api.owner('select year, published_on::text as on from calendar_year')

test("a year's notice is put in from the console, and once more as it was mended", async () => {
  expect(await put('--year', '2027', '--off', '2027-01-01/2027-01-03', '--works', '2027-01-09')).toBe(true)
  expect(await put('--year', '2027', '--off', '2027-01-01/2027-01-02', '--works', '2027-01-09')).toBe(true)
  expect(await days()).toEqual([
    { day: '2027-01-01', works: false },
    { day: '2027-01-02', works: false },
    { day: '2027-01-09', works: true },
  ])
  expect(await years()).toEqual([{ year: 2027, on: '2026-11-21' }])
  expect(said.at(-1)).toBe('2027: 3 days are in.')
})

test('a notice that is not whole changes nothing and says how it is written', async () => {
  const before = [await days(), await years()]
  for (const wrong of [
    ['--off', '2027-01-01'],
    ['--year', '2027'],
    ['--year', '2027', '--off', '2028-01-01'],
    ['--year', '2027', '--off', '2027-02-30'],
    ['--year', '2027', '--off', '2027-01-03/2027-01-01'],
    ['--year', '2027', '--off', '2027-01-01', '--works', '2027-01-01'],
  ])
    expect([wrong, await put(...wrong)]).toEqual([wrong, false])
  expect(await publish(['--year', '2027', '--off', '2027-01-01'], undefined, api.now)).toBe(false)
  expect([await days(), await years()]).toEqual(before)
  expect(said.at(-1)).toMatch(/npm run calendar/)
})

test('a leap day is a day of its year alone', () => {
  expect(readNotice('2028', ['2028-02-29'], [])).toEqual([{ day: '2028-02-29', works: false }])
  expect(readNotice('2027', ['2027-02-29'], [])).toBeUndefined()
})
