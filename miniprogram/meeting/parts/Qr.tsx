import { View } from '@tarojs/components'
import { create } from 'qrcode/lib/core/qrcode'
import { useMemo } from 'react'

/** Squares of quiet around it, without which no camera finds it. */
const quiet = 4

/** The dark squares, row by row, each run of them as one stroke. */
function strokesOf(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = ''
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const from = column
      while (column < size && isDark(row, column)) column++
      if (column > from) path += `M${from} ${row}h${column - from}v1h${from - column}z`
    }
  return path
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** A head as it is written, and a tail of capitals and figures, which takes fewer squares. */
export type QrText = readonly [head: string, tail: string]

/** Drawn on the phone itself, without signal and without a canvas. */
export function drawQr([head, tail]: QrText): string {
  const { modules } = create(
    [...(head ? [{ data: bytesOf(head), mode: 'byte' as const }] : []), { data: tail, mode: 'alphanumeric' }],
    { errorCorrectionLevel: 'M' },
  )
  const { size } = modules
  const side = size + 2 * quiet
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-quiet} ${-quiet} ${side} ${side}"><rect x="${-quiet}" y="${-quiet}" width="${side}" height="${side}" fill="#fff"/><path fill="#000" shape-rendering="crispEdges" d="${strokesOf(size, (r, c) => modules.get(r, c) === 1)}"/></svg>`
}

/** A code to be scanned from this screen. */
export function Qr({ text: [head, tail], label }: { text: QrText; label: string }) {
  const picture = useMemo(() => encodeURIComponent(drawQr([head, tail])), [head, tail])
  return (
    <View
      className="m-qr"
      ariaRole="img"
      ariaLabel={label}
      style={{ backgroundImage: `url("data:image/svg+xml,${picture}")` }}
    />
  )
}
