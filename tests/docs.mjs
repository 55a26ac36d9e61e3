// npm run docs: writes the documents that are made from the code.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../functions/local/bundle.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
await bundle(root, 'dist/tests', {
  rolesPage: 'tests/house/rolesPage.ts',
  whistlePage: 'tests/house/whistlePage.ts',
  meetingPage: 'tests/house/meetingPage.ts',
  checkinPage: 'tests/house/checkinPage.ts',
})
const load = (name) => createRequire(import.meta.url)(path.join(root, 'dist', 'tests', `${name}.cjs`))
fs.writeFileSync(path.join(root, 'docs', 'ROLES.md'), load('rolesPage').rolesPage())
fs.writeFileSync(path.join(root, 'docs', 'WHISTLE.md'), load('whistlePage').whistlePage())
fs.writeFileSync(path.join(root, 'docs', 'MEETING.md'), load('meetingPage').meetingPage())
fs.writeFileSync(path.join(root, 'docs', 'CHECKIN.md'), load('checkinPage').checkinPage())
