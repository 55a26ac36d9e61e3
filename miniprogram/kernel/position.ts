import Taro from '@tarojs/taro'

export interface Fix {
  lat: number
  lng: number
  /** How sure it is, in metres. */
  within: number
}

const locateMs = 5000

/** Asked once, of whoever allows it, in the coordinates of China's maps; `denied` where they do not. */
export async function locate(): Promise<Fix | 'denied' | 'missing'> {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: locateMs,
    })
    return { lat: latitude, lng: longitude, within: Math.min(100_000, Math.max(0, accuracy)) }
  } catch (reason) {
    const told = (reason as { errMsg?: string } | undefined)?.errMsg ?? ''
    return /auth|deny|permission/.test(told) ? 'denied' : 'missing'
  }
}
