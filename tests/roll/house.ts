import { randomBytes, randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { handleFiles } from '../../functions/doors/storage'
import { newToken, tokenHash } from '../../functions/kernel/secrets'
import { ourDisk } from '../../functions/kernel/storage'
import type { Output } from '../../shared/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import { openApi, type TestApi } from '../kernel/api'

export type RollView = Output<'roll.preview'>

/** Two communities with a worker each, nothing in them yet, and the door for files. */
export interface RollHouse {
  api: TestApi
  communityId: string
  compoundId: string
  worker: string
  /** A worker of the other community. */
  stranger: string
  /** Where the door for files answers. */
  files: string
  newId(): string
  addPerson(): Promise<{ id: string; token: string }>
  addCompound(name: string): Promise<string>
  /** Opens an import and sends the file to where it was told to. */
  upload(file: Buffer, fileName?: string, compoundId?: string): Promise<string>
  /** Looks at the file until it is known what it would do. */
  preview(rollId: string): Promise<RollView>
  /** All of it, from the file to the homes. */
  takeIn(file: Buffer, fileName?: string, compoundId?: string): Promise<RollView>
  close(): Promise<void>
}

export async function openRollHouse(): Promise<RollHouse> {
  const api = await openApi()
  const newId = () => uuidv7(api.now.getTime(), randomBytes(10))
  const [district, subdistrict, communityId, elsewhere] = [newId(), newId(), newId(), newId()]
  await api.owner('insert into district values ($1, $2)', [district, '一区'])
  await api.owner('insert into subdistrict values ($1, $2, $3)', [subdistrict, district, '一街道'])
  for (const [id, name] of [
    [communityId, '甲社区'],
    [elsewhere, '乙社区'],
  ])
    await api.owner('insert into community values ($1, $2, $3)', [id, subdistrict, name])

  const addPerson = async () => {
    const [id, token] = [newId(), newToken()]
    await api.owner('insert into person (id, joined_at) values ($1, $2)', [id, api.now])
    await api.owner(
      `insert into session (id, token_hash, person_id, device, opened_at, expires_at) values ($1, $2, $3, '', $4, $4::timestamptz + interval '30 days')`,
      [newId(), tokenHash(token), id, api.now],
    )
    return { id, token }
  }
  const addWorker = async (community: string) => {
    const { id, token } = await addPerson()
    await api.owner(
      `insert into role_grant (id, person_id, role, scope, community_id, from_day, granted_at)
       values ($1, $2, 'communityWorker', 'community', $3, '2026-01-01', $4)`,
      [newId(), id, community, api.now],
    )
    return token
  }
  const addCompound = async (name: string) => {
    const id = newId()
    await api.owner(`insert into compound values ($1, $2, $3, 'none', '2020-01-01')`, [communityId, id, name])
    return id
  }
  const [worker, stranger, compoundId] = [
    await addWorker(communityId),
    await addWorker(elsewhere),
    await addCompound('一号院'),
  ]

  const door = handleFiles(ourDisk, () => api.now)
  const server = http.createServer((req, res) => void door(req, res))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const house: RollHouse = {
    api,
    communityId,
    compoundId,
    worker,
    stranger,
    files: address,
    newId,
    addPerson,
    addCompound,
    async upload(file, fileName = '名册.csv', into = compoundId) {
      const id = randomUUID()
      const { url, fields } = await api.get(worker, 'roll.upload', {
        communityId,
        compoundId: into,
        id,
        fileName,
        bytes: file.length,
      })
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new Blob([new Uint8Array(file)]), fileName)
      const res = await fetch(new URL(url, address), { method: 'POST', body: form })
      if (!res.ok) throw new Error(`upload answered ${res.status}: ${await res.text()}`)
      return id
    },
    async preview(rollId) {
      for (;;) {
        const view = await api.get(worker, 'roll.preview', { communityId, rollId })
        if (view.state !== 'checking') return view
      }
    },
    async takeIn(file, fileName, into) {
      const rollId = await house.upload(file, fileName, into)
      const view = await house.preview(rollId)
      if (view.state !== 'ready')
        throw new Error(`the roll is ${view.state}: ${JSON.stringify(view.problems)}`)
      return api.get(worker, 'roll.import', { communityId, rollId })
    },
    async close() {
      await new Promise((closed) => {
        server.close(closed)
        server.closeAllConnections()
      })
      await api.close()
    },
  }
  return house
}
