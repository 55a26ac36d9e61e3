import Taro from '@tarojs/taro'
import { isBrowser } from '../kernel/device'

/** Hands a text over to the person: a file in the browser; in WeChat a copy, and a file that can be sent on. */
export async function keepCopy(fileName: string, text: string): Promise<string> {
  if (isBrowser) {
    const link = document.createElement('a')
    link.href = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`
    link.download = fileName
    link.click()
    return `已存成文件：${fileName}`
  }
  await Taro.setClipboardData({ data: text })
  return '已复制，可以粘贴到微信聊天里发给自己保存'
}
