import { settings } from '../settings'
import { type Disk, openDisk } from './disk'
import { openS3 } from './s3'
import type { Storage } from './storage'

let disk: Disk | undefined
let chosen: Storage | undefined

/** The disk behind our own door. */
export const ourDisk = (): Disk => {
  disk ??= openDisk(settings().storageDir)
  return disk
}

/** Where the files of this installation are: in a bucket if there is one, else on our disk. */
export const storage = (): Storage => {
  const { bucket } = settings()
  chosen ??= bucket ? openS3(bucket) : ourDisk()
  return chosen
}
