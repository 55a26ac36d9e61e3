import type { PhotoReason } from '../../shared/media/states'
import { storage } from '../kernel/storage'
import { makePicture } from './picture'

/** Where the files of a photo are, from the key that its row holds. */
export const keysOf = (fileKey: string) => ({
  original: `${fileKey}/original`,
  whole: `${fileKey}/whole.jpg`,
  thumb: `${fileKey}/thumb.jpg`,
})

export type Made = { width: number; height: number } | { reason: PhotoReason }

/** Makes the pictures of what was uploaded, and puts them beside it. Undefined: nothing has been. */
export async function makePhoto(fileKey: string): Promise<Made | undefined> {
  const keys = keysOf(fileKey)
  const file = await storage().readFile(keys.original)
  if (!file) return undefined
  const picture = await makePicture(file)
  if ('reason' in picture) return picture
  const { width, height, whole, thumb } = picture
  await Promise.all([
    storage().putFile(keys.whole, whole, 'image/jpeg'),
    storage().putFile(keys.thumb, thumb, 'image/jpeg'),
  ])
  return { width, height }
}

/** What was uploaded tells where it was taken: it goes as soon as it is made, or refused. */
export const dropOriginal = (fileKey: string): Promise<void> => storage().removeFile(keysOf(fileKey).original)

export async function dropAll(fileKey: string): Promise<void> {
  await Promise.all(Object.values(keysOf(fileKey)).map((key) => storage().removeFile(key)))
}

const quarter = 15 * 60_000

/** Addresses of its pictures. They stay the same for a quarter of an hour, so that a list shown again finds them at hand. */
export async function picturesOf(fileKey: string, now: Date): Promise<{ thumb: string; whole: string }> {
  const keys = keysOf(fileKey)
  const until = new Date((Math.floor(now.getTime() / quarter) + 2) * quarter)
  const [thumb, whole] = await Promise.all([
    storage().readAddress(keys.thumb, until),
    storage().readAddress(keys.whole, until),
  ])
  return { thumb, whole }
}
