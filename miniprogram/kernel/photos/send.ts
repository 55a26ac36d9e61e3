import Taro from '@tarojs/taro'
import { photoReasonWords, photoRefusals } from '../../../shared/media/words'
import { call, isErrorBody } from '../api'
import { newId } from '../ids'
import { online } from '../network'
import { asSaid, Offline, Refusal } from '../refused'
import { makeStore } from '../store'
import { changePhoto, openPhoto, photoOf } from './keep'

const waitMs = 60_000

/** How far a photo is, or what became of it; nothing while it only waits, or is done. */
export type HowFar = { percent: number } | { failed: string; offline: boolean }

export const howFar = makeStore<Readonly<Record<string, HowFar>>>({})
const tell = (key: string, how: HowFar | undefined): void => {
  const { [key]: _was, ...others } = howFar.get()
  howFar.set(how ? { ...others, [key]: how } : others)
}

export const isSending = (key: string): boolean => {
  const how = howFar.get()[key]
  return how !== undefined && 'percent' in how
}

const stopped = () => new Refusal({ code: 'stopped', message: '先停下了，照片还没有传完' }, 409)
const lost = () =>
  new Refusal({ code: 'photo_lost', message: '手机里找不到这张照片了，请删掉它，或重新拍一张' }, 410)

let current: { key: string; stop(): void } | undefined

/** Ends what is just being uploaded; it can be sent again. */
export function stopSendingPhotos(key?: string): void {
  if (current && (key === undefined || key === current.key)) current.stop()
}

function readBody(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : text
  } catch {
    return undefined
  }
}

/** The file as a form: the fields that were signed first, then the file itself. */
async function post(key: string, url: string, fields: Record<string, string>): Promise<void> {
  const file = openPhoto(key)
  if (!file) throw lost()
  let isStopped = false
  try {
    const task = Taro.uploadFile({
      // one that begins with / is of the house's own host
      url: url.startsWith('/') ? SHAODAO_API + url : url,
      filePath: file.path,
      name: 'file',
      formData: fields,
      timeout: waitMs,
      withCredentials: false,
    })
    current = {
      key,
      stop: () => {
        isStopped = true
        task.abort()
      },
    }
    task.progress(({ progress }) => {
      // the last part is the server's: it makes the picture
      if (isSending(key)) tell(key, { percent: Math.min(99, progress) })
    })
    const { statusCode, data } = await task
    // the key is ours alone: what lies there came from here
    if ((statusCode >= 200 && statusCode < 300) || statusCode === 409) return
    const body = readBody(data)
    throw isErrorBody(body)
      ? new Refusal(body, statusCode)
      : new Refusal({ code: 'fault', message: '照片没传上，请再试一次' }, statusCode)
  } catch (reason) {
    if (isStopped) throw stopped()
    if (reason instanceof Refusal) throw reason
    online.set(false)
    throw new Offline()
  } finally {
    current = undefined
    file.close()
  }
}

/** Whoever is not known in the community is told as much, and not that something is missing. */
const asStranger = (reason: unknown): unknown =>
  reason instanceof Refusal && reason.code === 'not_found'
    ? new Refusal({ code: 'not_known_here', message: '认领了这里的家才能传照片，先写几个字也行' }, 403)
    : reason

/** Opened, uploaded, finished: each may come twice, and the server has it once. */
async function send(key: string, communityId: string): Promise<void> {
  for (let turn = 0; ; turn++) {
    const photo = photoOf(key)
    if (!photo) throw lost()
    if (photo.communityId !== communityId)
      changePhoto(key, {
        communityId,
        sent: false,
        ...(photo.communityId === undefined ? {} : { id: newId() }),
      })
    const { id, bytes, contentType, sent, named } = photoOf(key) ?? photo
    if (sent) return
    const place = await call('media.upload', { communityId, id, bytes, contentType }).catch((reason) => {
      throw asStranger(reason)
    })
    await post(key, place.url, place.fields)
    const made = await call('media.finish', { communityId, photoId: id })
    if (made.state === 'ready') return changePhoto(key, { sent: true })
    // it was given up while this phone had no signal for days: the file is still here, so it begins anew
    if (made.says === photoReasonWords.neverCame && turn === 0 && !named) changePhoto(key, { id: newId() })
    else
      throw new Refusal(
        { code: 'photo_refused', message: made.says ?? photoRefusals.photo_not_there.says },
        422,
      )
  }
}

// one after the other: nine at once would all be slow
let last: Promise<unknown> = Promise.resolve()

/** Sends a photo, after those before it. Rejects with what was wrong, which its tile tells too. */
export function sendPhoto(key: string, communityId: string): Promise<void> {
  tell(key, { percent: 0 })
  const mine = last.then(() => send(key, communityId))
  last = mine.then(
    () => tell(key, undefined),
    (reason) => {
      const said = asSaid(reason)
      const isQuiet = said instanceof Refusal && said.code === 'stopped'
      tell(key, isQuiet ? undefined : { failed: said.message, offline: said instanceof Offline })
    },
  )
  return mine
}

export class PhotoTrouble extends Refusal {
  constructor(
    readonly key: string,
    place: string,
    reason: Refusal,
  ) {
    super({ code: reason.code, message: `${place}：${reason.message}` }, reason.status)
  }
}

/** All of them, in order; the first that is not taken ends it, named by its place. Answers their ids on the server. */
export async function sendPhotos(keys: readonly string[], communityId: string): Promise<string[]> {
  for (const [i, key] of keys.entries()) {
    try {
      await sendPhoto(key, communityId)
    } catch (reason) {
      const said = asSaid(reason)
      throw said instanceof Refusal ? new PhotoTrouble(key, `第 ${i + 1} 张照片`, said) : said
    }
  }
  return keys.map((key) => photoOf(key)?.id ?? key)
}

/** The server does not know one of them: all are held against it again next time. */
export function doubtPhotos(keys: readonly string[]): void {
  for (const key of keys) changePhoto(key, { sent: false })
}
