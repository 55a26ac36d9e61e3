import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

export interface UnpackedChromium {
  executablePath: string
  librariesPath: string
  fontsPath: string
}

/**
 * Unpacks the browser that `@sparticuz/chromium` carries, once for each version and user of this machine.
 * The package's own unpacking writes straight to its final place, so a second process could start half a
 * browser; here a complete folder is renamed into place, and whoever comes late takes the one that is there.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const packageFolder = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'))
  const folder = path.join(tmpdir(), `chromium-${version}-${process.getuid?.() ?? 'user'}`)
  if (!existsSync(folder)) await unpackInto(folder, path.join(packageFolder, 'bin'))
  return {
    executablePath: path.join(folder, 'chromium'),
    librariesPath: path.join(folder, 'libraries', 'lib'),
    fontsPath: path.join(folder, 'fonts'),
  }
}

async function unpackInto(folder: string, archives: string) {
  const partial = await mkdtemp(`${folder}-partial-`)
  try {
    const browser = createWriteStream(path.join(partial, 'chromium'), { mode: 0o755 })
    const compressed = createReadStream(path.join(archives, 'chromium.br'))
    await pipeline(compressed, createBrotliDecompress({ chunkSize: 1 << 20 }), browser)
    await untar(path.join(archives, 'al2023.tar.br'), path.join(partial, 'libraries'))
    await untar(path.join(archives, 'fonts.tar.br'), path.join(partial, 'fonts'))
    await writeFile(path.join(partial, 'fonts', 'fonts.conf'), fontsConfig(path.join(folder, 'fonts')))
    await rename(partial, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

const BLOCK = 512

async function untar(archive: string, target: string) {
  const tar = brotliDecompressSync(await readFile(archive))
  await mkdir(target, { recursive: true })
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const text = (from: number, to: number) =>
      tar.toString('latin1', at + from, at + to).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 136), 8)
    const place = path.join(target, path.normalize(`/${text(0, 100)}`))
    const isFolder = text(156, 157) === '5'
    await mkdir(isFolder ? place : path.dirname(place), { recursive: true })
    if (!isFolder) await writeFile(place, tar.subarray(at + BLOCK, at + BLOCK + size))
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}

const fontsConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>
`
