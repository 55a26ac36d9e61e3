import fc from 'fast-check'

type Kernel = Awaited<ReturnType<typeof boot>>
interface Kept {
  storage: [string, unknown][]
  files: [string, number][]
}

const communityId = '01990001-0000-7000-8000-000000000001'
const personId = '01990009-0000-7000-8000-000000000002'

/** The app as it starts on a phone that holds this: nothing of the one before is left in memory. */
async function boot(held?: Kept) {
  jest.resetModules()
  const { phone } = await import('../kernel/taro')
  const { camera } = await import('../kernel/camera')
  camera.files.clear()
  for (const [key, value] of held?.storage ?? []) phone.storage.set(key, value)
  for (const [path, bytes] of held?.files ?? []) camera.files.set(path, bytes)
  const queue = await import('../../miniprogram/kernel/queue')
  const { keepPhoto } = await import('../../miniprogram/kernel/photos/keep')
  const { newId } = await import('../../miniprogram/kernel/ids')
  const { online } = await import('../../miniprogram/kernel/network')
  const { meNow } = await import('../../miniprogram/kernel/session')
  meNow.set({
    personId,
    sessionId: personId,
    name: null,
    phone: null,
    largeType: 'system',
    roles: [],
    claims: [],
  })
  return { phone, camera, queue, keepPhoto, newId, online }
}
const keptBy = ({ phone, camera }: Kernel): Kept => ({
  storage: [...phone.storage],
  files: [...camera.files].filter(([path]) => path.startsWith('wxfile://usr')),
})

/** A far end that has each thing once; half of what is asked of it gets lost on the way there or back. */
function farEnd(lost: () => 'there' | 'back' | undefined) {
  const photos = new Map<string, { bytes: number; hasFile: boolean; isReady: boolean }>()
  const whistles = new Map<string, string>()
  let made = 0
  const ok = (data: unknown) => ({ statusCode: 200, data })
  const no = (code: string) => ({ statusCode: 422, data: { code, message: code } })

  function answer(url: string, body: Record<string, unknown>) {
    const id = String(body.id)
    const finishes = /photos\/([^/]+)\/finish$/.exec(url)?.[1]
    if (finishes) {
      const photo = photos.get(finishes)
      if (!photo?.hasFile) return no('photo_not_there')
      photo.isReady = true
      return ok({ photoId: finishes, state: 'ready' })
    }
    if (url.endsWith('/photos')) {
      const was = photos.get(id)
      if (was && was.bytes !== body.bytes) return no('id_taken')
      if (!was) photos.set(id, { bytes: Number(body.bytes), hasFile: false, isReady: false })
      return ok({ id, url: '/api/storage', fields: { key: id } })
    }
    const text = JSON.stringify(body)
    const was = whistles.get(id)
    if (was !== undefined) return was === text ? ok({ id }) : no('id_taken')
    const ids = (body.photoIds ?? []) as string[]
    if (!ids.every((photo) => photos.get(photo)?.isReady)) return no('photo_unknown')
    whistles.set(id, text)
    made++
    return ok({ id })
  }

  async function carry<T>(work: () => T): Promise<T> {
    const where = lost()
    if (where === 'there') throw new Error('lost on the way')
    const answered = work()
    if (where === 'back') throw new Error('lost on the way back')
    return answered
  }

  return {
    photos,
    whistles,
    made: () => made,
    stand({ phone, camera }: Kernel) {
      phone.server = (sent) => carry(() => answer(sent.url, JSON.parse(sent.data ?? '{}')))
      camera.upload = (sent) =>
        carry(() => {
          const photo = photos.get(sent.formData.key ?? '')
          if (!photo) return { statusCode: 403, data: '' }
          photo.hasFile = true
          return { statusCode: 200, data: '' }
        })
    },
  }
}

/** Fifty reports made without signal, with none to three photos each. */
async function makeFifty({ camera, queue, keepPhoto, newId }: Kernel): Promise<Map<string, number>> {
  const made = new Map<string, number>()
  for (let n = 0; n < 50; n++) {
    const photos: string[] = []
    for (let p = 0; p < n % 4; p++) {
      camera.files.set(`wxfile://tmp_${n}_${p}.jpg`, 10_000 + n)
      photos.push((await keepPhoto(`wxfile://tmp_${n}_${p}.jpg`, 'image/jpeg')).key)
    }
    const id = newId()
    const input = {
      id,
      communityId,
      compoundId: communityId,
      category: 'other' as const,
      urgency: 'ordinary' as const,
      words: `第 ${n} 件`,
      anonymous: true,
    }
    expect(queue.enqueue({ name: 'whistle.submit', input, label: input.words, photos })).toBe(true)
    made.set(id, photos.length)
  }
  return made
}

const waiting = ({ phone }: Kernel): { refusal?: string }[] =>
  JSON.parse(String(phone.storage.get('shaodao.queue') ?? '[]'))

test('fifty reports made without signal end in each exactly once, though half the answers are lost and the app is closed in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.constantFrom(...(['there', 'back', undefined, undefined] as const))),
      fc.integer({ min: 60, max: 120 }),
      async (losses, closesEvery) => {
        let kernel = await boot()
        const made = await makeFifty(kernel)
        const server = farEnd(() => losses.next().value)
        server.stand(kernel)
        for (let turn = 0; waiting(kernel).length > 0; turn++) {
          expect(turn).toBeLessThan(5000)
          expect(waiting(kernel).filter((w) => w.refusal !== undefined)).toEqual([])
          kernel.online.set(true)
          await Promise.all([kernel.queue.sendWaiting(), kernel.queue.sendWaiting()])
          if (turn % closesEvery !== closesEvery - 1) continue
          kernel = await boot(keptBy(kernel))
          server.stand(kernel)
          kernel.queue.watchQueue()
        }
        expect(server.made()).toBe(50)
        expect(new Set(server.whistles.keys())).toEqual(new Set(made.keys()))
        for (const [id, text] of server.whistles) {
          const { photoIds = [] } = JSON.parse(text) as { photoIds?: string[] }
          expect(photoIds).toHaveLength(made.get(id) ?? -1)
        }
        expect(server.photos.size).toBe([...made.values()].reduce((sum, n) => sum + n, 0))
        expect(kernel.camera.kept()).toEqual([])
      },
    ),
    { numRuns: 2 },
  )
})
