// npm run build:functions: the server for a container and the migrations' command, as bundles in dist/functions.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './local/bundle.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const from = Date.now()
await bundle(root, 'dist/functions', {
  node: 'functions/local/node.ts',
  migrate: 'db/migrate-cli.ts',
  firstOfficer: 'functions/local/firstOfficer.ts',
  calendar: 'functions/local/calendar.ts',
  checkBooks: 'functions/local/checkBooks.ts',
})
console.log(`dist/functions built in ${((Date.now() - from) / 1000).toFixed(1)} s`)
