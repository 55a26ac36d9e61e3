import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { handleFiles } from '../../functions/doors/storage'
import { type Disk, openDisk } from '../../functions/kernel/storage/disk'
import { makeTestFolder } from '../kernel/server'

/** The door for files over a disk of its own, with the clock in the test's hand. */
export interface FilesDoor {
  folder: string
  disk: Disk
  port: number
  now: Date
  faults: unknown[]
  /** The request that came last, until all of its work is done. */
  handled: Promise<void>
  close(): Promise<void>
}

export async function openFilesDoor(): Promise<FilesDoor> {
  const folder = makeTestFolder()
  const disk = openDisk(folder)
  const faults: unknown[] = []
  const handle = handleFiles(
    () => disk,
    () => door.now,
    (_id, _name, error) => faults.push(error),
  )
  const server = http.createServer((req, res) => {
    door.handled = handle(req, res)
  })
  const door: FilesDoor = {
    folder,
    disk,
    port: 0,
    now: new Date('2026-11-21T02:00:00Z'),
    faults,
    handled: Promise.resolve(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  door.port = (server.address() as AddressInfo).port
  return door
}
