import type { Measured } from './measure'
import type { RollTaken } from './takeRollIn'

const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
const ruled = (head: string[], rows: (string | number)[][]) =>
  ['', row(head), row(head.map((_, i) => (i ? '--:' : '--'))), ...rows.map(row), ''].join('\n')

export function timeTable(compared: { name: string; whole: Measured; bare: Measured }[]): string {
  const keys = ['cpuMicroseconds', 'p50', 'p99'] as const
  const cells = (whole: number, bare: number) => [
    Math.round(whole),
    Math.round(bare),
    `${(whole / bare).toFixed(2)} ×`,
  ]
  return ruled(
    ['µs', ...['CPU a request', 'p50', 'p99'].flatMap((it) => [it, 'floor', 'ratio'])],
    compared.map(({ name, whole, bare }) => [name, ...keys.flatMap((key) => cells(whole[key], bare[key]))]),
  )
}

/** What was done, and how long it took. */
export const lineTable = (rows: (string | number)[][]): string => ruled(['checking in', 'took'], rows)

export const rollTable = (taken: RollTaken[]): string =>
  ruled(
    ['seconds', 'upload', 'preview', 'import', 'all', 'homes added', 'the same'],
    taken.map(({ file, upload, preview, takeIn, adds }) => [
      file,
      ...[upload, preview, takeIn, upload + preview + takeIn].map((it) => it.toFixed(2)),
      adds.homes ?? 0,
      adds.same ?? 0,
    ]),
  )
