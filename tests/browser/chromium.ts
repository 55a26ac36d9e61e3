import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { unpackChromium } from './unpack'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

interface Found {
  executablePath: string
  env: Record<string, string>
}

/** Starts a headless Chromium; whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  const found = await findChromium()
  return chromium.launch({
    executablePath: found.executablePath,
    headless: true,
    args: FLAGS,
    env: { ...definedEnv(), ...found.env },
  })
}

/** The browser that the tests drive: `CHROMIUM` if set, the one from npm on Linux x64, else an installed one. */
export async function findChromium(): Promise<Found> {
  const named = process.env.CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, but there is no such file`)
    return { executablePath: named, env: {} }
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const unpacked = await unpackChromium()
    const env = environmentThatRuns(unpacked)
    if (env) return { executablePath: unpacked.executablePath, env }
  }
  const installed = installedPlaces().find((place) => existsSync(place))
  if (installed) return { executablePath: installed, env: {} }
  throw new Error(
    `No browser to test with on ${process.platform} ${process.arch}. ` +
      'Install Google Chrome, Chromium or Edge, or set CHROMIUM to the path of its executable.',
  )
}

// A bare machine lacks NSS and fontconfig; the package brings both, and they are used only where they are missing.
function environmentThatRuns(unpacked: Awaited<ReturnType<typeof unpackChromium>>) {
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: unpacked.fontsPath }
  const libraryPath = [unpacked.librariesPath, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const candidates: Record<string, string>[] = [fonts, { ...fonts, LD_LIBRARY_PATH: libraryPath }]
  return candidates.find((env) => answersItsVersion(unpacked.executablePath, env))
}

function answersItsVersion(executablePath: string, env: Record<string, string>) {
  try {
    execFileSync(executablePath, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function installedPlaces(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const places = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return roots.flatMap((root) => (root ? places.map((place) => path.join(root, place)) : []))
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
  )
}
