import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { yanxi, yanxiCompound } from '../../functions/demo/ids'
import { demoId } from '../../functions/demo/stage'
import { dayOf } from '../../shared/kernel/time'
import { launchChromium } from '../browser/chromium'
import { lookInto } from '../browser/lookInto'
import { startApp, type TestApp } from '../kernel/app'
import { ask, tokenOf } from '../kernel/ask'
import { jpeg } from '../media/pictures'
import { lookAt, NAMED_BACKEND, openOurApp, signedIn } from './ourApp'
import type { Phone } from './phone'

const planId = randomUUID()
const name = '夜间加走一圈'
const stops = ['一号门岗', '二号配电间', '三号水箱']
const standing = { lat: 30.0123, lng: 106.2734 }

let app: TestApp
let browser: Browser
let folder: string
let photo: string
let token: string
/** What the codes at the three checkpoints hold. */
let links: string[]
let phone: Phone

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp({ demo: true }), launchChromium()])
  const worker = await tokenOf(app.url, 'communityWorker')
  token = await tokenOf(app.url, 'gridWorker')
  const tree = await ask(app.url, worker, 'place.tree', { communityId: yanxi })
  const compound = tree.compounds.find((c) => c.compoundId === yanxiCompound)
  const grid = tree.grids.find((g) => compound?.buildings.some((b) => b.gridId === g.gridId))
  const building = compound?.buildings.find((b) => b.gridId === grid?.gridId)
  await ask(app.url, worker, 'patrol.add', {
    communityId: yanxi,
    id: planId,
    versionId: randomUUID(),
    kind: 'grid',
    gridId: grid?.gridId ?? '',
    name,
    rhythm: { every: 'day' },
    checkpoints: stops.map((stop, i) => ({
      checkpointId: randomUUID(),
      name: stop,
      compoundId: yanxiCompound,
      buildingId: building?.buildingId ?? '',
      ...(i === 1 && { at: standing }),
    })),
    walkerIds: [demoId('gridWorker')],
    from: dayOf(new Date()),
  })
  const codes = await ask(app.url, worker, 'patrol.codes', { communityId: yanxi, planId })
  links = stops.map((stop) => codes.items.find((c) => c.name.includes(stop))?.link ?? '')
  folder = mkdtempSync(path.join(tmpdir(), 'weapp-round-'))
  photo = path.join(folder, 'stairs.jpg')
  writeFileSync(photo, await jpeg({ width: 3000, height: 2000 }))
})
afterAll(async () => {
  await phone?.close()
  await browser?.close()
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => phone?.check())

/** All that the server knows of rounds of this plan, as one row each. */
const rounds = () =>
  lookInto<Record<string, unknown>>(
    app,
    `select r.id, r.started_at, r.finished_at, cardinality(r.missed) as missed,
       (select json_agg(json_build_array(s.name, t.way, t.reason) order by t.at)
        from round_tick t join patrol_stop s on (s.community_id, s.version_id, s.checkpoint_id) = (t.community_id, t.version_id, t.checkpoint_id)
        where (t.community_id, t.round_id) = (r.community_id, r.id)) as ticks,
       (select json_agg(json_build_object('category', f.category, 'words', f.words, 'outcome', f.outcome,
          'source', (select w.source from whistle w where (w.community_id, w.id) = (f.community_id, f.id)),
          'photos', (select json_agg(p.state order by fp.after_work)
            from finding_photo fp left join photo p on (p.community_id, p.id) = (fp.community_id, fp.photo_id)
            where (fp.community_id, fp.finding_id) = (f.community_id, f.id))) order by f.at)
        from finding f where (f.community_id, f.round_id) = (r.community_id, r.id)) as findings
     from patrol_round r where (r.community_id, r.plan_id) = ($1, $2) order by r.started_at`,
    [yanxi, planId],
  )

/** Of what kind it is, then what becomes of it; the camera opens by itself in between. */
async function find(kind: string, outcome: string) {
  phone.pickFiles([photo])
  const before = phone.spent.taps
  await phone.tap(`发现问题：${kind}，拍照`)
  await phone.screen.wait({ selector: '[aria-label^="第 1 张照片"]' })
  await lookAt(phone, `patrol-find-${outcome}`)
  if (outcome === '当场改好了') phone.pickFiles([photo])
  await phone.tap(outcome)
  await phone.see('这一趟发现了')
  return phone.spent.taps - before
}

test('what is walked today is on the phone before its holder goes where there is no signal', async () => {
  phone = await openOurApp(app.url, {
    browser,
    storage: signedIn(token),
    viewport: { width: 375, height: 812 },
  })
  await phone.see('已经存在手机上，没有信号也能走')
  await phone.see('今天的巡查')
  await lookAt(phone, 'patrol-home')
  await phone.offline(true)
  await phone.tap('今天的巡查')
  await phone.see(name)
  await lookAt(phone, 'patrol-today')
  await phone.tap(`去走：${name}`)
  await phone.see('一共 3 个点')
  await lookAt(phone, 'patrol-begin')
})

test('a checkpoint is ticked by its code, and a finding takes two taps, without signal', async () => {
  await phone.tap('开始巡查')
  phone.scanResult(links[0] ?? '')
  await phone.tap('扫码打卡')
  await phone.see('一号门岗，打上了')
  await lookAt(phone, 'patrol-round')
  expect(await find('环境卫生', '吹哨，请人来办')).toBe(2)
  await phone.see('吹哨 · 待传')
  await lookAt(phone, 'patrol-round-found')
})

test('killed half way, the app goes on where it was', async () => {
  await phone.reopen()
  await phone.see('接着巡查')
  await phone.see(/还有 2 个点/)
  await lookAt(phone, 'patrol-home-under-way')
  await phone.tap('接着巡查')
  await phone.tap(`接着走：${name}`)
  await phone.see('打了 1 个点，共 3 个')
  phone.location = { latitude: standing.lat, longitude: standing.lng }
  await phone.tap('扫不了')
  await lookAt(phone, 'patrol-hand')
  await phone.tap('定位打卡')
  await phone.see('二号配电间，打上了')
  expect(await find('设施设备', '当场改好了')).toBe(2)
  await phone.see('处理好了 · 待传')
  await phone.tap('结束')
  await phone.see(/还有 1 个点没到：三号水箱/)
  await lookAt(phone, 'patrol-end')
  await phone.tap('就这样，结束')
  await phone.see('到了 2 个点，漏了 1 个')
  await phone.see(/3 张照片待传，存在这台手机上/)
  await lookAt(phone, 'patrol-ended')
  expect(await rounds()).toEqual([])
})

test('once the signal is back the server has exactly that round, whatever comes a second time', async () => {
  const before = phone.requests.length
  await phone.offline(false)
  await phone.see('都传上去了')
  const now = await rounds()
  expect(now).toMatchObject([
    {
      missed: 1,
      ticks: [
        ['一号门岗', 'scan', null],
        ['二号配电间', 'position', null],
      ],
      findings: [
        { category: 'sanitation', outcome: 'whistled', source: 'patrol', photos: ['ready'] },
        { category: 'facility', outcome: 'fixed', source: null, photos: ['ready', 'ready'] },
      ],
    },
  ])
  expect(now[0]?.finished_at).not.toBeNull()
  const pieces = phone.requests.slice(before).filter(({ url }) => url.endsWith('/pieces'))
  expect(pieces.length).toBeGreaterThan(0)
  for (const { method, url, header, body } of pieces) {
    const answer = await fetch(url.replace(NAMED_BACKEND, app.url), {
      method,
      headers: header,
      body: new Uint8Array(body),
    })
    expect(answer.status).toBe(200)
  }
  await phone.tap('看这一趟')
  await phone.see('没到')
  await lookAt(phone, 'patrol-walked')
  await phone.reopen()
  await phone.see('我的哨')
  await phone.notSee('待传')
  expect(await rounds()).toEqual(now)
})
