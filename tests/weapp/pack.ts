import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { listFiles } from './files'
import { compileOfficially } from './official'
import type { AppConfig, PackedApp, WindowConfig } from './protocol'
import { BUILTIN_TAGS, TEMPLATE_TAGS } from './tags'
import { compileWxss } from './wxss'

interface TemplateProblem {
  isError: boolean
  level: number
  message: string
  startLine: number
  startColumn: number
}

const ERROR_LEVEL = 3

/** Reads a built mini-program for the runtime. Throws on whatever WeChat's own compilers would refuse. */
export function packApp(dist: string): PackedApp {
  const files = listFiles(dist)
  const read = (file: string) => readFileSync(path.join(dist, file), 'utf8')
  const namesOf = (suffix: string) =>
    files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length))

  const config = JSON.parse(read('app.json')) as AppConfig
  const subPages = subPackagesOf(config).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  )
  const pages = [...config.pages, ...subPages]
  const templates = namesOf('.wxml')
  const components = Object.fromEntries(
    templates.flatMap((name) =>
      files.includes(`${name}.json`) ? [[name, JSON.parse(read(`${name}.json`)) as WindowConfig]] : [],
    ),
  )

  const group = new TmplGroup()
  const tagProperties = new TagProperties()
  const problems = [...missingFiles(dist, config, pages)]
  for (const name of templates) {
    const source = read(`${name}.wxml`)
    const found = (group.addTmpl(name, source) ?? []) as TemplateProblem[]
    for (const { isError, level, message, startLine, startColumn } of found) {
      if (isError || level >= ERROR_LEVEL)
        problems.push(`${name}.wxml:${startLine + 1}:${startColumn + 1} ${message}`)
    }
    tagProperties.read(source)
  }
  for (const name of namesOf('.wxs')) group.addScript(name, read(`${name}.wxs`))
  problems.push(...tagProperties.unknownTags([config, ...Object.values(components)]))
  if (problems.length) throw new Error(`${dist} is not a mini-program that runs:\n${problems.join('\n')}`)
  compileOfficially(dist)

  return {
    config,
    pages,
    mainPages: config.pages,
    components,
    themes: config.darkmode && config.themeLocation ? JSON.parse(read(config.themeLocation)) : {},
    styles: Object.fromEntries(namesOf('.wxss').map((name) => [name, compileWxss(dist, `${name}.wxss`)])),
    scripts: Object.fromEntries(namesOf('.js').map((name) => [`${name}.js`, read(`${name}.js`)])),
    templates: group.getTmplGenObjectGroups(),
    tagProperties: tagProperties.all(),
  }
}

/** What each package weighs in bytes; WeChat takes no package above 2 MB. The main one is called `main`. */
export function weighPackages(dist: string): Record<string, number> {
  const config = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppConfig
  const roots = subPackagesOf(config).map(({ root }) => root.replace(/\/$/, ''))
  const weights: Record<string, number> = { main: 0 }
  for (const file of listFiles(dist)) {
    const owner = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'
    weights[owner] = (weights[owner] ?? 0) + statSync(path.join(dist, file)).size
  }
  return weights
}

const subPackagesOf = (config: AppConfig) => config.subPackages ?? config.subpackages ?? []

function* missingFiles(dist: string, config: AppConfig, pages: string[]) {
  for (const page of pages) {
    for (const suffix of ['.js', '.wxml']) {
      if (!existsSync(path.join(dist, page + suffix)))
        yield `app.json names the page ${page}, but ${page}${suffix} is missing`
    }
  }
  for (const { pagePath, iconPath, selectedIconPath } of config.tabBar?.list ?? []) {
    if (!config.pages.includes(pagePath))
      yield `the tab bar names ${pagePath}, which is no page of the main package`
    for (const icon of [iconPath, selectedIconPath]) {
      if (icon && !existsSync(path.join(dist, icon))) yield `the tab bar's icon ${icon} is missing`
    }
  }
}

const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g
const ATTRIBUTE = /([^\s=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/g
const NO_PROPERTY =
  /^(wx:|bind|catch|mut-bind|capture-|data-|mark:|model:|(slot|class|style|id|hidden|is|data)$)/

/** Collects the tags of all templates with their attributes. */
class TagProperties {
  readonly #found = new Map<string, Set<string>>()

  read(source: string) {
    for (const [, tag = '', attributes = ''] of source.matchAll(TAG)) {
      const names = this.#found.get(tag) ?? new Set()
      this.#found.set(tag, names)
      for (const [, name = ''] of attributes.matchAll(ATTRIBUTE)) {
        if (!NO_PROPERTY.test(name)) names.add(name.replace(/-(.)/g, (_dash, letter) => letter.toUpperCase()))
      }
    }
  }

  *unknownTags(owners: { usingComponents?: Record<string, string> }[]) {
    const declared = owners.flatMap((owner) => Object.keys(owner.usingComponents ?? {}))
    const known = new Set([...BUILTIN_TAGS, ...TEMPLATE_TAGS, ...declared])
    for (const tag of this.#found.keys()) {
      if (!known.has(tag)) yield `<${tag}> is neither a built-in component nor declared in usingComponents`
    }
  }

  all(): Record<string, string[]> {
    return Object.fromEntries([...this.#found].map(([tag, names]) => [tag, [...names]]))
  }
}
