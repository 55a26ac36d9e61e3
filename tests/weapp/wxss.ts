import { readFileSync } from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'
import selectorParser from 'postcss-selector-parser'

const RPX = /(-?\d*\.?\d+)rpx\b/g
const LOCAL_URL = /url\(\s*["']?(?!data:|https?:|\/\/|#)([^"')]+)/

/** Turns a WXSS file into CSS for the runtime: imports inlined, tags prefixed, rpx measured by the screen's width. */
export function compileWxss(root: string, file: string): string {
  return inline(root, file, new Set())
}

function inline(root: string, file: string, seen: Set<string>): string {
  if (seen.has(file)) return ''
  seen.add(file)
  const css = postcss.parse(readFileSync(path.join(root, file), 'utf8'), { from: file })
  css.walkAtRules('import', (rule) => {
    const target = /^(?:url\()?["']?([^"')]+)/.exec(rule.params)?.[1]
    if (!target) throw new Error(`${file}: cannot read @import ${rule.params}`)
    const imported = target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(file), target)
    rule.replaceWith(postcss.parse(inline(root, imported, seen)))
  })
  css.walkRules((rule) => {
    const { parent } = rule
    if (parent?.type === 'atrule' && /keyframes$/.test((parent as postcss.AtRule).name)) return
    rule.selector = prefixTags(rule.selector)
  })
  css.walkDecls((declaration) => {
    const local = LOCAL_URL.exec(declaration.value)
    if (local) throw new Error(`${file}: WXSS cannot show a file of the package: ${local[1]}`)
    declaration.value = declaration.value.replace(RPX, (_match, count) => `calc(100vw * ${count} / 750)`)
  })
  return css.toString()
}

function prefixTags(selector: string) {
  const parse = selectorParser((root) => {
    root.walkTags((tag) => {
      if (!tag.value.startsWith('wx-')) tag.value = `wx-${tag.value}`
    })
  })
  return parse.processSync(selector)
}
