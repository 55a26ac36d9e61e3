import Taro from '@tarojs/taro'
import { isBrowser } from './platform'
import { makeStore, useStore } from './store'

const lookEveryMs = 15_000

/** What the phone and the last request say about the signal. */
export const online = makeStore(true)

export const useOnline = (): boolean => useStore(online)

/** The phone may think it has signal while nothing comes through: then only trying tells. */
async function tryAgain(): Promise<void> {
  if (online.get()) return
  try {
    await Taro.request({ url: `${SHAODAO_API}/api/health`, timeout: lookEveryMs })
    online.set(true)
  } catch {
    // still nothing
  }
}

/** Called once, when the app starts. */
export function watchNetwork(): void {
  if (isBrowser) {
    window.addEventListener('online', () => void tryAgain())
    window.addEventListener('offline', () => online.set(false))
  } else {
    Taro.onNetworkStatusChange((change) => online.set(change.isConnected))
    void Taro.getNetworkType({
      success: (now) => {
        if (now.networkType === 'none') online.set(false)
      },
    })
  }
  setInterval(tryAgain, lookEveryMs)
}
