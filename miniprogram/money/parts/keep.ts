import Taro from '@tarojs/taro'
import { isBrowser } from '../../kernel/device'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function save(fileName: string, address: string): string {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  return `已存成文件：${fileName}`
}

/** A spreadsheet: saved in the browser; in WeChat opened, to be looked at or sent on. */
export async function keepSheet({ fileName, base64 }: { fileName: string; base64: string }): Promise<string> {
  if (isBrowser) return save(fileName, `data:${sheetType};base64,${base64}`)
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
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  return '已经打开，点右上角可以转发或保存'
}

/** A text as it is, to the letter. */
export async function keepText({ fileName, text }: { fileName: string; text: string }): Promise<string> {
  if (isBrowser) return save(fileName, `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`)
  await Taro.setClipboardData({ data: text })
  return '已复制，可以粘贴到微信聊天里发给自己保存'
}
