import Taro from '@tarojs/taro'

// Everything of ours in the phone's storage begins with this, so that leaving can clear it without touching the platform's.
const prefix = 'shaodao.'

export function readStored<T>(key: string): T | undefined {
  try {
    const text: unknown = Taro.getStorageSync(prefix + key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

/** False when the phone has no room left. */
export function store(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(prefix + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function dropStored(key: string): void {
  try {
    Taro.removeStorageSync(prefix + key)
  } catch {
    // already gone
  }
}
