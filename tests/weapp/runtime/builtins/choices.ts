import type { Json } from '../../protocol'
import { during } from '../activity'
import { add, isSet } from '../dom'
import { ask } from '../report'
import { type Builtin, type Part, partAround, partsIn } from './part'

function turnable(part: Part) {
  part.isOn = false
  part.turn = (isOn) => {
    part.isOn = isOn
    part.host.toggleAttribute('checked', isOn)
  }
}

const followChecked: Builtin['update'] = (part, changed) => {
  if (changed.has('checked')) part.turn?.(isSet(part.props.checked))
}

export const toggle: Builtin = {
  setUp(part) {
    turnable(part)
    part.activate = () => {
      if (isSet(part.props.disabled)) return
      part.turn?.(!part.isOn)
      part.fire('change', { value: part.isOn })
    }
    part.onTap(part.activate)
    part.formValue = () => part.isOn
    part.resetValue = () => part.turn?.(false)
  },
  update: followChecked,
}

export function choice(tag: 'checkbox' | 'radio'): Builtin {
  return {
    setUp(part) {
      const mark = add(part.host, 'i', { className: `ph-mark ph-${tag}-mark` })
      part.host.prepend(mark)
      turnable(part)
      part.activate = () => {
        if (isSet(part.props.disabled)) return
        const group = partAround(part, `${tag}-group`)
        if (tag === 'radio' && group) for (const other of membersOf(group, tag)) other.turn?.(false)
        part.turn?.(tag === 'radio' || !part.isOn)
        group?.memberChanged?.()
      }
      part.onTap(part.activate)
    },
    update: followChecked,
  }
}

export function choiceGroup(tag: 'checkbox' | 'radio'): Builtin {
  return {
    setUp(part) {
      part.formValue = () => {
        const values = membersOf(part, tag).flatMap((member) => (member.isOn ? [member.props.value] : []))
        return tag === 'checkbox' ? values : (values[0] ?? '')
      }
      part.memberChanged = () => part.fire('change', { value: part.formValue?.() })
      part.resetValue = () => {
        for (const member of membersOf(part, tag)) member.turn?.(false)
      }
    },
  }
}

const membersOf = (group: Part, tag: string) => partsIn(group.host).filter((part) => part.tag === tag)

let touched: EventTarget | null = null
document.addEventListener(
  'touchstart',
  (event) => {
    touched = event.target
  },
  true,
)

export const label: Builtin = {
  setUp(part) {
    part.onTap(() => {
      const wanted = part.props.for
      const inside = wanted ? labelled(String(wanted)) : partsIn(part.host).find((inner) => inner.activate)
      if (inside && !inside.host.contains(touched as Node | null)) inside.activate?.()
    })
  },
}

function labelled(id: string): Part | undefined {
  const host = document.getElementById(id)?.parentElement
  return host ? partsIn(host).find((part) => part.host.id === id) : undefined
}

/** The wheel itself is the phone's own; the scenario says what is chosen on it. */
export const picker: Builtin = {
  setUp(part) {
    let picked: Json | undefined
    part.onTap(async () => {
      if (isSet(part.props.disabled)) return
      const answer = await during(ask('answerPicker', { mode: String(part.props.mode ?? 'selector') }))
      if (!answer) {
        part.fire('cancel')
        return
      }
      picked = answer.value
      part.fire('change', { value: picked })
    })
    part.formValue = () => picked ?? part.props.value
  },
}

/** A tap on an item stands for turning the wheel to it. */
export const pickerView: Builtin = {
  setUp(part) {
    part.host.addEventListener('click', (event) => {
      const columns = [...part.host.querySelectorAll('wx-picker-view-column')]
      const value = [...((part.props.value as number[] | undefined) ?? columns.map(() => 0))]
      const column = columns.findIndex((element) => element.contains(event.target as Node))
      const items = [...(columns[column]?.children ?? [])]
      const item = items.findIndex((element) => element.contains(event.target as Node))
      if (item < 0) return
      value[column] = item
      part.fire('change', { value })
    })
  },
}

export const slider: Builtin = {
  setUp(part) {
    const range = add(part.host, 'input', { type: 'range', className: 'ph-native' })
    range.addEventListener('change', () => part.fire('change', { value: Number(range.value) }))
    range.addEventListener('input', () => part.fire('changing', { value: Number(range.value) }))
    part.formValue = () => Number(range.value)
  },
  update(part) {
    const range = part.host.querySelector('input')
    if (!range) return
    range.min = String(part.props.min ?? 0)
    range.max = String(part.props.max ?? 100)
    range.step = String(part.props.step ?? 1)
    if (part.props.value !== undefined) range.value = String(part.props.value)
  },
}
