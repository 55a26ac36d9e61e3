import vm from 'node:vm'
import { wxmlToJs } from 'miniprogram-compiler'
import wcsc from 'miniprogram-compiler/src/wcsc'
import { listFiles } from './files'
import type { Json, ScreenNode } from './protocol'

const MAX_OUTPUT = 256 * 1024 * 1024

type Render = (route: string, data: Json) => OfficialNode
type OfficialNode = string | { tag: string; attr?: Record<string, Json>; children?: OfficialNode[] }

const compiled = new Map<string, string>()
const renderers = new Map<string, Render>()

/** WeChat's own compilers as a gate: they throw on a template or a style sheet that WeChat would refuse. */
export function compileOfficially(dist: string): string {
  const known = compiled.get(dist)
  if (known) return known
  const code = wxmlToJs(dist, { maxBuffer: MAX_OUTPUT })
  if (!code.includes('$gwx')) throw new Error(`wcc compiled nothing in ${dist}`)
  compileStyles(dist)
  compiled.set(dist, code)
  return code
}

// The package's own entry loses what wcsc says, so its inner function is called: it answers with the error.
function compileStyles(dist: string) {
  const styles = listFiles(dist).filter((file) => file.endsWith('.wxss'))
  const names = styles.map((file) => file.slice(0, -'.wxss'.length))
  const result = wcsc(dist, names, { maxBuffer: MAX_OUTPUT })
  if (names.length && !('comm' in result)) throw new Error(String(result.message ?? 'wcsc compiled nothing'))
}

/** The tree that WeChat's own compiled template makes of a page's data. */
export function renderOfficially(dist: string, route: string, data: Json): ScreenNode | undefined {
  const render = renderers.get(dist) ?? createRenderer(compileOfficially(dist))
  renderers.set(dist, render)
  const tree = normalise(render, render(`${route}.wxml`, data))[0]
  return typeof tree === 'object' ? tree : undefined
}

const SURROUNDINGS = `
  var window = this, global = {}, __wxAppCode__ = {}
  var navigator = { userAgent: '' }, document = { addEventListener: function () {} }
`

function createRenderer(code: string): Render {
  const context = vm.createContext({ console, setTimeout, input: '' })
  vm.runInContext(SURROUNDINGS, context)
  vm.runInContext(`var render = (function (global) {${code}})(global)`, context)
  // The generated code compares constructors, so the data has to be made inside its own context.
  const run = '(function (given) { return JSON.stringify(render(given[0])(given[1])) })(JSON.parse(input))'
  return (route, data) => {
    context.input = JSON.stringify([route, data])
    return JSON.parse(vm.runInContext(run, context))
  }
}

// Taro's recursive `comp` has a virtual host: its content stands in its place. The inside of a custom wrapper is
// rendered from data of its own, which the page does not have.
function normalise(render: Render, node: OfficialNode): (ScreenNode | string)[] {
  if (typeof node === 'string') return node ? [node] : []
  const kids = () => (node.children ?? []).flatMap((child) => normalise(render, child))
  if (node.tag === 'virtual') return kids()
  if (node.tag === 'wx-comp') {
    const inside = render('comp.wxml', node.attr ?? {})
    return typeof inside === 'string'
      ? []
      : (inside.children ?? []).flatMap((child) => normalise(render, child))
  }
  return [{ tag: node.tag, cls: classesOf(String(node.attr?.class ?? '')), kids: kids() }]
}

// As the screen tells them: without the blanks between, and without the marks of style scopes.
const classesOf = (given: string) =>
  given
    .split(/\s+/)
    .filter((name) => name && !name.includes('--'))
    .join(' ')
