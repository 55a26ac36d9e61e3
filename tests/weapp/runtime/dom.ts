/** Adds an element of the harness's own, which no style sheet of the app can name. */
export function add<K extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties)
  parent.appendChild(element)
  return element
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the phone's shell has no #${id}`)
  return element
}

/** WXML treats an absent, null, false or empty attribute alike. */
export const isSet = (value: unknown) =>
  value !== undefined && value !== null && value !== false && value !== ''

/** The text as it is shown: hidden parts are left out, which `textContent` would bring along. */
export const shownText = (element: HTMLElement) => element.outerText
