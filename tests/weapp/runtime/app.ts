import type { Dict } from '../protocol'
import { fail } from './report'

type Method = (this: unknown, ...args: unknown[]) => unknown

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  shareTicket: string
  referrerInfo: Dict
  apiCategory: string
}

let app: Dict | null = null

/** What `App({...})` was called with; `getApp()` gives it back. */
export function registerApp(definition: Dict) {
  app = Object.assign(Object.create(null) as Dict, definition)
}

export const theApp = () => app

export function callApp(name: string, ...args: unknown[]): unknown {
  const method = app?.[name]
  if (typeof method !== 'function') return undefined
  try {
    return (method as Method).apply(app, args)
  } catch (error) {
    fail(`App#${name}`, error)
    return undefined
  }
}
