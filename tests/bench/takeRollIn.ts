import { randomUUID } from 'node:crypto'
import { csv, headings, manyHomes, xlsx } from '../roll/sheets'
import { askWell } from './measure'
import { type Request, Wire } from './wire'
import { community, compound, worker } from './world'

export interface RollTaken {
  file: string
  upload: number
  preview: number
  takeIn: number
  adds: Record<string, number>
}

interface Opened {
  url: string
  fields: Record<string, string>
}
interface View {
  state: string
  adds: Record<string, number> | null
}

const rows = [headings, ...manyHomes(5000)]
export const rolls = { 'csv, 5,000 homes': () => csv(rows), 'xlsx, the same again': () => xlsx(rows) }

/** A roll by the way that a screen takes: opened, sent to the storage, looked at in pieces, taken in. Seconds of each. */
export async function takeRollIn(port: number, file: string, content: Buffer): Promise<RollTaken> {
  const wire = await Wire.open(port)
  const ask = async <T>(path: string, body: Request['body']) =>
    JSON.parse((await askWell(wire, { method: 'POST', path, token: worker, body })).text) as T
  const from = performance.now()
  const id = randomUUID()
  const fileName = file.startsWith('csv') ? '名册.csv' : '名册.xlsx'
  const rolls = `/api/c/${community}/compounds/${compound}/rolls`
  const { url, fields } = await ask<Opened>(rolls, { id, fileName, bytes: content.length })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(content)], { type: 'application/octet-stream' }), fileName)
  const sent = await fetch(`http://127.0.0.1:${port}${url}`, { method: 'POST', body: form })
  if (!sent.ok) throw new Error(`the storage answered ${sent.status}: ${await sent.text()}`)
  const uploaded = performance.now()
  const roll = `/api/c/${community}/rolls/${id}`
  let view = await ask<View>(`${roll}/preview`, {})
  while (view.state === 'checking') view = await ask<View>(`${roll}/preview`, {})
  if (view.state !== 'ready') throw new Error(`the roll is ${JSON.stringify(view).slice(0, 500)}`)
  const previewed = performance.now()
  const { adds } = await ask<View>(`${roll}/import`, {})
  const taken = performance.now()
  wire.close()
  return {
    file,
    upload: (uploaded - from) / 1000,
    preview: (previewed - uploaded) / 1000,
    takeIn: (taken - previewed) / 1000,
    adds: adds!,
  }
}
