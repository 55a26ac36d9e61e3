import { settings } from '../settings'
import { type Disk, openDisk } from './disk'
import type { Storage } from './storage'

let disk: Disk | undefined

/** The disk behind our own door. */
export const ourDisk = (): Disk => {
  disk ??= openDisk(settings().storageDir)
  return disk
}

/** Where the files of this installation are. */
export const storage = (): Storage => ourDisk()
