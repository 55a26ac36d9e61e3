// Installs what package-lock.json names and node_modules lacks. Runs before anything is installed.
import fs from 'node:fs'
import path from 'node:path'
import { spawnLeashed } from './leash.mjs'

const readPackages = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages

/** Packages that ought to be there and are not, or in another version; those for other platforms may be absent. */
function findMissing(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const note = path.join(root, 'node_modules', '.package-lock.json') // npm writes it last
  const present = fs.existsSync(note) ? readPackages(note) : {}
  const isThere = (name) =>
    present[name]?.version === wanted[name].version && fs.existsSync(path.join(root, name, 'package.json'))
  const mayBeAbsent = (name) => wanted[name].optional && !present[name]
  return Object.keys(wanted).filter(
    (name) => name.startsWith('node_modules/') && !isThere(name) && !mayBeAbsent(name),
  )
}

/** npm's own script: the one that started us, or the one that came with this Node. */
function findNpm() {
  const beside = path.dirname(process.execPath)
  const scripts = [
    process.env.npm_execpath ?? '',
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = scripts.find((file) => /npm-cli\.c?js$/.test(file) && fs.existsSync(file))
  return script ? [process.execPath, script] : ['npm']
}

async function runNpm(root, say) {
  const [command, ...first] = findNpm()
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const from = Date.now()
  const seconds = () => Math.round((Date.now() - from) / 1000)
  const heart = setInterval(() => say(`  still installing (${seconds()} s)`), 5_000)
  let said = ''
  const onOutput = (text) => {
    said += text
  }
  const code = await spawnLeashed(command, [...first, ...args], { cwd: root, onOutput }).done
  clearInterval(heart)
  if (code !== 0) throw new Error(`${said.trim()}\nnpm ci ended with ${code}`)
}

/** Whether something was installed. */
export async function installMissing(root, say = console.log) {
  const missing = findMissing(root)
  if (!missing.length) return false
  const from = Date.now()
  say(`Installing ${missing.length} packages (once) …`)
  await runNpm(root, say)
  const left = findMissing(root)
  if (left.length) throw new Error(`npm did not install ${left.slice(0, 5).join(', ')}`)
  say(`Installed in ${((Date.now() - from) / 1000).toFixed(0)} s`)
  return true
}
