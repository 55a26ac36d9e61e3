import { isOnDisk, urlOf } from './disk'

/** The address of the package's own files; the phone answers it from the built folder. */
export const PACKAGE_URL = '/package/'

/** Turns an image source of the mini-program into one that the browser can load. */
export function resolveAsset(source: unknown): string {
  const path = String(source ?? '')
  if (!path) return ''
  if (isOnDisk(path)) return urlOf(path)
  if (/^(https?:|data:|blob:)/.test(path)) return path
  return PACKAGE_URL + path.replace(/^\//, '').replace(/^(\.\.?\/)+/, '')
}
