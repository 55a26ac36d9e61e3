import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CannotStart } from '../cannotStart'
import { type Account, canEnter, findSharedPlace } from './account'
import type { Binaries } from './binaries'

export interface Passwords {
  owner: string
  app: string
  tick: string
}

/** Where the cluster of a data folder lies: inside it, or where `elsewhere` in it points. */
const pointer = (dataDir: string): string => path.join(dataDir, 'elsewhere')

/** Decided once and then kept: data that was written somewhere is looked for there. */
export function findClusterHome(dataDir: string): string {
  const elsewhere = fs.existsSync(pointer(dataDir)) && fs.readFileSync(pointer(dataDir), 'utf8').trim()
  return elsewhere && fs.existsSync(elsewhere) ? elsewhere : dataDir
}

export function chooseClusterHome(
  dataDir: string,
  account: Account | undefined,
  throwaway: boolean,
  say: (line: string) => void,
): string {
  let home = findClusterHome(dataDir)
  if (home !== dataDir) {
    say(`Data of the database: ${home}`)
  } else if (!canEnter(dataDir, account)) {
    if (fs.existsSync(path.join(dataDir, 'pg')))
      throw new CannotStart(
        `User ${account?.name} cannot enter ${dataDir}, where the data is: open it again.`,
      )
    const place = throwaway ? os.tmpdir() : account && findSharedPlace(account)
    if (!place)
      throw new CannotStart(`User ${account?.name} cannot enter ${dataDir}: hand in another with --data.`)
    // a new name each time: data of a checkout that was deleted is not another's
    home = fs.mkdtempSync(path.join(place, 'shaodao-data-'))
    if (account) fs.chmodSync(home, 0o711)
    fs.writeFileSync(pointer(dataDir), `${home}\n`)
    say(`User ${account?.name} cannot enter ${dataDir}: the database's data goes to ${home}`)
  }
  return home
}

/** Written beside the data before the cluster is made; of two starts at once both read the first one's. */
export function keepPasswords(home: string): Passwords {
  const file = path.join(home, 'passwords.json')
  if (!fs.existsSync(file)) {
    const word = () => randomBytes(18).toString('base64url')
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, JSON.stringify({ owner: word(), app: word(), tick: word() }), { mode: 0o600 })
    try {
      fs.linkSync(draft, file)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    } finally {
      fs.rmSync(draft)
    }
  }
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Passwords
}

// The database's own locale is builtin; pg_trgm still asks the system's LC_CTYPE what a letter is.
const locales: Record<string, string[]> = {
  linux: ['C.UTF-8', 'en_US.UTF-8', 'C'],
  darwin: ['en_US.UTF-8', 'C'],
}

/** Makes the cluster under another name first: what is called `pg` is complete. */
export function makeCluster(
  home: string,
  binaries: Binaries,
  account: Account | undefined,
  password: string,
  throwaway: boolean,
): string {
  const cluster = path.join(home, 'pg')
  if (fs.existsSync(path.join(cluster, 'PG_VERSION'))) return cluster
  const belongsToServer = (file: string) => account && fs.chownSync(file, account.uid, account.gid)
  let complaint = ''
  for (const locale of locales[process.platform] ?? ['C']) {
    const draft = fs.mkdtempSync(path.join(home, 'pg.'))
    const passwordFile = `${draft}.password`
    fs.writeFileSync(passwordFile, password, { mode: 0o600 })
    belongsToServer(passwordFile)
    belongsToServer(draft)
    const made = spawnSync(
      binaries('initdb'),
      [
        ...['-D', draft, '-U', 'owner', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
        ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...[`--locale=${locale}`, ...(throwaway ? ['--no-sync'] : [])],
      ],
      {
        uid: account?.uid,
        gid: account?.gid,
        cwd: path.parse(home).root,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C' },
      },
    )
    fs.rmSync(passwordFile)
    if (made.status === 0) {
      try {
        fs.renameSync(draft, cluster)
      } catch (fault) {
        fs.rmSync(draft, { recursive: true, force: true })
        if (!fs.existsSync(path.join(cluster, 'PG_VERSION'))) throw fault
      }
      return cluster
    }
    fs.rmSync(draft, { recursive: true, force: true })
    complaint = made.error?.message ?? `${made.stderr}${made.stdout}`
  }
  throw new CannotStart(`The database could not be set up in ${home}:\n${complaint.trim()}`)
}
