import * as glassEasel from 'glass-easel'
import type { Dict } from '../protocol'

type Touches = { touches?: TouchPoint[]; changedTouches?: TouchPoint[] }

interface Targets {
  target: unknown
  currentTarget: unknown
}

interface TouchPoint {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
  force: number
}

export const copy = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

/** The backend element of a glass-easel node; this runtime only ever renders to the DOM. */
export function hostOf(node: unknown): HTMLElement | null {
  const element = node as { getBackendElement?: () => unknown } | null
  return (element?.getBackendElement?.() as HTMLElement | null | undefined) ?? null
}

/** A tap on or inside a disabled button reaches nobody. */
export function isDisabled(node: unknown): boolean {
  return hostOf(node)?.closest?.('wx-button[disabled]') != null
}

/** The touch lists that WeChat puts beside an event's detail. */
export function touchFields(original: unknown): Touches {
  const event = original as { touches?: TouchList; changedTouches?: TouchList } | undefined
  return { touches: pointsOf(event?.touches), changedTouches: pointsOf(event?.changedTouches) }
}

function pointsOf(list: TouchList | undefined): TouchPoint[] {
  // WeChat's page begins below the navigation bar.
  const above = document.getElementById('ph-pages')?.getBoundingClientRect().top ?? 0
  return [...(list ?? [])].map((touch) => ({
    identifier: touch.identifier,
    pageX: touch.pageX,
    pageY: touch.pageY - above,
    clientX: touch.clientX,
    clientY: touch.clientY - above,
    force: touch.force,
  }))
}

/** Gives page code the event in WeChat's shape: plain data, since it crosses threads there. */
function toWxEvent(event: glassEasel.Event<unknown>) {
  const { target, currentTarget, touches, changedTouches } = event as unknown as Targets & Touches
  return {
    type: event.getEventName(),
    timeStamp: Math.round(performance.now()),
    detail: copy(event.detail ?? {}),
    target: describe(target),
    currentTarget: describe(currentTarget),
    mark: copy((event as { mark?: Dict }).mark ?? {}),
    touches: touches ?? [],
    changedTouches: changedTouches ?? [],
    mut: false,
    _userTap: event.getEventName() === 'tap',
  }
}

function describe(target: unknown) {
  const caller = target as { _$?: unknown } | null
  const element = (caller?._$ ?? caller) as { id?: string; dataset?: Dict } | null
  const host = hostOf(element)
  return {
    id: element?.id ?? '',
    dataset: copy(element?.dataset ?? {}),
    offsetLeft: host?.offsetLeft ?? 0,
    offsetTop: host?.offsetTop ?? 0,
  }
}

type Method = (this: unknown, ...args: unknown[]) => unknown

/** Makes every function of a page or component definition receive WeChat's events. */
export function withWxEvents(definition: Dict): Dict {
  const wrapped: Dict = { ...definition }
  for (const [key, value] of Object.entries(wrapped)) {
    if (typeof value !== 'function') continue
    wrapped[key] = function (this: unknown, ...args: unknown[]) {
      if (args[0] instanceof glassEasel.Event) args[0] = toWxEvent(args[0])
      return (value as Method).apply(this, args)
    }
  }
  if (wrapped.methods) wrapped.methods = withWxEvents(wrapped.methods as Dict)
  return wrapped
}
