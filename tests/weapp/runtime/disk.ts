// The phone's files. They live in the page's memory, so that the synchronous calls can be synchronous; the Node
// side takes the saved ones along when it boots the app again. Temporary files do not survive that, as on a phone
// whose WeChat was killed.

export const USER_FOLDER = 'wxfile://usr'
const TEMPORARY = 'wxfile://tmp_'
const SAVED = 'wxfile://store_'

export interface StoredFile {
  bytes: Uint8Array
  writtenAt: number
}

const files = new Map<string, StoredFile>()
const folders = new Set<string>([USER_FOLDER])
const urls = new Map<string, string>()
const bootedAt = Date.now().toString(36)
let made = 0

const MIME: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
}

export const extensionOf = (path: string) => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
export const mimeOf = (path: string) => MIME[extensionOf(path)] ?? 'application/octet-stream'
export const isOnDisk = (path: string) => path.startsWith('wxfile://')
export const isWritable = (path: string) => path.startsWith(`${USER_FOLDER}/`)

export const readFile = (path: string) => files.get(path)
export const hasFolder = (path: string) => folders.has(path.replace(/\/$/, ''))

export function writeFile(path: string, bytes: Uint8Array) {
  forgetUrl(path)
  files.set(path, { bytes, writtenAt: Date.now() })
}

export function removeFile(path: string) {
  forgetUrl(path)
  return files.delete(path)
}

export function addTemporary(bytes: Uint8Array, extension: string): string {
  return addNumbered(TEMPORARY, bytes, extension)
}

export function addSaved(bytes: Uint8Array, extension: string): string {
  return addNumbered(SAVED, bytes, extension)
}

function addNumbered(prefix: string, bytes: Uint8Array, extension: string) {
  made += 1
  const path = `${prefix}${bootedAt}${made}${extension && `.${extension}`}`
  writeFile(path, bytes)
  return path
}

export const savedFiles = () => [...files].filter(([path]) => path.startsWith(SAVED))

export function makeFolder(path: string) {
  folders.add(path.replace(/\/$/, ''))
}

export function removeFolder(path: string) {
  folders.delete(path.replace(/\/$/, ''))
}

/** The names directly inside a folder. */
export function namesIn(folder: string): string[] {
  const prefix = `${folder.replace(/\/$/, '')}/`
  const inside = [...files.keys(), ...folders].filter((path) => path.startsWith(prefix))
  return [...new Set(inside.map((path) => path.slice(prefix.length).split('/')[0]!))]
}

/** An address that an `<img>` can load. */
export function urlOf(path: string): string {
  const known = urls.get(path)
  if (known) return known
  const file = files.get(path)
  if (!file) return path
  const url = URL.createObjectURL(new Blob([file.bytes.slice()], { type: mimeOf(path) }))
  urls.set(path, url)
  return url
}

function forgetUrl(path: string) {
  const url = urls.get(path)
  if (url) URL.revokeObjectURL(url)
  urls.delete(path)
}

/** Everything that survives the app's end, in base64. */
export function keepFiles(): Record<string, string> {
  const kept = [...files].filter(([path]) => !path.startsWith(TEMPORARY))
  return Object.fromEntries(kept.map(([path, file]) => [path, toBase64(file.bytes)]))
}

export function restoreFiles(kept: Record<string, string>) {
  for (const [path, content] of Object.entries(kept)) {
    writeFile(path, fromBase64(content))
    for (let folder = path; folder.startsWith(`${USER_FOLDER}/`); ) {
      folder = folder.slice(0, folder.lastIndexOf('/'))
      makeFolder(folder)
    }
  }
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(binary)
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
