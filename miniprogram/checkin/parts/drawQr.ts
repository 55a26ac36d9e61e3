import { create } from 'qrcode/lib/core/qrcode'

/** The white edge that readers ask for. */
const edge = 4

/** A QR code of capitals and digits, drawn on the phone: it changes each minute, also without signal. */
export function drawQr(text: string): string {
  const { modules } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })
  const { size } = modules
  const whole = size + 2 * edge
  const dots: string[] = []
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (modules.get(row, column)) dots.push(`M${column + edge} ${row + edge}h1v1h-1z`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path d="${dots.join('')}"/></svg>`
}
