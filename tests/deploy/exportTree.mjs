// The project as it would be handed to the platform, in a folder of its own: its sources, the built pages, and the
// packages that the doors import.
import fs from 'node:fs'
import path from 'node:path'

const staysBehind = new Set(['node_modules', 'dist', 'artefacts', 'coverage', 'tests'])

export async function exportTree(root, tree) {
  for (const name of fs.readdirSync(root))
    if (!staysBehind.has(name) && !name.startsWith('.')) copy(root, tree, name)
  for (const name of ['dist/h5', 'dist/h5.stamp']) copy(root, tree, name)
  const packages = findPackages(root, await findImports(root))
  for (const name of packages) copy(root, tree, name)
  return packages.length
}

const copy = (root, tree, name) =>
  fs.cpSync(path.join(root, name), path.join(tree, name), { recursive: true })

/** Names of the packages that the doors ask for, found by following their imports. */
async function findImports(root) {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: fs.readdirSync(path.join(root, 'functions/doors')).map((door) => `functions/doors/${door}`),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    packages: 'external',
    metafile: true,
    write: false,
  })
  const asked = Object.values(metafile.outputs).flatMap((output) => output.imports.map((it) => it.path))
  return new Set(asked.filter((it) => !it.startsWith('node:')).map(packageOf))
}

const packageOf = (asked) =>
  asked
    .split('/')
    .slice(0, asked.startsWith('@') ? 2 : 1)
    .join('/')

/** Their folders, with those of all that they need in turn, as the lock file lays them out. */
function findPackages(root, names) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const found = new Set()
  const visit = (from, name) => {
    const place = [from, ...outerOf(from)].map((at) => `${at}node_modules/${name}`).find((it) => packages[it])
    if (!place || found.has(place) || !fs.existsSync(path.join(root, place))) return
    found.add(place)
    const { dependencies, optionalDependencies } = packages[place]
    // what a package has for each kind of machine is optional, and there is just ours
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) visit(`${place}/`, needed)
  }
  for (const name of names) visit('', name)
  return [...found]
}

/** The folders outside a package, the nearest first. */
function outerOf(from) {
  const at = from.lastIndexOf('node_modules/')
  return at < 0 ? [] : [from.slice(0, at), ...outerOf(from.slice(0, at))]
}
