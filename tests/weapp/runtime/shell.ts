import type { Theme, WindowConfig } from '../protocol'
import { PACKAGE_URL } from './asset'
import { add, byId } from './dom'

// What surrounds the pages: the navigation bar above and the tab bar below.

const { config, themes } = window.__packed

export const tabs = config.tabBar?.list ?? []
export const isTab = (path: string) => tabs.some((tab) => tab.pagePath === path)

let theme: Theme = 'light'

export function setShellTheme(next: Theme) {
  theme = next
}

/** A colour or file name that may be a variable of theme.json. */
function themed(value: string | undefined): string | undefined {
  return value?.startsWith('@') ? themes[theme]?.[value.slice(1)] : value
}

const badges = new Map<number, string>()
let isTabBarHidden = false

export function setBadge(index: number, text: string | null) {
  if (text === null) badges.delete(index)
  else badges.set(index, text)
}

export function hideTabBar(isHidden: boolean) {
  isTabBarHidden = isHidden
}

export interface ShellView {
  path: string
  window: WindowConfig
  title?: string
  barColor?: string
  canGoBack: boolean
  onTab(path: string): void
}

export function drawShell(view: ShellView) {
  drawNavigationBar(view)
  drawTabBar(view)
}

function drawNavigationBar({ window: page, title, barColor, canGoBack }: ShellView) {
  const bar = byId('ph-nav')
  bar.style.display = page.navigationStyle === 'custom' ? 'none' : ''
  bar.style.background = barColor ?? themed(page.navigationBarBackgroundColor) ?? '#000'
  bar.style.color = themed(page.navigationBarTextStyle) === 'black' ? '#000' : '#fff'
  byId('ph-title').textContent = title ?? page.navigationBarTitleText ?? ''
  byId('ph-back').style.visibility = canGoBack ? 'visible' : 'hidden'
}

function drawTabBar({ path, onTab }: ShellView) {
  const bar = byId('ph-tabbar')
  bar.replaceChildren()
  bar.style.display = isTab(path) && !isTabBarHidden ? '' : 'none'
  bar.style.background = themed(config.tabBar?.backgroundColor) ?? '#fff'
  tabs.forEach((tab, index) => {
    const isOn = tab.pagePath === path
    const item = add(bar, 'div', { className: isOn ? 'ph-tab ph-on' : 'ph-tab' })
    item.style.color = themed(isOn ? config.tabBar?.selectedColor : config.tabBar?.color) ?? ''
    const icon = themed(isOn ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath)
    if (icon) add(item, 'img', { src: PACKAGE_URL + icon.replace(/^\.?\//, '') })
    add(item, 'span', { textContent: tab.text })
    const badge = badges.get(index)
    if (badge !== undefined) add(item, 'b', { textContent: badge, className: 'ph-badge' })
    item.addEventListener('click', () => onTab(tab.pagePath))
  })
}

export const shownTitle = () => byId('ph-title').textContent ?? ''
