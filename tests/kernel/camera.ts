// What a phone has besides: a camera, files of its own, a map, a line for uploads. Laid over the stand-in of Taro.
import Taro from '@tarojs/taro'
import { type Answered, phone } from './taro'

export interface Uploaded {
  url: string
  filePath: string
  name: string
  formData: Record<string, string>
}
type Upload = (sent: Uploaded, tell: (percent: number) => void) => Promise<Answered>

interface Callbacks {
  success?: () => void
  fail?: (reason: { errMsg: string }) => void
}

const nobody: Upload = async () => {
  throw new Error('nothing takes files behind this test')
}
const fail = (errMsg: string) => Object.assign(new Error(errMsg), { errMsg })

export const camera = {
  /** What lies on the phone, and how large it is. */
  files: new Map<string, number>(),
  /** What is chosen next; nothing: the person thinks better of it. */
  picks: [] as { path: string; bytes: number }[],
  /** Why nothing can be chosen. */
  refuses: undefined as string | undefined,
  /** No file can be kept any more. */
  isFull: false,
  /** Pictures that cannot be read as one. */
  broken: new Set<string>(),
  upload: nobody,
  uploads: [] as Uploaded[],
  called: [] as string[],
  shown: [] as string[],
  place: undefined as { latitude: number; longitude: number; name: string; address: string } | undefined,
  placeRefused: 'chooseLocation:fail cancel',
  reset() {
    camera.files.clear()
    camera.picks = []
    camera.refuses = undefined
    camera.isFull = false
    camera.broken.clear()
    camera.upload = nobody
    camera.uploads = []
    camera.called = []
    camera.shown = []
    camera.place = undefined
    camera.placeRefused = 'chooseLocation:fail cancel'
  },
  /** The next time the camera or the album opens, these are chosen. */
  takes(...bytes: number[]) {
    camera.picks = bytes.map((size, i) => ({
      path: `wxfile://tmp_${camera.files.size + i}.jpg`,
      bytes: size,
    }))
  },
  /** Files that are kept, not temporary ones. */
  kept: () => [...camera.files.keys()].filter((path) => path.startsWith('wxfile://usr')),
}

const found = (path: string): number => {
  const bytes = camera.files.get(path)
  if (bytes === undefined) throw fail('no such file or directory')
  return bytes
}

const fileSystem = {
  accessSync: (path: string) => {
    if (path !== 'wxfile://usr/photos') found(path)
  },
  mkdirSync: () => {},
  statSync: (path: string) => ({ size: found(path) }),
  unlinkSync: (path: string) => {
    found(path)
    camera.files.delete(path)
  },
  saveFile({
    tempFilePath,
    filePath,
    success,
    fail: failed,
  }: { tempFilePath: string; filePath: string } & Callbacks) {
    if (camera.isFull) return failed?.({ errMsg: 'saveFile:fail the maximum size of the file storage limit' })
    camera.files.set(filePath, found(tempFilePath))
    camera.files.delete(tempFilePath)
    success?.()
  },
}

Object.assign(Taro, {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => fileSystem,
  async chooseMedia() {
    if (camera.refuses) throw fail(camera.refuses)
    if (camera.picks.length === 0) throw fail('chooseMedia:fail cancel')
    const picked = camera.picks.splice(0)
    for (const { path, bytes } of picked) camera.files.set(path, bytes)
    return { tempFiles: picked.map(({ path, bytes }) => ({ tempFilePath: path, size: bytes })) }
  },
  async getImageInfo({ src }: { src: string }) {
    if (camera.broken.has(src)) throw fail('getImageInfo:fail')
    return { width: 4000, height: 3000, path: src }
  },
  async compressImage({ src }: { src: string }) {
    const path = `${src.replace(/\.\w+$/, '')}_small.jpg`
    camera.files.set(path, Math.ceil(found(src) / 10))
    return { tempFilePath: path }
  },
  uploadFile(sent: Uploaded) {
    let tell = (_now: { progress: number }) => {}
    let abort = () => {}
    const answer = new Promise<Answered>((resolve, reject) => {
      abort = () => reject(fail('uploadFile:fail abort'))
      const begun = async () => {
        if (!phone.online) throw fail('uploadFile:fail')
        camera.uploads.push(sent)
        return camera.upload(sent, (progress) => tell({ progress }))
      }
      // what hears of the progress is told only after the call
      void Promise.resolve().then(begun).then(resolve, reject)
    })
    return Object.assign(answer, {
      progress: (heard: typeof tell) => {
        tell = heard
      },
      abort: () => abort(),
    })
  },
  async previewImage({ current }: { current: string }) {
    camera.shown.push(current)
  },
  async makePhoneCall({ phoneNumber }: { phoneNumber: string }) {
    camera.called.push(phoneNumber)
  },
  async chooseLocation() {
    if (!camera.place) throw fail(camera.placeRefused)
    return camera.place
  },
})
