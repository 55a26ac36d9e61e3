import Taro from '@tarojs/taro'
import { photoBytes } from '../../../shared/media/contract'
import type { PhotoType } from '../../../shared/media/states'
import { isBrowser } from '../platform'
import { asSaid } from '../refused'
import { dropPhotos, keepPhoto } from './keep'

/** The server keeps no more than this of a side; a browser has less room to keep it in. */
const longestSide = isBrowser ? 1280 : 1600
const quality = isBrowser ? 72 : 80

export interface Chosen {
  keys: string[]
  /** What did not come along, and what to do about it. */
  says?: string
}

const typeOf = (path: string): PhotoType => {
  const end = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase()
  return end === 'png' ? 'image/png' : end === 'webp' ? 'image/webp' : 'image/jpeg'
}

interface Shrunk {
  picture: string
  contentType: PhotoType
}

async function shrinkInWeChat(src: string): Promise<Shrunk> {
  const { width, height } = await Taro.getImageInfo({ src })
  const longer = Math.max(width, height)
  try {
    const { tempFilePath } = await Taro.compressImage({
      src,
      quality,
      ...(longer > longestSide ? { compressedWidth: Math.round((width * longestSide) / longer) } : {}),
    })
    return { picture: tempFilePath, contentType: typeOf(tempFilePath) }
  } catch {
    // some phones cannot shrink every kind; the server takes it as it is
    return { picture: src, contentType: typeOf(src) }
  }
}

async function shrinkInBrowser(src: string): Promise<Shrunk> {
  try {
    const image = new Image()
    image.src = src
    await image.decode()
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return { picture: canvas.toDataURL('image/jpeg', quality / 100), contentType: 'image/jpeg' }
  } finally {
    URL.revokeObjectURL(src)
  }
}

const shrink = isBrowser ? shrinkInBrowser : shrinkInWeChat

const notAPicture = '有一张不是照片，没有加上，请换一张'
const tooLarge = '有一张照片太大，没有加上，请换一张'

/** Keeps what was chosen; one that cannot be kept does not take the others with it. */
async function take(path: string): Promise<{ key: string } | { says: string }> {
  let shrunk: Shrunk
  try {
    shrunk = await shrink(path)
  } catch {
    return { says: notAPicture }
  }
  try {
    const { key, bytes } = await keepPhoto(shrunk.picture, shrunk.contentType)
    if (bytes <= photoBytes) return { key }
    dropPhotos([key])
    return { says: tooLarge }
  } catch (reason) {
    return { says: asSaid(reason).message }
  }
}

/** Why the camera or the album did not open, as far as the person did not close it themselves. */
function sayRefused(reason: unknown): string | undefined {
  const told = (reason as { errMsg?: string } | undefined)?.errMsg ?? ''
  if (/cancel|abort/.test(told)) return undefined
  return /auth|privacy|permission/.test(told)
    ? '没有允许用相机和相册，照片加不上。可以在微信的设置里打开，也可以只写几个字'
    : '照片没能加上，请再试一次，也可以只写几个字'
}

/**
 * Camera or album, or the camera at once; what is chosen is shrunk and kept on this phone before anything is sent.
 */
export async function choosePhotos(atMost: number, from: 'any' | 'camera' = 'any'): Promise<Chosen> {
  let paths: string[]
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: atMost,
      mediaType: ['image'],
      sizeType: ['compressed'],
      // the browser's own chooser offers the camera by itself
      sourceType: isBrowser ? ['album'] : from === 'camera' ? ['camera'] : ['album', 'camera'],
    })
    paths = tempFiles.map((file) => file.tempFilePath).slice(0, atMost)
  } catch (reason) {
    return { keys: [], says: sayRefused(reason) }
  }
  const keys: string[] = []
  let says: string | undefined = paths.length === 0 ? notAPicture : undefined
  for (const path of paths) {
    const taken = await take(path)
    if ('key' in taken) keys.push(taken.key)
    else says = taken.says
  }
  return { keys, says }
}
