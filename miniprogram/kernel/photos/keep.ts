import Taro from '@tarojs/taro'
import type { PhotoType } from '../../../shared/media/states'
import { newId } from '../ids'
import { forgetKept } from '../kept'
import { isBrowser } from '../platform'
import { Refusal } from '../refused'
import { dropStored, readStored, store } from '../storage'
import { makeStore, useStore } from '../store'

/** A photo on this phone until what it belongs to is sent. */
export interface Photo {
  /** Its name on this phone. */
  key: string
  /** Its id on the server; a new one where the old can no longer be used. */
  id: string
  bytes: number
  contentType: PhotoType
  /** Where it was sent, or is being sent. */
  communityId?: string
  /** The server has it and has made it into a picture. */
  sent?: boolean
  /** Something that went before it names it by its id, which therefore stays. */
  named?: boolean
}

const mb = 1024 * 1024
/** WeChat gives a mini-program 200 MB of files; a browser holds five million letters in all, photos as text among them. */
export const roomBytes = isBrowser ? 3 * mb : 190 * mb
/** From here on it is said that the room gets short. */
const nearlyFull = 0.8

const listKey = 'photos'
const dataKey = (key: string) => `photo.${key}`
const suffix: Record<PhotoType, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

/** All photos that are kept here, by their names. */
export const photosHere = makeStore<Readonly<Record<string, Photo>>>(
  readStored<Record<string, Photo>>(listKey) ?? {},
)
/** In the browser a photo is text, and reading it again for every drawing is slow. */
const texts = new Map<string, string>()

function put(all: Record<string, Photo>): boolean {
  photosHere.set(all)
  return store(listKey, all)
}

export const photoOf = (key: string): Photo | undefined => photosHere.get()[key]

export function changePhoto(key: string, change: Partial<Photo>): void {
  const photo = photoOf(key)
  if (photo) put({ ...photosHere.get(), [key]: { ...photo, ...change } })
}

const folder = () => `${Taro.env.USER_DATA_PATH}/photos`
const pathOf = (photo: Photo) => `${folder()}/${photo.key}.${suffix[photo.contentType]}`

export const noRoom = () =>
  new Refusal(
    {
      code: 'no_room',
      message: `这台手机上存的照片满了（最多 ${sayBytes(roomBytes)}），先到“待传的内容”里发出去，或删掉几条`,
    },
    507,
  )

const bytesHere = (): number => Object.values(photosHere.get()).reduce((sum, p) => sum + p.bytes, 0)

/** What a picture shrunk to text takes as a file. */
const bytesOf = (dataUrl: string): number => {
  const text = dataUrl.slice(dataUrl.indexOf(',') + 1)
  return Math.floor((text.length * 3) / 4) - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0)
}

function intoFiles(tempPath: string, photo: Photo): Promise<void> {
  const files = Taro.getFileSystemManager()
  try {
    files.accessSync(folder())
  } catch {
    files.mkdirSync(folder(), true)
  }
  return new Promise((saved, failed) => {
    files.saveFile({
      tempFilePath: tempPath,
      filePath: pathOf(photo),
      success: () => saved(),
      fail: () => failed(noRoom()),
    })
  })
}

function intoStorage(dataUrl: string, key: string): void {
  texts.set(key, dataUrl)
  if (store(dataKey(key), dataUrl)) return
  // answers kept for reading can be asked for again, a photo cannot
  forgetKept()
  if (!store(dataKey(key), dataUrl)) throw noRoom()
}

/** Keeps a shrunk picture: a temporary file in WeChat, a data address in the browser. */
export async function keepPhoto(picture: string, contentType: PhotoType): Promise<Photo> {
  const id = newId()
  const bytes = isBrowser
    ? bytesOf(picture)
    : (Taro.getFileSystemManager().statSync(picture) as Taro.Stats).size
  if (bytesHere() + bytes > roomBytes) throw noRoom()
  const photo: Photo = { key: id, id, bytes, contentType }
  // listed first: a file that nobody knows of could never be cleared away
  if (!put({ ...photosHere.get(), [id]: photo })) {
    dropPhotos([id])
    throw noRoom()
  }
  try {
    if (isBrowser) intoStorage(picture, id)
    else await intoFiles(picture, photo)
  } catch (reason) {
    dropPhotos([id])
    throw reason
  }
  return photo
}

export function dropPhotos(keys: readonly string[]): void {
  const all = { ...photosHere.get() }
  for (const key of keys) {
    const photo = all[key]
    if (!photo) continue
    delete all[key]
    texts.delete(key)
    if (isBrowser) dropStored(dataKey(key))
    else {
      try {
        Taro.getFileSystemManager().unlinkSync(pathOf(photo))
      } catch {
        // already gone
      }
    }
  }
  put(all)
}

/** When the app starts: what neither waits to be sent nor belongs to a draft is cleared away. */
export function clearPhotosExcept(named: readonly string[]): void {
  const unnamed = Object.keys(photosHere.get()).filter((key) => !named.includes(key))
  if (unnamed.length > 0) dropPhotos(unnamed)
}

function textOf(key: string): string | undefined {
  const text = texts.get(key) ?? readStored<string>(dataKey(key))
  if (text !== undefined) texts.set(key, text)
  return text
}

/** Where an image of this page finds it. */
export function addressHere(key: string): string | undefined {
  const photo = photoOf(key)
  return photo && (isBrowser ? textOf(key) : pathOf(photo))
}

/** Its file, as it is uploaded; undefined where it is no longer on the phone. */
export function openPhoto(key: string): { path: string; close(): void } | undefined {
  const photo = photoOf(key)
  if (!photo) return undefined
  if (!isBrowser) {
    try {
      Taro.getFileSystemManager().accessSync(pathOf(photo))
      return { path: pathOf(photo), close: () => {} }
    } catch {
      return undefined
    }
  }
  const text = textOf(key)
  if (text === undefined) return undefined
  const binary = atob(text.slice(text.indexOf(',') + 1))
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  const path = URL.createObjectURL(new Blob([bytes], { type: photo.contentType }))
  return { path, close: () => URL.revokeObjectURL(path) }
}

export const sayBytes = (bytes: number): string =>
  bytes < mb / 10
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / mb).toFixed(1).replace('.0', '')} MB`

export interface Room {
  says: string
  /** Said before there is none left. */
  short: boolean
}

/** What photos take on this phone; undefined while there are none. */
export function useRoom(): Room | undefined {
  useStore(photosHere)
  const used = bytesHere()
  if (used === 0) return undefined
  const short = used > roomBytes * nearlyFull
  const says = `存在这台手机上的照片占了 ${sayBytes(used)}，最多存 ${sayBytes(roomBytes)}。`
  return { short, says: short ? `${says}快满了，先发出去或删掉几条，才能再加照片。` : says }
}
