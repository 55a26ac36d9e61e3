import type { Device, Dict } from '../../protocol'
import { during } from '../activity'
import { fromBase64, toBase64 } from '../disk'
import { byId } from '../dom'
import { ask } from '../report'
import { asyncCall, notedCall, type Options, pickKeys, WxFailure, type WxFunctions } from './call'
import { emit, listenable } from './listeners'

const STATUS_BAR_PX = 20
const CAPSULE = { width: 87, height: 32, top: 24, bottom: 56, margin: 7 }

let device: Device = { theme: 'light', fontSizeSetting: 16 }
let clipboard = ''

export const startDevice = (next: Device) => {
  device = next
}

export function setTheme(theme: Device['theme']) {
  device = { ...device, theme }
  emit('ThemeChange', { theme })
}

function system(): Dict {
  const width = window.innerWidth
  const height = window.innerHeight
  const safeHeight = height - STATUS_BAR_PX
  return {
    brand: 'HUAWEI',
    model: 'Harness',
    system: 'Android 13',
    platform: 'android',
    benchmarkLevel: 20,
    memorySize: 8192,
    abi: 'arm64-v8a',
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: byId('ph-pages').clientHeight,
    screenTop: height - byId('ph-pages').clientHeight,
    statusBarHeight: STATUS_BAR_PX,
    safeArea: { left: 0, right: width, top: STATUS_BAR_PX, bottom: height, width, height: safeHeight },
    language: 'zh_CN',
    version: '8.0.50',
    SDKVersion: '3.8.0',
    host: { env: 'WeChat' },
    enableDebug: false,
    fontSizeSetting: device.fontSizeSetting,
    fontSizeScaleFactor: device.fontSizeSetting / 16,
    theme: device.theme,
  }
}

const WINDOW_KEYS =
  'pixelRatio screenWidth screenHeight windowWidth windowHeight statusBarHeight safeArea screenTop'.split(' ')
const DEVICE_KEYS = 'brand model system platform benchmarkLevel memorySize abi'.split(' ')
const APP_KEYS =
  'SDKVersion language version theme host enableDebug fontSizeSetting fontSizeScaleFactor'.split(' ')

const systemSetting = {
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
}

const authorizeSetting = {
  albumAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  locationReducedAccuracy: false,
  notificationAuthorized: 'authorized',
  phoneCalendarAuthorized: 'authorized',
}

async function locate(name: string, refusal = 'auth deny') {
  if (!window.__packed.config.requiredPrivateInfos?.includes(name))
    throw new WxFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json')
  const place = await during(ask('locate', {}))
  if (!place) throw new WxFailure(refusal)
  return place
}

const location = (name: string) => async () => {
  const { latitude, longitude } = await locate(name)
  return {
    latitude,
    longitude,
    speed: -1,
    accuracy: 30,
    altitude: 0,
    verticalAccuracy: 0,
    horizontalAccuracy: 30,
  }
}

interface CodeOptions extends Options {
  length?: number
}

export const deviceFunctions: WxFunctions = {
  getSystemInfoSync: system,
  getSystemInfo: asyncCall('getSystemInfo', system),
  getSystemInfoAsync: asyncCall('getSystemInfoAsync', system),
  getWindowInfo: () => pickKeys(system(), WINDOW_KEYS),
  getDeviceInfo: () => pickKeys(system(), DEVICE_KEYS),
  getAppBaseInfo: () => pickKeys(system(), APP_KEYS),
  getSystemSetting: () => systemSetting,
  getAppAuthorizeSetting: () => authorizeSetting,
  getMenuButtonBoundingClientRect: () => {
    const { margin, ...box } = CAPSULE
    return { ...box, right: window.innerWidth - margin, left: window.innerWidth - margin - box.width }
  },

  getRandomValues: asyncCall<CodeOptions>('getRandomValues', ({ length = 0 }) => ({
    randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
  })),
  arrayBufferToBase64: (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer)),
  base64ToArrayBuffer: (text: string) => fromBase64(text).buffer,

  scanCode: asyncCall('scanCode', async () => {
    const result = await during(ask('scan', {}))
    if (result === null) throw new WxFailure('cancel')
    return {
      result,
      scanType: 'QR_CODE',
      charSet: 'utf-8',
      rawData: toBase64(new TextEncoder().encode(result)),
    }
  }),
  getLocation: asyncCall('getLocation', location('getLocation')),
  getFuzzyLocation: asyncCall('getFuzzyLocation', location('getFuzzyLocation')),
  chooseLocation: asyncCall('chooseLocation', async () => ({
    name: '',
    address: '',
    ...(await locate('chooseLocation', 'cancel')),
  })),
  openLocation: notedCall('openLocation'),

  setClipboardData: asyncCall<Options & { data?: string }>('setClipboardData', ({ data = '' }) => {
    clipboard = data
  }),
  getClipboardData: asyncCall('getClipboardData', () => ({ data: clipboard })),
  makePhoneCall: notedCall('makePhoneCall'),
  addPhoneCalendar: notedCall('addPhoneCalendar'),
  addPhoneRepeatCalendar: notedCall('addPhoneRepeatCalendar'),
  addPhoneContact: notedCall('addPhoneContact'),
  vibrateShort: notedCall('vibrateShort'),
  vibrateLong: notedCall('vibrateLong'),
  setKeepScreenOn: notedCall('setKeepScreenOn'),
  getScreenBrightness: asyncCall('getScreenBrightness', () => ({ value: 0.5 })),
  setScreenBrightness: notedCall('setScreenBrightness'),

  ...listenable('ThemeChange'),
  ...listenable('WindowResize'),
  ...listenable('KeyboardHeightChange'),
  ...listenable('MemoryWarning'),
  ...listenable('UserCaptureScreen'),
}
