import Taro from '@tarojs/taro'
import { Offline, Refusal } from '../../kernel/refused'

/** A file somebody has chosen, with the id of the import it will become. */
export interface ChosenSheet {
  id: string
  path: string
  name: string
  bytes: number
}

export interface Sending {
  done: Promise<void>
  stop(): void
}

/** Sends the file to the address the server has signed for it; the address itself is the permission. */
export function sendSheet(
  to: { url: string; fields: Record<string, string> },
  sheet: ChosenSheet,
  onSent: (bytes: number) => void,
): Sending {
  const task = Taro.uploadFile({
    url: to.url.startsWith('/') ? SHAODAO_API + to.url : to.url,
    filePath: sheet.path,
    fileName: sheet.name,
    name: 'file',
    formData: to.fields,
    withCredentials: false,
  })
  task.progress?.((now) => onSent(now.totalBytesSent))
  const done = task.then(
    (answer) => {
      if (answer.statusCode >= 300)
        throw new Refusal({ code: 'fault', message: '文件没有传上去，请再试一次' }, answer.statusCode)
    },
    () => {
      throw new Offline()
    },
  )
  return { done, stop: () => task.abort?.() }
}
