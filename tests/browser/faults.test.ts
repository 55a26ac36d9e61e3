import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium'
import { findFaults } from './findFaults'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 375, height: 812 } })
})
afterAll(() => browser?.close())

async function faultsOf(body: string): Promise<string[]> {
  await page.setContent(`<body style="margin:0;font:16px/1.5 sans-serif;background:#fff;color:#222">${body}`)
  return page.evaluate(findFaults)
}

const tall = 'height:48px;width:120px;display:inline-block'

test('a page without a fault has none', async () => {
  const words = '<p style="overflow:hidden">一段长长的话，自己会换行。'.repeat(9)
  const scrolled = `<div style="overflow-x:auto"><div style="width:900px">${'很宽的表格'.repeat(8)}</div></div>`
  const taps = `<div role="button" style="${tall}">通过</div> <a href="#x" aria-label="返回" style="${tall}"></a>`
  expect(await faultsOf(words + scrolled + taps)).toEqual([])
})

// letters where width decides: a machine without a Chinese font draws every character as the same narrow box
test.each([
  [
    'text cut',
    '<div style="width:60px;overflow:hidden"><p style="white-space:nowrap;width:300px">看不到后面的字</p></div>',
  ],
  ['text beyond its box', '<p style="width:40px;white-space:nowrap">9栋1单元701 MMMMMM</p>'],
  ['text cut below or above', '<p style="height:20px;width:60px;overflow:hidden">一行一行又一行</p>'],
  [
    'text beyond its box',
    `<p style="text-overflow:ellipsis;overflow:hidden;white-space:nowrap;width:60px">MMMMMM left out</p>`,
  ],
  ['text off the screen', '<p style="margin-left:340px;width:100px">MMMMMM</p>'],
  ['the page is wider than the screen', '<div style="width:500px;height:9px"></div>'],
  ['too pale', '<p style="color:#999">淡</p>'],
  ['too pale', '<p style="color:rgb(0 0 0 / 40%)">淡</p>'],
  ['too pale', '<div style="opacity:.5"><p>淡</p></div>'],
  ['too pale', '<div style="background:#0b6b4f"><p style="color:#000">暗</p></div>'],
  [
    'placeholder cut',
    '<input aria-label="找" placeholder="很长很长的提示写不下" style="width:60px;height:48px">',
  ],
  [
    'text cut in a field',
    '<input aria-label="找" value="很长很长的内容写不下" style="width:60px;height:48px">',
  ],
  ['too small to hit', '<div role="button" style="height:30px;width:90px">小</div>'],
  ['has no name', `<div role="button" style="${tall}"></div>`],
  [
    'lies over another',
    `<div role="button" style="${tall}">甲</div><div role="button" style="${tall};margin-left:-20px">乙</div>`,
  ],
])('%s is found', async (fault, body) => {
  expect((await faultsOf(body)).join()).toContain(fault)
})
