import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** All files below a folder, by their path inside it, with forward slashes. */
export function listFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true }) as string[]
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile())
  return files.map((name) => name.split(path.sep).join('/'))
}
