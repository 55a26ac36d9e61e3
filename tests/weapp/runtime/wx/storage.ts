import type { Json } from '../../protocol'
import { asyncCall, type Options, WxFailure, type WxFunctions } from './call'

const ENTRY_LIMIT = 1024 * 1024
const TOTAL_LIMIT_KB = 10 * 1024

const stored = new Map<string, string>()

export const keptStorage = (): Record<string, Json> =>
  Object.fromEntries([...stored].map(([key, json]) => [key, JSON.parse(json) as Json]))

export function restoreStorage(kept: Record<string, Json>) {
  for (const [key, value] of Object.entries(kept)) stored.set(key, JSON.stringify(value))
}

function write(key: string, value: unknown) {
  const json = JSON.stringify(value ?? '')
  if (json.length > ENTRY_LIMIT || sizeKb() + json.length / 1024 > TOTAL_LIMIT_KB) {
    throw new WxFailure('exceed storage max size')
  }
  stored.set(String(key), json)
}

function read(key: string): unknown {
  const json = stored.get(key)
  return json === undefined ? '' : JSON.parse(json)
}

function sizeKb() {
  let size = 0
  for (const json of stored.values()) size += json.length
  return Math.ceil(size / 1024)
}

const info = () => ({ keys: [...stored.keys()], currentSize: sizeKb(), limitSize: TOTAL_LIMIT_KB })

interface StorageOptions extends Options {
  key: string
  data?: unknown
}

export const storage: WxFunctions = {
  setStorageSync: write,
  getStorageSync: read,
  removeStorageSync: (key: string) => {
    stored.delete(key)
  },
  clearStorageSync: () => stored.clear(),
  getStorageInfoSync: info,
  batchSetStorageSync: (pairs: { key: string; value: unknown }[]) => {
    for (const { key, value } of pairs) write(key, value)
  },
  batchGetStorageSync: (keys: string[]) => keys.map(read),
  setStorage: asyncCall<StorageOptions>('setStorage', ({ key, data }) => write(key, data)),
  getStorage: asyncCall<StorageOptions>('getStorage', ({ key }) => {
    if (!stored.has(key)) throw new WxFailure('data not found')
    return { data: read(key) }
  }),
  removeStorage: asyncCall<StorageOptions>('removeStorage', ({ key }) => {
    stored.delete(key)
  }),
  clearStorage: asyncCall('clearStorage', () => stored.clear()),
  getStorageInfo: asyncCall('getStorageInfo', info),
}
