import { begin } from '../activity'
import { resolveAsset } from '../asset'
import { add } from '../dom'
import { report } from '../report'
import type { Builtin } from './part'

const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover' }

export const image: Builtin = {
  setUp(part) {
    const native = add(part.host, 'img', { className: 'ph-native' })
    native.addEventListener('load', () => {
      part.fire('load', { width: native.naturalWidth, height: native.naturalHeight })
    })
    native.addEventListener('error', () => {
      report('imageError', part.props.src)
      part.fire('error', { errMsg: 'load image failed' })
    })
  },
  update({ host, props }) {
    const native = host.querySelector('img')
    if (!native) return
    const mode = String(props.mode ?? 'scaleToFill')
    native.style.objectFit = FITS[mode] ?? 'fill'
    host.setAttribute('mode', mode)
    const source = resolveAsset(props.src)
    if (native.getAttribute('src') === source) return
    if (!source) {
      native.removeAttribute('src')
      return
    }
    const end = begin()
    native.addEventListener('load', end, { once: true })
    native.addEventListener('error', end, { once: true })
    native.setAttribute('src', source)
  },
}

/** The 2d canvas is the browser's; selector queries hand it out as `node`. */
export const canvas: Builtin = {
  setUp({ host }) {
    const native = add(host, 'canvas', { className: 'ph-native' })
    Object.assign(native, {
      createImage: () => wrapImage(),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
    })
  },
}

function wrapImage() {
  const native = new Image()
  const setSource = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')?.set
  Object.defineProperty(native, 'src', { set: (path: string) => setSource?.call(native, resolveAsset(path)) })
  return native
}

export const progress: Builtin = {
  setUp({ host }) {
    add(host, 'progress', { max: 100, className: 'ph-native' })
  },
  update({ host, props }) {
    const native = host.querySelector('progress')
    if (native) native.value = Number(props.percent ?? 0)
  },
}
