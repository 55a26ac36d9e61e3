import { hongyun, yanxi } from '../../functions/demo/ids'
import { release, takePhoto } from '../../functions/demo/photos'
import { Stage } from '../../functions/demo/stage'
import { ourDisk } from '../../functions/kernel/storage'
import { openApi, type TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'

let api: TestApi
let stage: Stage
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  stage = new Stage(api.pool, api.now)
})
afterAll(() => api.close())

test('people of the demo take photos that differ by what is in them, and a worker releases one', async () => {
  const at = stage.daysAgo(3)
  const ids = []
  for (const scene of ['crack', 'pipe', 'refuse', 'lamp', 'railing', 'cover'])
    ids.push(await takePhoto(stage, 'owner', yanxi, `试拍 ${scene}`, at))
  const pictures = await Promise.all(ids.map((id) => ourDisk().readFile(`c/${yanxi}/photos/${id}/thumb.jpg`)))
  expect(new Set(pictures.map((p) => p!.toString('base64'))).size).toBe(6)
  // without the name of a scene, one always goes with the key
  const elsewhere = await takePhoto(stage, 'committeeDirector', hongyun, '试拍', at)
  await release(stage, 'communityWorker', yanxi, ids[0]!, stage.daysAgo(2))
  const look = async (who: string, communityId: string, photoId: string) =>
    api.get(await signIn(api, who), 'media.get', { communityId, photoId })
  expect(await look('owner', yanxi, ids[0]!)).toMatchObject({ state: 'ready', checkState: 'released' })
  expect(await look('secondWorker', hongyun, elsewhere)).toMatchObject({ checkState: 'waiting' })
})
