import Taro from '@tarojs/taro'
import { isBrowser } from '../../kernel/device'

/** One that begins with `/` lies on the house's own host. */
const wholeAddress = (address: string): string => (address.startsWith('/') ? SHAODAO_API + address : address)

/** Hands a file over to the person: saved in the browser; in WeChat fetched, and opened to be looked at or sent on. */
export async function keepFile(
  name: string,
  address: string,
  onPart: (percent: number) => void,
): Promise<string> {
  if (isBrowser) {
    const link = document.createElement('a')
    link.href = wholeAddress(address)
    link.download = `${name}.xlsx`
    link.click()
    return `已存成文件：${name}.xlsx`
  }
  const fetching = Taro.downloadFile({ url: wholeAddress(address) })
  fetching.onProgressUpdate?.(({ progress }) => onPart(progress))
  const { tempFilePath, statusCode } = await fetching
  if (statusCode !== 200) throw new Error(`download answered ${statusCode}`)
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
  return '已经打开，点右上角可以转发或保存'
}
