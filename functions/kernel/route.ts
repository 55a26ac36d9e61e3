import { contract, type EndpointName, endpointNames } from '../../shared/contract'
import { Refused } from './refused'

interface Route {
  name: EndpointName
  method: string
  segments: string[]
}

const routes: Route[] = endpointNames.map((name) => ({
  name,
  method: contract[name].method,
  segments: contract[name].path.split('/'),
}))

const fits = (route: Route, path: string[]): boolean =>
  route.segments.length === path.length && route.segments.every((s, i) => s.startsWith('{') || s === path[i])

/** Words of a path are matched before its parameters, so that `/compounds/join` is never a compound's id. */
const byPlainWords = (a: Route, b: Route) => parameters(a) - parameters(b)
const parameters = (route: Route) => route.segments.filter((s) => s.startsWith('{')).length
routes.sort(byPlainWords)

/** Finds the endpoint and the parameters in the path. */
export function findRoute(
  method: string,
  pathname: string,
): { name: EndpointName; params: Record<string, string> } {
  const path = pathname.split('/')
  const fitting = routes.filter((r) => fits(r, path))
  if (fitting.length === 0) throw new Refused('unknown_endpoint')
  const route = fitting.find((r) => r.method === method)
  if (!route) throw new Refused('wrong_method')
  const params: Record<string, string> = {}
  route.segments.forEach((s, i) => {
    if (s.startsWith('{')) params[s.slice(1, -1)] = decode(path[i]!)
  })
  return { name: route.name, params }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new Refused('unknown_endpoint')
  }
}
