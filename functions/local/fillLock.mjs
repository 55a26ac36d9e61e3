// npm run fill-lock [file]: a registry that lacks an optional platform package makes `npm install` leave it out of the lock,
// and `npm ci` then refuses the lock. Puts the missing entries back, in the version that their parent pins.
import fs from 'node:fs'

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony']
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64']

const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
const { packages } = lock

/** Where a package at `from` finds a dependency: in its own folder, then upwards. */
function find(from, name) {
  for (let at = from; ; ) {
    const found = packages[`${at ? `${at}/` : ''}node_modules/${name}`]
    if (found || !at) return found
    const up = at.lastIndexOf('node_modules/')
    at = up <= 0 ? '' : at.slice(0, up - 1)
  }
}

let added = 0
for (const [parent, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d/.test(version) || find(parent, name)?.version === version) continue
    const words = name.split(/[/-]/)
    const os = words.filter((w) => systems.includes(w))
    const cpu = words.filter((w) => processors.includes(w))
    if (os.length === 0) continue
    const place = packages[`node_modules/${name}`] ? `${parent}/node_modules/${name}` : `node_modules/${name}`
    packages[place] = {
      version,
      ...(entry.dev && { dev: true }),
      optional: true,
      os,
      ...(cpu.length > 0 && { cpu }),
    }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} entries added to ${file}`)
