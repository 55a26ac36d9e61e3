import { begin } from '../activity'
import { add } from '../dom'
import { report } from '../report'

// What WeChat draws above the pages: toasts, dialogues, sheets.

const TOAST_MS = 1500

export interface Toast {
  title?: string
  mask?: boolean
  duration?: number
}

let removeToast = () => {}
let removeLoading = () => {}

function overlay(className: string) {
  return add(document.body, 'div', { className: `ph-overlay ${className}` })
}

export function showToast({ title = '', mask = false, duration = TOAST_MS }: Toast) {
  report('toast', title)
  removeToast()
  removeToast = drawToast('ph-toast', title, mask, duration)
}

export function showLoading({ title = '', mask = false }: Toast) {
  removeLoading()
  removeLoading = drawToast('ph-toast ph-loading', title, mask)
}

export const hideToast = () => removeToast()
export const hideLoading = () => removeLoading()

function drawToast(className: string, title: string, mask: boolean, duration?: number) {
  const cover = overlay(mask ? 'ph-mask' : 'ph-pass')
  add(cover, 'div', { className, textContent: title })
  const end = duration === undefined ? () => {} : begin()
  const remove = () => {
    cover.remove()
    end()
  }
  if (duration !== undefined) window.setTimeout(remove, duration)
  return remove
}

export interface Modal {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  editable?: boolean
  placeholderText?: string
}

export interface ModalAnswer {
  confirm: boolean
  cancel: boolean
  content: string | null
}

export function showModal(modal: Modal): Promise<ModalAnswer> {
  report('modal', { title: modal.title, content: modal.content })
  const cover = overlay('ph-modal')
  const box = add(cover, 'div', { className: 'ph-box' })
  add(box, 'b', { textContent: modal.title ?? '' })
  const field = modal.editable
    ? add(box, 'input', { className: 'ph-modal-input', placeholder: modal.placeholderText ?? '' })
    : undefined
  if (field) field.value = modal.content ?? ''
  else add(box, 'p', { textContent: modal.content ?? '' })
  return new Promise((resolve) => {
    const close = (confirm: boolean) => () => {
      cover.remove()
      resolve({ confirm, cancel: !confirm, content: confirm ? (field?.value ?? null) : null })
    }
    if (modal.showCancel !== false)
      addButton(box, 'ph-modal-cancel', modal.cancelText ?? '取消', close(false))
    addButton(box, 'ph-modal-confirm', modal.confirmText ?? '确定', close(true))
  })
}

/** The index that was tapped, or null. */
export function showSheet(items: string[]): Promise<number | null> {
  const cover = overlay('ph-sheet')
  const box = add(cover, 'div', { className: 'ph-box' })
  return new Promise((resolve) => {
    const close = (index: number | null) => () => {
      cover.remove()
      resolve(index)
    }
    for (const [index, item] of items.entries()) addButton(box, 'ph-sheet-item', item, close(index))
    addButton(box, 'ph-sheet-cancel', '取消', close(null))
  })
}

function addButton(parent: HTMLElement, className: string, textContent: string, onTap: () => void) {
  add(parent, 'button', { className, textContent }).addEventListener('click', onTap)
}
