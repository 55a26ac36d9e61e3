import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { demoId } from '../../functions/demo/stage'
import { yanxi, yanxiCompound } from '../../functions/demo/story'
import { launchChromium } from '../browser/chromium'
import { lookInto } from '../browser/lookInto'
import { startApp, type TestApp } from '../kernel/app'
import { ask, tokenOf } from '../kernel/ask'
import { jpeg } from '../media/pictures'
import { field, lookAt, NAMED_BACKEND, openOurApp, signedIn } from './ourApp'
import type { Phone } from './phone'

let app: TestApp
let browser: Browser
let folder: string
let photo: string
/** What the code at the owner's own entrance holds. */
let link: string
let tokens: { owner: string; worker: string }
const phones: Phone[] = []

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
  const [owner, worker] = [await tokenOf(app.url, 'owner'), await tokenOf(app.url, 'communityWorker')]
  tokens = { owner, worker }
  const at = { communityId: yanxi, compoundId: yanxiCompound }
  const codes = (await ask(app.url, worker, 'place.codes', at)).items
  link = codes.find(({ name }) => name.includes('9栋') && name.includes('1单元'))?.link ?? ''
  folder = mkdtempSync(path.join(tmpdir(), 'weapp-photo-'))
  photo = path.join(folder, 'stairs.jpg')
  writeFileSync(photo, await jpeg({ width: 3000, height: 2000 }))
})
afterAll(async () => {
  for (const phone of phones) await phone.close()
  await browser?.close()
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  for (const phone of phones) await phone.check()
})

async function open(token: string, entry: string, query: Record<string, string>) {
  const phone = await openOurApp(app.url, { browser, storage: signedIn(token), entry, query })
  phones.push(phone)
  return phone
}

/** WeChat hands the link on the wall over as it was scanned. */
const scanAsOwner = () => open(tokens.owner, 'dwelling/scan', { q: encodeURIComponent(link) })

/** One photo of the camera, as soon as it is among the others on the page. */
async function takePhoto(phone: Phone) {
  phone.pickFiles([photo])
  await phone.tap('拍照或选照片')
  await phone.screen.wait({ selector: '[aria-label^="第 1 张照片"]' })
}

interface OnServer {
  words: string | null
  place: string
  state: string
  photos: { state: string; width: number }[]
}

/** All that the owner has whistled since the tests began, each with its photos; the demo's lie before that. */
const began = new Date()
const whistled = () =>
  lookInto<OnServer>(
    app,
    `select w.words, w.place, w.state, coalesce((
       select json_agg(json_build_object('state', p.state, 'width', p.width))
       from whistle_photo wp
       join photo p on (p.community_id, p.id) = (wp.community_id, wp.photo_id)
       where (wp.community_id, wp.whistle_id) = (w.community_id, w.id)), '[]') as photos
     from whistle w join whistle_reporter r on (r.community_id, r.whistle_id) = (w.community_id, w.id)
     where r.person_id = $1 and w.submitted_at >= $2 order by w.submitted_at`,
    [demoId('owner'), began],
  )
const photosOfOwner = () =>
  lookInto<{ state: string }>(
    app,
    'select state from photo where author_id = $1 and opened_at >= $2 order by opened_at',
    [demoId('owner'), began],
  )

test('a whistle from the code at the entrance takes three taps and less than 15 seconds', async () => {
  const phone = await scanAsOwner()
  await phone.tap('在这里吹哨')
  await takePhoto(phone)
  await phone.tap('吹哨')
  await phone.see('吹出去了')
  const { taps, ms } = phone.spent
  expect(taps).toBe(3)
  expect(ms).toBeLessThan(15_000)
  await phone.see(/社区 .* 前回复你/)
  await lookAt(phone, 'whistle-sent')
  expect(phone.asked('chooseMedia')).toMatchObject([
    { mediaType: ['image'], sourceType: expect.arrayContaining(['camera']) },
  ])
  expect(await whistled()).toEqual([
    {
      words: null,
      place: '盐溪桥小区 9栋1单元',
      state: 'submitted',
      // the phone sends no more than the server would keep
      photos: [{ state: 'ready', width: 1600 }],
    },
  ])
})

describe('a whistle in a basement without signal', () => {
  let phone: Phone
  const words = '三楼到四楼的扶手断了一截，晚上看不见'

  test('is kept on the phone with its photo, and says so', async () => {
    phone = await scanAsOwner()
    await phone.see('在这里吹哨')
    await phone.offline(true)
    await phone.tap('在这里吹哨')
    await takePhoto(phone)
    await phone.see('等信号')
    await phone.type(field('怎么了'), words)
    await phone.tap('第 1 张照片，等信号')
    await lookAt(phone, 'whistle-new-offline')
    await phone.tap('吹哨')
    await phone.see('先记下了')
    await phone.see('1 张照片和说明存在这台手机上')
    await lookAt(phone, 'whistle-kept')
    await phone.tap('看看待传的内容')
    await phone.see(/扶手断了一截/)
    await phone.see('1 张照片，还没传')
  })

  test('outlives the app', async () => {
    await phone.reopen()
    await phone.see('1 条待传')
    await lookAt(phone, 'home-whistle-waits')
    await phone.tap('1 条待传')
    await phone.see(/吹哨：三楼到四楼/)
    await phone.see('现在没有信号')
    await phone.find('.k-photos img[src^="blob:"]').waitFor()
    await lookAt(phone, 'queue-whistle')
    expect(await whistled()).toHaveLength(1)
  })

  test('goes by itself once the signal is back, exactly once', async () => {
    const before = phone.requests.length
    await phone.offline(false)
    await phone.see('都发出去了')
    const sent = phone.requests.slice(before).filter(({ method }) => method === 'POST')
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const now = await whistled()
    expect(now.slice(1)).toEqual([
      { words, place: '盐溪桥小区 9栋1单元', state: 'submitted', photos: [{ state: 'ready', width: 1600 }] },
    ])
    const photos = await photosOfOwner()

    // every message comes a second time, as when the answers were lost
    for (const { method, url, header, body } of sent) {
      const answer = await fetch(url.replace(NAMED_BACKEND, app.url), {
        method,
        headers: header,
        body: new Uint8Array(body),
      })
      expect([200, 409]).toContain(answer.status)
    }
    await phone.reopen()
    await phone.see('我的哨')
    await phone.notSee('待传')
    expect(await whistled()).toEqual(now)
    expect(await photosOfOwner()).toEqual(photos)

    await phone.tap(phone.find('[aria-label^="我的哨，全部"]'))
    await phone.tap(phone.find('[aria-label^="三楼到四楼的扶手断了一截"]').last())
    await phone.see('你吹了哨')
    await phone.see('等社区受理')
    await lookAt(phone, 'whistle-one')
  })
})
