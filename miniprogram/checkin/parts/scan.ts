import Taro from '@tarojs/taro'

/** What the camera read; undefined when the person thought better of it. */
export async function scanPaper(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch {
    return undefined
  }
}
