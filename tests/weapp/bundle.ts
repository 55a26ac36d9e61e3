import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

let bundled: Promise<string> | undefined

/** The browser-side runtime as one script. */
export function bundleRuntime(): Promise<string> {
  bundled ??= bundle(path.join(__dirname, 'runtime', 'main.ts'))
  return bundled
}

async function bundle(entry: string) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  return result.outputFiles[0]!.text
}

let apiNames: string[] | undefined

/** The names of all functions that WeChat documents, from its published types. */
export function documentedApis(): string[] {
  if (apiNames) return apiNames
  const types = readFileSync(require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'), 'utf8')
  const declaration = types.slice(types.indexOf('interface Wx '))
  const members = declaration.matchAll(/^ {8}([a-zA-Z]\w+)(?:<[^(]*>)?\(/gm)
  apiNames = [...new Set([...members].map(([, name]) => name!))]
  return apiNames
}

/** The empty phone: its bars and the place for the pages. */
export function shellPage(scripts: string[]): string {
  const styles = ['shell.css', 'base.css'].map((name) => readFileSync(path.join(__dirname, name), 'utf8'))
  return `<!doctype html><html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${styles.join('\n')}</style></head>
<body><div id="ph-screen"><div id="ph-nav"><div id="ph-back">‹</div><div id="ph-title"></div></div>
<div id="ph-pages"></div><div id="ph-tabbar"></div></div>
${scripts.map((source) => `<script src="${source}"></script>`).join('')}</body></html>`
}
