import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../cannotStart'

interface RunningProcess {
  parentId: number
  command: string
}

/** What runs under this id; a process that is dead but not yet reaped by its parent counts as none. */
function findProcess(id: number): RunningProcess | undefined {
  if (process.platform === 'linux') {
    try {
      const stat = fs.readFileSync(`/proc/${id}/stat`, 'utf8')
      const [state, parentId] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (state === 'Z' || state === 'X') return undefined
      return {
        parentId: Number(parentId),
        command: fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' '),
      }
    } catch {
      return undefined
    }
  }
  const shown = spawnSync('ps', ['-o', 'state=,ppid=,command=', '-p', String(id)], { encoding: 'utf8' })
  const [, state, parentId, command] = /^\s*(\S+)\s+(\d+)\s+(.*)$/m.exec(shown.stdout ?? '') ?? []
  return state && !state.startsWith('Z') ? { parentId: Number(parentId), command: command ?? '' } : undefined
}

/** The guard's first argument is the process it serves; with that gone the guard belongs to somebody else. */
function isServing(guard: RunningProcess): boolean {
  return Number(/guard\.mjs (\d+) /.exec(guard.command)?.[1]) === guard.parentId
}

const stillExists = (id: number): boolean => {
  try {
    process.kill(id, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Clears the way to a cluster: refuses when another start uses it, waits for a server that is being stopped,
 * stops one that lost its guard, and removes the note of one whose process id now means something else.
 */
export async function settleFormerServer(cluster: string): Promise<void> {
  if (process.platform === 'win32') return // Postgres' own lock file has to do
  const note = path.join(cluster, 'postmaster.pid')
  let askedToStop = false
  for (;;) {
    const id = fs.existsSync(note) ? Number.parseInt(fs.readFileSync(note, 'utf8'), 10) : Number.NaN
    if (!Number.isInteger(id) || !stillExists(id)) return // Postgres sees by itself that nobody is there
    const server = findProcess(id)
    if (!server?.command.includes(cluster)) {
      fs.rmSync(note, { force: true })
      return
    }
    const guard = findProcess(server.parentId)
    if (guard?.command.includes(cluster)) {
      if (isServing(guard))
        throw new CannotStart(
          `这份数据正在被另一个启动使用（进程 ${guard.parentId}），请先停掉它，或用 --data 换一个目录。\n` +
            `Another start (process ${guard.parentId}) is using this data: stop it first, or choose another folder with --data.`,
        )
    } else if (!askedToStop) {
      askedToStop = true
      process.kill(id, 'SIGINT')
    }
    await pause(20)
  }
}
