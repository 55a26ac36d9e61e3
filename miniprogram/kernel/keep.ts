import Taro from '@tarojs/taro'
import { isBrowser } from './device'

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

function save(fileName: string, address: string): string {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  return `已存成文件：${fileName}`
}

/** A document to print or a sheet to keep: saved in the browser; in WeChat opened, to be looked at, printed or sent on. */
export async function keepDocument(
  { fileName, base64 }: { fileName: string; base64: string },
  fileType: keyof typeof types = 'docx',
): Promise<string> {
  if (isBrowser) return save(fileName, `data:${types[fileType]};base64,${base64}`)
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName.replace(/[/\\:]/g, ' ')}`
  await new Promise<void>((done, failed) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => done(),
      fail: (reason) => failed(new Error(reason.errMsg)),
    })
  })
  await Taro.openDocument({ filePath, fileType, showMenu: true })
  return '已经打开，点右上角可以打印、转发或保存'
}

/** A text as it is, to the letter. */
export async function keepText({ fileName, text }: { fileName: string; text: string }): Promise<string> {
  if (isBrowser) return save(fileName, `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`)
  await Taro.setClipboardData({ data: text })
  return '已复制，可以粘贴到微信聊天里发给自己保存'
}
