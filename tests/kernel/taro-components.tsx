// Stand-in for @tarojs/components in jsdom: ordinary elements that hear Taro's events and carry its names for
// screen readers, so that tests find things as a person would.
import { createElement, type FormEvent, type ReactNode } from 'react'

interface Detail {
  detail: { value: string }
}
interface Props {
  children?: ReactNode
  className?: string
  style?: object
  id?: string
  role?: string
  ariaRole?: string
  ariaLabel?: string
  onClick?: (e: { stopPropagation(): void }) => void
  [name: string]: unknown
}

const kept =
  /^(id|className|style|role|tabIndex|disabled|placeholder|src|(aria|data)-.*|onClick|onKeyDown|onError)$/

function passOn(props: Props): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) if (kept.test(name)) out[name] = value
  if (props.ariaRole !== undefined) out.role = props.ariaRole
  if (props.ariaLabel !== undefined) out['aria-label'] = props.ariaLabel
  return out
}

const box = (tag: string) => (props: Props) => createElement(tag, passOn(props), props.children)

interface FieldProps extends Props {
  value?: string
  maxlength?: number
  onInput?: (e: Detail) => void
}

const field = (tag: 'input' | 'textarea') => (props: FieldProps) =>
  createElement(tag, {
    ...passOn(props),
    value: props.value,
    maxLength: props.maxlength,
    onChange: (e: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      props.onInput?.({ detail: { value: e.currentTarget.value } }),
  })

export const View = box('div')
export const Text = box('span')
export const ScrollView = box('div')
export const Image = box('img')
export const Input = field('input')
export const Textarea = field('textarea')

interface PickerProps extends Props {
  mode?: string
  value?: string
  onChange?: (e: Detail) => void
}

/** Of the pickers the app uses those of a day and of a time; a test types it. */
export const Picker = ({ mode, value, onChange, children }: PickerProps) => (
  <label>
    {children}
    <input
      type={mode === 'time' ? 'time' : 'date'}
      defaultValue={value}
      onChange={(e) => onChange?.({ detail: { value: e.currentTarget.value } })}
    />
  </label>
)

interface ButtonProps extends Props {
  openType?: string
  onGetPhoneNumber?: (e: { detail: { code?: string } }) => void
}

/** Tapping the button that asks for the phone number stands for somebody who agrees. */
export const Button = ({ openType, onGetPhoneNumber, ...props }: ButtonProps) => (
  <button
    type="button"
    {...passOn(props)}
    onClick={
      openType === 'getPhoneNumber'
        ? () => onGetPhoneNumber?.({ detail: { code: 'phone-code' } })
        : () => props.onClick?.({ stopPropagation: () => {} })
    }
  >
    {props.children}
  </button>
)
