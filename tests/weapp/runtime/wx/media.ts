import { during } from '../activity'
import { resolveAsset } from '../asset'
import { addTemporary, extensionOf, fromBase64, mimeOf, readFile } from '../disk'
import { ask } from '../report'
import { asyncCall, noteAsked, notedCall, type Options, WxFailure, type WxFunctions } from './call'

const MANY = 9

interface PickOptions extends Options {
  count?: number
}

interface ImageOptions extends Options {
  src: string
  quality?: number
  compressedWidth?: number
}

interface CanvasOptions extends Options {
  canvas?: HTMLCanvasElement
  fileType?: string
  quality?: number
}

async function pick({ count = MANY }: PickOptions) {
  const picked = await during(ask('pickFiles', { count }))
  if (picked.length === 0) throw new WxFailure('cancel')
  return picked.map(({ name, content }) => {
    const bytes = fromBase64(content)
    return { name, size: bytes.length, path: addTemporary(bytes, extensionOf(name)) }
  })
}

const kindOf = (path: string) => (mimeOf(path).startsWith('video/') ? 'video' : 'image')

async function loadImage(src: string) {
  const image = new Image()
  image.src = resolveAsset(src)
  try {
    await during(image.decode())
  } catch {
    throw new WxFailure(`image cannot be loaded: ${src}`)
  }
  return image
}

async function canvasToFile(canvas: HTMLCanvasElement, type: string, quality: number) {
  const blob = await during(
    new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, `image/${type}`, quality)),
  )
  if (!blob) throw new WxFailure('canvas is empty')
  return addTemporary(new Uint8Array(await blob.arrayBuffer()), type === 'jpeg' ? 'jpg' : type)
}

async function compress({ src, quality = 80, compressedWidth }: ImageOptions) {
  const image = await loadImage(src)
  const canvas = document.createElement('canvas')
  const scale = Math.min(1, (compressedWidth ?? image.naturalWidth) / image.naturalWidth)
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return { tempFilePath: await canvasToFile(canvas, 'jpeg', quality / 100) }
}

export const media: WxFunctions = {
  chooseImage: asyncCall<PickOptions>('chooseImage', async (options) => {
    const tempFiles = await pick(options)
    return { tempFilePaths: tempFiles.map((file) => file.path), tempFiles }
  }),
  chooseMedia: asyncCall<PickOptions>('chooseMedia', async (options) => {
    noteAsked('chooseMedia', options)
    const picked = await pick(options)
    const tempFiles = picked.map(({ path, size }) => ({ tempFilePath: path, size, fileType: kindOf(path) }))
    return { type: tempFiles[0]?.fileType, tempFiles }
  }),
  chooseMessageFile: asyncCall<PickOptions>('chooseMessageFile', async (options) => {
    const picked = await pick(options)
    return {
      tempFiles: picked.map((file) => ({ ...file, type: 'file', time: Math.floor(Date.now() / 1000) })),
    }
  }),
  compressImage: asyncCall<ImageOptions>('compressImage', compress),
  getImageInfo: asyncCall<ImageOptions>('getImageInfo', async ({ src }) => {
    const { naturalWidth: width, naturalHeight: height } = await loadImage(src)
    return { width, height, path: src, orientation: 'up', type: extensionOf(src) || 'jpeg' }
  }),
  canvasToTempFilePath: asyncCall<CanvasOptions>('canvasToTempFilePath', async (options) => {
    if (!options.canvas) throw new WxFailure('only the 2d canvas is supported: give `canvas`')
    const type = options.fileType === 'jpg' ? 'jpeg' : 'png'
    return { tempFilePath: await canvasToFile(options.canvas, type, options.quality ?? 1) }
  }),
  previewImage: notedCall('previewImage'),
  previewMedia: notedCall('previewMedia'),
  saveImageToPhotosAlbum: asyncSavedFile('saveImageToPhotosAlbum'),
  saveFileToDisk: asyncSavedFile('saveFileToDisk'),
  openDocument: asyncSavedFile('openDocument'),
  shareFileMessage: asyncSavedFile('shareFileMessage'),
}

/** Hands a file of the mini-program to the phone: it has to be there. */
function asyncSavedFile(name: string) {
  const noted = notedCall(name)
  return (options: Options & { filePath?: string }) => {
    const path = String(options.filePath ?? '')
    if (readFile(path)) return noted(options)
    return asyncCall(name, () => {
      throw new WxFailure(`no such file or directory "${path}"`)
    })(options)
  }
}
