// npm run bench: the whole path beside a bare server that does the same statements. Prints tables; keeps nothing.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../functions/local/bundle.mjs'
import { installMissing } from '../../functions/local/install.mjs'
import { endWithNpm } from '../../functions/local/leash.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
endWithNpm()
await installMissing(root)
const names = ['main', 'wholePath', 'floor']
await bundle(root, 'dist/bench', Object.fromEntries(names.map((name) => [name, `tests/bench/${name}.ts`])))
process.env.NODE_ENV = 'production'
const { bench } = createRequire(import.meta.url)(path.join(root, 'dist', 'bench', 'main.cjs'))
process.exit(await bench(root, process.argv.slice(2)))
