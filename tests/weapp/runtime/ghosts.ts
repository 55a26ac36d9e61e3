// After a touch the browser sends a click to whatever lies under the finger by then. On a phone, a dialogue or a page
// that came up meanwhile is not meant by it.

const PIECES = '.ph-overlay, .ph-page, #ph-nav, #ph-tabbar'

const pieceOf = (target: EventTarget | null) => (target instanceof Element ? target.closest(PIECES) : null)

let touched: Element | null = null

export function swallowGhostClicks() {
  document.addEventListener(
    'touchstart',
    (event) => {
      touched = pieceOf(event.target)
    },
    true,
  )
  document.addEventListener(
    'click',
    (event) => {
      if ((event as PointerEvent).pointerType !== 'touch' || pieceOf(event.target) === touched) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
}
