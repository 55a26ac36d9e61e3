// What the Node side (the phone) and the browser side (the mini-program's runtime) say to each other.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Dict = Record<string, unknown>

export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: string
  enablePullDownRefresh?: boolean
  usingComponents?: Record<string, string>
}

export interface TabBar {
  custom?: boolean
  color?: string
  selectedColor?: string
  backgroundColor?: string
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

export interface AppConfig {
  pages: string[]
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  tabBar?: TabBar
  window?: WindowConfig
  usingComponents?: Record<string, string>
  /** Packages to fetch ahead once a page is open. */
  preloadRule?: Record<string, { network?: string; packages?: string[] }>
  /** Which functions may ask for the person's place. */
  requiredPrivateInfos?: string[]
  darkmode?: boolean
  themeLocation?: string
}

export type Theme = 'light' | 'dark'

export interface SubPackage {
  root: string
  name?: string
  pages: string[]
}

/** A built mini-program, turned into what the runtime can load. */
export interface PackedApp {
  config: AppConfig
  /** All pages; those of subpackages load when they are first opened. */
  pages: string[]
  mainPages: string[]
  /** The JSON beside each WXML file, by path without suffix. */
  components: Record<string, WindowConfig>
  styles: Record<string, string>
  scripts: Record<string, string>
  /** What `@name` in app.json and the pages' JSON stands for. */
  themes: Partial<Record<Theme, Record<string, string>>>
  /** JavaScript of glass-easel's template compiler, one expression. */
  templates: string
  /** The attributes that the templates give to each tag; they become properties of the built-in components. */
  tagProperties: Record<string, string[]>
}

export interface Device {
  theme: Theme
  fontSizeSetting: number
}

export interface BootOptions {
  entry?: string
  query: Record<string, string>
  storage: Record<string, Json>
  /** Saved files, by path, in base64. */
  files: Record<string, string>
  /** Subpackages that the phone has fetched before. */
  packages: string[]
  device: Device
  offline: boolean
  privacyNeeded: boolean
}

export interface PhoneState {
  pages: string[]
  query: Record<string, string>
  title: string
  storage: Record<string, Json>
  /** Subpackages that the phone has fetched. */
  packages: string[]
}

export interface RequestCall {
  method: string
  url: string
  header: Record<string, string>
  /** In base64. */
  body?: string
  timeout: number
}

export interface UploadCall {
  url: string
  header: Record<string, string>
  name: string
  fileName: string
  file: string
  formData: Record<string, string>
  timeout: number
}

export interface HttpAnswer {
  statusCode: number
  header: Record<string, string>
  cookies: string[]
  /** In base64. */
  body: string
}

export interface PickedFile {
  name: string
  content: string
}

export interface Place {
  latitude: number
  longitude: number
  name?: string
  address?: string
}

/** What the runtime asks of the phone. A network answer is `{ error }` when nothing came back. */
export interface PhoneCalls {
  request(call: RequestCall): Promise<HttpAnswer | { error: string }>
  upload(call: UploadCall): Promise<HttpAnswer | { error: string }>
  pickFiles(call: { count: number }): Promise<PickedFile[]>
  answerPicker(call: { mode: string }): Promise<{ value: Json } | null>
  scan(call: object): Promise<string | null>
  locate(call: object): Promise<Place | null>
  loginCode(call: object): Promise<string>
  phoneCode(call: object): Promise<string | null>
  subscription(call: object): Promise<'accept' | 'reject'>
}

export interface ReportedError {
  where: string
  message: string
  stack?: string
}

/** What a probe waits for: a text on the screen, an element of the top page, or either one's absence. */
export interface Wanted {
  text?: string
  /** The source of a regular expression. */
  pattern?: string
  selector?: string
  /** The whole title in the navigation bar. */
  title?: string
  /** Looks for something to tap: in the bars too, and for what a screen reader is told instead of a text. */
  tappable?: boolean
  gone?: boolean
}

/** `quiet`: the app has nothing under way any more, so what is wanted cannot come. */
export type ProbeResult = 'yes' | 'quiet' | 'late'

export interface ScreenNode {
  tag: string
  cls: string
  kids: (ScreenNode | string)[]
}

/** What the runtime offers to the phone, as `window.__phone`. */
export interface RuntimeApi {
  boot(options: BootOptions): boolean
  state(): PhoneState
  data(): Json
  savedFiles(): Record<string, string>
  text(): string
  probe(wanted: Wanted, limit: number | null): Promise<ProbeResult>
  screenTree(): ScreenNode | null
  callPage(name: string, ...args: Json[]): unknown
  pullDown(): void
  scrollTo(place: 'top' | 'bottom'): void
  setOffline(offline: boolean): void
  background(): void
  foreground(): void
  setTheme(theme: Theme): void
}

declare global {
  interface Window {
    __phone: RuntimeApi
    __packed: PackedApp
    __apiNames: string[]
    __ask(name: string, call: unknown): Promise<unknown>
    __report(kind: string, data: unknown): Promise<void>
  }
}
