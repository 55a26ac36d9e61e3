import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(__dirname, '..', '..')
const rooms = ['shared', 'db', 'functions', 'miniprogram'] as const
type Room = (typeof rooms)[number]

/** What each room may import from the others, and which packages it never sees. */
const mayEnter: Record<Room, Room[]> = {
  shared: [],
  db: ['shared'],
  functions: ['shared', 'db'],
  miniprogram: ['shared'],
}
const packagesOf: Partial<Record<Room, RegExp>> = {
  shared:
    /^(zod\/mini|@noble\/hashes\/(hmac|sha2)|dayjs(\/plugin\/\w+)?|chinese-days\/dist\/years\/\d{4}\.json)$/,
  miniprogram:
    /^(react|@tarojs\/(taro|components|runtime|shared)|zod\/mini|dayjs(\/plugin\/\w+)?|qrcode\/lib\/core\/qrcode|\.\/.*|.*\.scss|node:path)$/,
}

const filesOf = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
    const at = path.join(folder, e.name)
    if (e.isDirectory()) return filesOf(at)
    return /\.tsx?$/.test(e.name) && !e.name.endsWith('.d.ts') ? [at] : []
  })

/** What is wrong with the imports of one file. */
function faultsOf(file: string, source: string): string[] {
  const name = path.relative(root, file)
  const room = name.split(path.sep)[0] as Room
  return ts.preProcessFile(source, true, true).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) {
      const packages = packagesOf[room]
      return packages && !packages.test(fileName) ? [`${name} imports ${fileName}`] : []
    }
    const target = path.relative(root, path.resolve(path.dirname(file), fileName)).split(path.sep)[0]!
    if (target === room || mayEnter[room].includes(target as Room)) return []
    return [`${name} imports ${fileName}`]
  })
}

const all = rooms.flatMap((room) => filesOf(path.join(root, room)))

test('no room imports from a room that it may not enter', () => {
  expect(all.length).toBeGreaterThan(100)
  expect(all.flatMap((f) => faultsOf(f, fs.readFileSync(f, 'utf8')))).toEqual([])
})

test.each([
  ['miniprogram/home/Planted.tsx', `import { home } from '../../db/schema'`],
  ['miniprogram/home/Planted.tsx', `import { verbs } from '../../functions/verbs'`],
  ['shared/home/planted.ts', `import { Pool } from 'pg'`],
  ['shared/home/planted.ts', `import fs from 'node:fs'`],
  ['db/schema/planted.ts', `import { handleApi } from '../../functions/kernel/handle'`],
  ['functions/home/planted.ts', `export { Home } from '../../miniprogram/home/index'`],
])('a planted %s with «%s» is caught', (name, source) => {
  expect(faultsOf(path.join(root, name), source)).toHaveLength(1)
})

test('the kernels know no word of the domain', () => {
  const words = fs
    .readdirSync(path.join(root, 'shared'), { withFileTypes: true })
    .filter((e) => e.isDirectory() && e.name !== 'kernel')
  const names = words.map((w) => w.name)
  // the door is judged by the table of roles, and refusals are told in the words of all
  const allowed = new Set(['role'])
  const faults = all
    .filter((f) => /^(shared|functions)\/kernel\//.test(path.relative(root, f)))
    .flatMap((f) =>
      ts.preProcessFile(fs.readFileSync(f, 'utf8'), true, true).importedFiles.flatMap(({ fileName }) => {
        const word = /^(?:\.\.\/)+(?:shared\/)?(\w+)\//.exec(fileName)?.[1]
        return word && names.includes(word) && !allowed.has(word) && word !== 'record'
          ? [`${path.relative(root, f)} imports ${fileName}`]
          : []
      }),
    )
  expect(faults).toEqual([])
})
