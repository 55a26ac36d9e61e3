import { WxFailure } from './wx/call'
import { isConnected } from './wx/network'

// WeChat fetches a subpackage when one of its pages is first opened, or ahead where `preloadRule` says so, and keeps it.

const { config } = window.__packed
const roots = new Map(
  (config.subPackages ?? config.subpackages ?? []).map(({ root, name }) => {
    const folder = root.replace(/\/$/, '')
    return [name ?? folder, folder]
  }),
)
const fetched = new Set<string>()

export const fetchedPackages = () => [...fetched]

export function restorePackages(kept: readonly string[]) {
  for (const root of kept) fetched.add(root)
}

/** Has the package that a page lies in, or fails as WeChat does without signal. */
export function fetchPackageOf(page: string) {
  const root = [...roots.values()].find((folder) => page.startsWith(`${folder}/`))
  if (root === undefined || fetched.has(root)) return
  if (!isConnected()) throw new WxFailure(`loadSubpackage:fail ${root}`)
  fetched.add(root)
}

export function fetchAhead(page: string) {
  const { packages = [] } = config.preloadRule?.[page] ?? {}
  if (!isConnected()) return
  for (const name of packages) fetched.add(roots.get(name) ?? name)
}
