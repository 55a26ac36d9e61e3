import { touch } from '../activity'
import { add, isSet } from '../dom'
import type { Builtin, Part } from './part'

const DEFAULT_MAX_LENGTH = 140
const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal' }

type Native = HTMLInputElement | HTMLTextAreaElement

/** `<input>` and `<textarea>`: a native field inside, whose events are told as WeChat tells them. */
export function field(tag: 'input' | 'textarea'): Builtin {
  const natives = new WeakMap<Part, Native>()
  return {
    setUp(part) {
      const native: Native = add(part.host, tag, { className: 'ph-native' })
      natives.set(part, native)
      const told = () => ({ value: native.value, cursor: native.selectionStart ?? 0 })
      native.addEventListener('input', () => {
        touch()
        part.fire('input', { ...told(), keyCode: 0 })
      })
      native.addEventListener('focus', () => part.fire('focus', { value: native.value, height: 0 }))
      native.addEventListener('blur', () => part.fire('blur', told()))
      if (tag === 'input') {
        native.addEventListener('keydown', (event) => {
          if ((event as KeyboardEvent).key === 'Enter') part.fire('confirm', { value: native.value })
        })
      }
      part.formValue = () => native.value
      part.resetValue = () => {
        native.value = ''
      }
      part.activate = () => native.focus()
    },
    update(part, changed) {
      const native = natives.get(part)
      if (!native) return
      const { value, placeholder, disabled, maxlength, focus } = part.props
      const text = String(value ?? '')
      if (changed.has('value') && native.value !== text) native.value = text
      native.placeholder = String(placeholder ?? '')
      native.disabled = isSet(disabled)
      const limit = Number(maxlength ?? DEFAULT_MAX_LENGTH)
      if (limit >= 0) native.maxLength = limit
      else native.removeAttribute('maxlength')
      if (native instanceof HTMLInputElement) {
        native.type = isSet(part.props.password) ? 'password' : 'text'
        native.inputMode = KEYBOARDS[String(part.props.type)] ?? 'text'
      }
      if (changed.has('focus') && isSet(focus)) setTimeout(() => native.focus())
    },
  }
}
