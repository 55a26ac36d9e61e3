import type { Dict } from '../../protocol'

/** One built-in component on the screen: `<input>`, `<picker>`, … */
export interface Part {
  tag: string
  host: HTMLElement
  /** The attributes it has been given, in camelCase. */
  props: Dict
  fire(type: string, detail?: unknown): void
  onTap(listener: () => void): void
  /** What a form collects under the part's `name`. */
  formValue?: () => unknown
  resetValue?: () => void
  /** What a tap on its label does. */
  activate?: () => void
  /** Checkbox and radio. */
  isOn?: boolean
  turn?: (isOn: boolean) => void
  /** A group's reaction to one of its members. */
  memberChanged?: () => void
}

export interface Builtin {
  setUp?(part: Part): void
  /** Called once after `setUp`, then with the names of what changed. */
  update?(part: Part, changed: ReadonlySet<string>): void
}

const parts = new WeakMap<Element, Part>()

export function rememberPart(part: Part) {
  parts.set(part.host, part)
}

export function partsIn(host: HTMLElement): Part[] {
  return [...host.querySelectorAll('*')].flatMap((element) => parts.get(element) ?? [])
}

export function partAround(part: Part, tag: string): Part | undefined {
  const host = part.host.parentElement?.closest(`wx-${tag}`)
  return host ? parts.get(host) : undefined
}
