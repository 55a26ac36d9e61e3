import * as glassEasel from 'glass-easel'
import type { Dict } from '../../protocol'
import { BUILTIN_TAGS } from '../../tags'
import { isSet } from '../dom'
import { hostOf } from '../events'
import { codeSpace } from '../framework'
import { fail, report } from '../report'
import { button, navigator } from './actions'
import { choice, choiceGroup, label, picker, pickerView, slider, toggle } from './choices'
import { form, richText, scrollView, swiper } from './containers'
import { field } from './fields'
import { canvas, image, progress } from './media'
import { type Builtin, type Part, rememberPart } from './part'

// A box of its own style is all that these are.
const BOXES = 'view text block cover-view root-portal swiper-item picker-view-column page-container'.split(
  ' ',
)

const { tagProperties } = window.__packed

interface Instance {
  data: Dict
  getBackendElement(): unknown
  triggerEvent(type: string, detail: unknown, options: object): void
  addListener(type: string, listener: () => void): void
}

/** Registers WeChat's built-in components for every template of the app. */
export function defineBuiltins(navigate: (name: string, options: Dict) => void) {
  const builtins: Record<string, Builtin> = {
    button,
    canvas,
    checkbox: choice('checkbox'),
    'checkbox-group': choiceGroup('checkbox'),
    'cover-image': image,
    form,
    image,
    input: field('input'),
    label,
    navigator: navigator(navigate),
    picker,
    'picker-view': pickerView,
    progress,
    radio: choice('radio'),
    'radio-group': choiceGroup('radio'),
    'rich-text': richText,
    'scroll-view': scrollView,
    slider,
    swiper,
    switch: toggle,
    textarea: field('textarea'),
  }
  const space = new glassEasel.ComponentSpace()
  for (const tag of BUILTIN_TAGS) {
    const definition = defineBuiltin(space, tag, builtins[tag])
    codeSpace.getComponentSpace().setGlobalUsingComponent(tag, definition)
  }
}

function defineBuiltin(space: glassEasel.ComponentSpace, tag: string, builtin: Builtin | undefined) {
  const parts = new WeakMap<object, Part>()
  const changes = new WeakMap<Part, Set<string>>()

  const update = (part: Part, changed: ReadonlySet<string>) => {
    for (const name of changed) if (name.startsWith('aria')) showAria(part, name)
    builtin?.update?.(part, changed)
  }

  const noteChange = (part: Part, name: string) => {
    const waiting = changes.get(part)
    if (waiting) {
      waiting.add(name)
      return
    }
    changes.set(part, new Set([name]))
    queueMicrotask(() => {
      const changed = changes.get(part) ?? new Set()
      changes.delete(part)
      guard(tag, () => update(part, changed))
    })
  }

  const names = new Set([...(tagProperties[tag] ?? []), 'name', 'value'])
  const properties = Object.fromEntries(
    [...names].map((name) => {
      function observer(this: object) {
        const part = parts.get(this)
        if (part) noteChange(part, name)
      }
      return [name, { type: null, observer }]
    }),
  )

  return space.defineComponent({
    is: `wx/${tag}`,
    options: { virtualHost: false },
    properties,
    lifetimes: {
      attached() {
        const part = createPart(tag, this as unknown as Instance)
        if (!part || parts.has(this)) return
        parts.set(this, part)
        if (!builtin && !BOXES.includes(tag)) report('stub', tag)
        guard(tag, () => {
          builtin?.setUp?.(part)
          update(part, names)
        })
      },
    },
  })
}

// What a screen reader is told: `aria-role` is `role` in HTML, the others have the same name.
function showAria({ host, props }: Part, name: string) {
  const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice('aria'.length).toLowerCase()}`
  if (isSet(props[name])) host.setAttribute(attribute, String(props[name]))
  else host.removeAttribute(attribute)
}

function createPart(tag: string, instance: Instance): Part | undefined {
  const host = hostOf(instance)
  if (!host) return undefined
  const part: Part = {
    tag,
    host,
    get props() {
      return instance.data
    },
    fire: (type, detail = {}) => instance.triggerEvent(type, detail, {}),
    onTap: (listener) => instance.addListener('tap', listener),
  }
  rememberPart(part)
  return part
}

function guard(tag: string, work: () => void) {
  try {
    work()
  } catch (error) {
    fail(`built-in <${tag}>`, error)
  }
}
