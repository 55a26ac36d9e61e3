import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { EmbeddedPostgres, Role } from '../../db/embedded'

/** How a test worker reaches the one Postgres of this run; handed on through the environment. */
export interface TestServer {
  port: number
  passwords: EmbeddedPostgres['passwords']
}

const name = 'TEST_POSTGRES'

export function announceServer({ port, passwords }: TestServer): void {
  process.env[name] = JSON.stringify({ port, passwords })
}

function readServer(): TestServer {
  const told = process.env[name]
  if (!told) throw new Error('No Postgres runs for this project: give it globalSetup in jest.config.cjs')
  return JSON.parse(told) as TestServer
}

export function urlOf(role: Role, database: string): string {
  const { port, passwords } = readServer()
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`
}

/** A folder for files of a test, which goes with the run. The server's user may enter it. */
export function makeTestFolder(): string {
  const folder = fs.mkdtempSync(path.join(process.env.TEST_FOLDER ?? os.tmpdir(), 'test-'))
  fs.chmodSync(folder, 0o711)
  return folder
}
