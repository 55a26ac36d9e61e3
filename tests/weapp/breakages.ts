import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listFiles } from './files'

/** The places of a built mini-program that the scenario under test goes through. */
export interface Targets {
  /** The page that the scenario opens first. */
  first: string
  /** A page that it reaches by navigation. */
  later: string
  /** A class name of an element that the first page always shows. */
  className: string
  /** A function of `wx` that the first page calls through Taro. */
  wxFunction: string
  /** The host and port of the backend as the build has them. */
  backend: string
}

export interface Breakage {
  name: string
  damage(dist: string): void
}

/** Copies a built mini-program and breaks the copy; the caller removes it. */
export function plant(dist: string, breakage: Breakage): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'weapp-broken-'))
  cpSync(dist, copy, { recursive: true })
  try {
    breakage.damage(copy)
  } catch (error) {
    rmSync(copy, { recursive: true, force: true })
    throw error
  }
  return copy
}

/** What a build can get wrong: a runner that lets one of these pass proves nothing. */
export function breakagesOf({ first, later, className, wxFunction, backend }: Targets): Breakage[] {
  const shown = `className:"${className}"`
  return [
    breakage('base.wxml: fields without bindinput', replace('base.wxml', /bindinput="eh"/g, '')),
    breakage(
      'base.wxml: buttons without bindgetphonenumber',
      replace('base.wxml', /(<button [^>]*?)bindgetphonenumber="eh"/g, '$1'),
    ),
    breakage('base.wxml: views without bindtap', replace('base.wxml', /(<view [^>]*?)bindtap="eh"/g, '$1')),
    breakage('base.wxml: an unclosed tag', replace('base.wxml', '</template>', '<view>')),
    breakage('base.wxml: a bad expression', replace('base.wxml', 'class="{{i.cl}}"', 'class="{{i.(cl}}"')),
    breakage(
      'base.wxml: the template of text is lost',
      replace('base.wxml', /<template name="(tmpl_\d+_\w+)">(?=\s*<text )/g, '<template name="$1_lost">'),
    ),
    breakage('base.wxml: an unknown component', replace('base.wxml', /<button /, '<buton ')),
    breakage('page wxml: a bad expression', replace(`${first}.wxml`, '{{root:root}}', '{{root:(}}')),
    breakage('utils.wxs: a syntax error', replace('utils.wxs', 'module.exports = {', 'module.exports = {{')),
    breakage(
      'utils.wxs: a wrong template name',
      replace('utils.wxs', "return 'tmpl_' + l", "return 'tmpx_' + l"),
    ),
    breakage('page script: rendering throws', replaceAll(shown, 'className:null.x')),
    breakage('page script: never calls Page()', replace(`${first}.js`, /Page\(\w+\)/, 'void 0')),
    breakage('page script: uses localStorage', replaceAll(shown, 'className:localStorage.getItem("a")')),
    breakage('page script: uses the window while loading', replace(`${later}.js`, /^/, 'window.alert(1);')),
    breakage('page script: calls what wx does not have', replaceAll(callOf(wxFunction), `.${wxFunction}X`)),
    breakage('app.js: throws', replace('app.js', /^/, 'null.x;')),
    breakage('taro.js is missing', remove('taro.js')),
    breakage('a page script is missing', remove(`${later}.js`)),
    breakage('a page is not in app.json', forgetPage(later)),
    breakage('the recursive component is missing', remove('comp.js', 'comp.json', 'comp.wxml')),
    breakage('the address of the backend is wrong', replaceAll(backend, '127.0.0.1:65535')),
    breakage('app.wxss: a syntax error', replace('app.wxss', /^/, 'page {{ color: red }')),
    breakage('app.wxss: a selector that WXSS lacks', replace('app.wxss', /$/, '* { color: red }')),
  ]
}

type Damage = Breakage['damage']

const breakage = (name: string, damage: Damage): Breakage => ({ name, damage })
const callOf = (name: string) => new RegExp(`\\.${name}\\b`, 'g')

function rewrite(file: string, change: (source: string) => string): boolean {
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  if (after !== before) writeFileSync(file, after)
  return after !== before
}

/** A damage that finds nothing to break would pass for a caught one. */
function replace(file: string, wanted: string | RegExp, instead: string): Damage {
  return (dist) => {
    const isChanged = rewrite(path.join(dist, file), (source) => source.replace(wanted, instead))
    if (!isChanged) throw new Error(`nothing to break: ${file} has no ${wanted}`)
  }
}

/** In the scripts of pages and of chunks alike, wherever the build has put the code. */
function replaceAll(wanted: string | RegExp, instead: string): Damage {
  return (dist) => {
    const scripts = listFiles(dist).filter(isOwnScript)
    const changed = scripts.filter((file) =>
      rewrite(path.join(dist, file), (source) => source.replaceAll(wanted, instead)),
    )
    if (changed.length === 0) throw new Error(`nothing to break: no script has ${wanted}`)
  }
}

// Taro's own scripts list every function of `wx`; what the app calls stands in its own.
const isOwnScript = (file: string) => file.endsWith('.js') && !/^(taro|vendors|runtime)\.js$/.test(file)

function remove(...files: string[]): Damage {
  return (dist) => {
    for (const file of files) rmSync(path.join(dist, file))
  }
}

function forgetPage(page: string): Damage {
  return (dist) => {
    const isChanged = rewrite(path.join(dist, 'app.json'), (source) => {
      const config = JSON.parse(source) as {
        pages: string[]
        subPackages?: { root: string; pages: string[] }[]
      }
      config.pages = config.pages.filter((path) => path !== page)
      for (const part of config.subPackages ?? []) {
        part.pages = part.pages.filter((name) => path.posix.join(part.root, name) !== page)
      }
      return JSON.stringify(config)
    })
    if (!isChanged) throw new Error(`nothing to break: app.json has no ${page}`)
  }
}
