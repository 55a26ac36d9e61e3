import { randomUUID } from 'node:crypto'
import { storage } from '../../functions/kernel/storage'
import { keysOf } from '../../functions/media/keep'
import type { Output } from '../../shared/contract'
import type { PhotoType } from '../../shared/media/states'
import { openRollHouse, type RollHouse } from '../roll/house'

export type Policy = Output<'media.upload'>
export type PhotoView = Output<'media.finish'>

/** Two communities with a worker each, a neighbour in the first, and the door for files. */
export interface PhotoHouse extends Omit<RollHouse, 'upload' | 'preview' | 'takeIn'> {
  neighbour: { id: string; token: string }
  addNeighbour(): Promise<{ id: string; token: string }>
  /** Asks where the file goes. */
  open(file: Buffer, photoId?: string, token?: string, contentType?: PhotoType): Promise<Policy>
  /** Sends it to where the policy says. */
  send(policy: Policy, file: Buffer, type?: string): Promise<Response>
  /** Opens and sends. */
  put(file: Buffer, token?: string, contentType?: PhotoType): Promise<string>
  finish(photoId: string, token?: string): Promise<PhotoView>
  /** All of it, as a phone does it. */
  take(file: Buffer, token?: string): Promise<PhotoView>
  /** What lies behind an address that was given out. */
  look(address: string | null): Promise<Buffer>
  /** Which of its files are there. */
  filesOf(photoId: string): Promise<string[]>
}

export async function openPhotoHouse(): Promise<PhotoHouse> {
  const house = await openRollHouse()
  const { api, communityId, compoundId, files } = house
  const addNeighbour = async () => {
    const person = await house.addPerson()
    await api.owner(
      `insert into role_grant (id, person_id, role, scope, community_id, compound_id, from_day, granted_at)
       values ($1, $2, 'committeeMember', 'compound', $3, $4, '2026-01-01', $5)`,
      [house.newId(), person.id, communityId, compoundId, api.now],
    )
    return person
  }
  const neighbour = await addNeighbour()

  const photoHouse: PhotoHouse = {
    ...house,
    neighbour,
    addNeighbour,
    open: (file, id = randomUUID(), token = neighbour.token, contentType = 'image/jpeg') =>
      api.get(token, 'media.upload', { communityId, id, bytes: file.length, contentType }),
    send({ url, fields }, file, type = 'image/jpeg') {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new Blob([new Uint8Array(file)], { type }), 'photo')
      return fetch(new URL(url, files), { method: 'POST', body: form })
    },
    async put(file, token, contentType = 'image/jpeg') {
      const policy = await photoHouse.open(file, randomUUID(), token, contentType)
      const res = await photoHouse.send(policy, file, contentType)
      if (!res.ok) throw new Error(`upload answered ${res.status}: ${await res.text()}`)
      return policy.id
    },
    finish: (photoId, token = neighbour.token) => api.get(token, 'media.finish', { communityId, photoId }),
    async take(file, token) {
      return photoHouse.finish(await photoHouse.put(file, token), token)
    },
    async look(address) {
      const res = await fetch(new URL(address ?? '', files))
      if (!res.ok) throw new Error(`${address} answered ${res.status}: ${await res.text()}`)
      return Buffer.from(await res.arrayBuffer())
    },
    async filesOf(photoId) {
      const keys = Object.entries(keysOf(`c/${communityId}/photos/${photoId}`))
      const found = await Promise.all(
        keys.map(async ([name, key]) => ((await storage().readFile(key)) ? name : '')),
      )
      return found.filter(Boolean)
    },
  }
  return photoHouse
}
