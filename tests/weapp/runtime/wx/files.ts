import type { Dict } from '../../protocol'
import * as disk from '../disk'
import { asyncCall, type Options, WxFailure, type WxFunctions } from './call'

interface FileOptions extends Options {
  filePath: string
  dirPath: string
  path: string
  tempFilePath: string
  srcPath: string
  destPath: string
  oldPath: string
  newPath: string
  data: string | ArrayBuffer
  encoding?: string
  position?: number
  length?: number
  recursive?: boolean
}

type Work = (options: Partial<FileOptions>) => unknown

const missing = (verb: string, path: string) => new WxFailure(`no such file or directory, ${verb} "${path}"`)

function existing(verb: string, path = '') {
  const file = disk.readFile(path)
  if (!file) throw missing(verb, path)
  return file
}

function writable(verb: string, path = '') {
  if (!disk.isWritable(path)) throw new WxFailure(`permission denied, ${verb} "${path}"`)
  const folder = path.slice(0, path.lastIndexOf('/'))
  if (!disk.hasFolder(folder)) throw missing(verb, path)
  return path
}

function encode(data: string | ArrayBuffer = '', encoding = 'utf8'): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  if (encoding === 'base64') return disk.fromBase64(data)
  if (encoding === 'hex') return Uint8Array.from(data.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (/^(binary|latin1|ascii)$/.test(encoding)) return Uint8Array.from(data, (at) => at.charCodeAt(0))
  return new TextEncoder().encode(data)
}

function decode(bytes: Uint8Array, encoding?: string): string | ArrayBuffer {
  if (!encoding) return bytes.slice().buffer
  if (encoding === 'base64') return disk.toBase64(bytes)
  if (encoding === 'hex') return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (/^(binary|latin1|ascii)$/.test(encoding)) return String.fromCharCode(...bytes)
  return new TextDecoder().decode(bytes)
}

function statOf(path: string) {
  const file = disk.readFile(path)
  if (!file && !disk.hasFolder(path)) throw missing('stat', path)
  const at = Math.floor((file?.writtenAt ?? 0) / 1000)
  return {
    mode: 0o644,
    size: file?.bytes.length ?? 0,
    lastAccessedTime: at,
    lastModifiedTime: at,
    isFile: () => file !== undefined,
    isDirectory: () => file === undefined,
  }
}

function removeFolder(path: string, recursive: boolean) {
  if (!disk.hasFolder(path)) throw missing('rmdir', path)
  const names = disk.namesIn(path)
  if (names.length && !recursive) throw new WxFailure(`directory not empty, rmdir "${path}"`)
  for (const name of names) {
    const inside = `${path.replace(/\/$/, '')}/${name}`
    if (disk.hasFolder(inside)) removeFolder(inside, true)
    else disk.removeFile(inside)
  }
  disk.removeFolder(path)
}

function makeFolder(path: string, recursive: boolean) {
  if (!disk.isWritable(path)) throw new WxFailure(`permission denied, mkdir "${path}"`)
  const parent = path.replace(/\/$/, '').slice(0, path.replace(/\/$/, '').lastIndexOf('/'))
  if (!disk.hasFolder(parent)) {
    if (!recursive) throw missing('mkdir', path)
    makeFolder(parent, true)
  }
  if (disk.hasFolder(path) && !recursive) throw new WxFailure(`file already exists, mkdir "${path}"`)
  disk.makeFolder(path)
}

function copyFile(from: string, to: string) {
  disk.writeFile(writable('copyFile', to), existing('copyFile', from).bytes.slice())
}

function saveFile(tempFilePath = '', filePath?: string) {
  const { bytes } = existing('saveFile', tempFilePath)
  const savedFilePath = filePath ? writable('saveFile', filePath) : ''
  disk.removeFile(tempFilePath)
  if (!filePath) return { savedFilePath: disk.addSaved(bytes, disk.extensionOf(tempFilePath)) }
  disk.writeFile(savedFilePath, bytes)
  return { savedFilePath }
}

const savedFileList = () => ({
  fileList: disk.savedFiles().map(([filePath, file]) => ({
    filePath,
    size: file.bytes.length,
    createTime: Math.floor(file.writtenAt / 1000),
  })),
})

const fileInfo: Work = ({ filePath = '' }) => ({ size: existing('getFileInfo', filePath).bytes.length })

function remove(verb: string, path = '') {
  existing(verb, path)
  disk.removeFile(path)
}

const works: Record<string, Work> = {
  access: ({ path = '' }) => {
    if (!disk.readFile(path) && !disk.hasFolder(path)) throw missing('access', path)
  },
  stat: ({ path = '' }) => ({ stats: statOf(path) }),
  readFile: ({ filePath, encoding, position = 0, length }) => {
    const { bytes } = existing('open', filePath)
    const end = length === undefined ? bytes.length : position + length
    return { data: decode(bytes.slice(position, end), encoding) }
  },
  writeFile: ({ filePath, data, encoding }) => {
    disk.writeFile(writable('open', filePath), encode(data, encoding))
  },
  appendFile: ({ filePath = '', data, encoding }) => {
    const before = existing('open', filePath).bytes
    disk.writeFile(writable('open', filePath), new Uint8Array([...before, ...encode(data, encoding)]))
  },
  unlink: ({ filePath }) => remove('unlink', filePath),
  copyFile: ({ srcPath = '', destPath = '' }) => copyFile(srcPath, destPath),
  rename: ({ oldPath = '', newPath = '' }) => {
    copyFile(oldPath, newPath)
    disk.removeFile(oldPath)
  },
  mkdir: ({ dirPath = '', recursive = false }) => makeFolder(dirPath, recursive),
  rmdir: ({ dirPath = '', recursive = false }) => removeFolder(dirPath, recursive),
  readdir: ({ dirPath = '' }) => {
    if (!disk.hasFolder(dirPath)) throw missing('scandir', dirPath)
    return { files: disk.namesIn(dirPath) }
  },
  saveFile: ({ tempFilePath, filePath }) => saveFile(tempFilePath, filePath),
  getFileInfo: fileInfo,
  getSavedFileList: savedFileList,
  removeSavedFile: ({ filePath }) => remove('removeSavedFile', filePath),
}

// The synchronous forms take their arguments one by one and answer with the thing itself.
const ARGUMENTS: Record<string, { names: (keyof FileOptions)[]; answer?: string }> = {
  access: { names: ['path'] },
  stat: { names: ['path', 'recursive'], answer: 'stats' },
  readFile: { names: ['filePath', 'encoding', 'position', 'length'], answer: 'data' },
  writeFile: { names: ['filePath', 'data', 'encoding'] },
  appendFile: { names: ['filePath', 'data', 'encoding'] },
  unlink: { names: ['filePath'] },
  copyFile: { names: ['srcPath', 'destPath'] },
  rename: { names: ['oldPath', 'newPath'] },
  mkdir: { names: ['dirPath', 'recursive'] },
  rmdir: { names: ['dirPath', 'recursive'] },
  readdir: { names: ['dirPath'], answer: 'files' },
  saveFile: { names: ['tempFilePath', 'filePath'], answer: 'savedFilePath' },
}

function syncForm(name: string, work: Work) {
  const shape = ARGUMENTS[name]
  if (!shape) return {}
  const call = (...given: unknown[]) => {
    const options = Object.fromEntries(shape.names.map((key, at) => [key, given[at]]))
    try {
      const result = work(options) as Dict | undefined
      return shape.answer ? result?.[shape.answer] : undefined
    } catch (error) {
      if (error instanceof WxFailure) throw new Error(`${name}Sync:fail ${error.message}`)
      throw error
    }
  }
  return { [`${name}Sync`]: call }
}

const fileSystem = Object.assign(
  {},
  ...Object.entries(works).map(([name, work]) => ({
    [name]: asyncCall(name, work),
    ...syncForm(name, work),
  })),
) as WxFunctions

export const files: WxFunctions = {
  env: { USER_DATA_PATH: disk.USER_FOLDER },
  getFileSystemManager: () => fileSystem,
  saveFile: fileSystem.saveFile,
  getFileInfo: fileSystem.getFileInfo,
  getSavedFileList: fileSystem.getSavedFileList,
  removeSavedFile: fileSystem.removeSavedFile,
  getSavedFileInfo: asyncCall('getSavedFileInfo', fileInfo),
}
