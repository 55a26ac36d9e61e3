import sharp from 'sharp'
import type { Person } from './person'

/** A photo as a phone takes it: a pipe, and either water or none. */
export function pipe(water: boolean): Promise<Buffer> {
  const pool = water ? '<ellipse cx="820" cy="980" rx="620" ry="150" fill="#7fa6bd"/>' : ''
  const jet = water
    ? '<path d="M800 520 C 900 300 1100 420 1180 900" stroke="#b9d4e2" stroke-width="60" fill="none"/>'
    : ''
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
        <rect width="1600" height="760" fill="#b8ad9b"/><rect y="760" width="1600" height="440" fill="#6d6a64"/>
        ${pool}<rect y="480" width="1600" height="110" fill="#59636a"/><rect x="740" y="450" width="130" height="170" fill="#454d53"/>${jet}
      </svg>`,
    ),
  )
    .jpeg()
    .toBuffer()
}

/** Through the chooser that the browser opens, until it has gone up. */
export async function photograph(person: Person, buffer: Buffer) {
  const chooser = person.page.waitForEvent('filechooser')
  await person.tap('拍照或选照片')
  await (await chooser).setFiles({ name: 'IMG_0412.jpg', mimeType: 'image/jpeg', buffer })
  await person.see('已传')
}

/** From the messages, as who is told that something has happened. */
export async function openFromInbox(person: Person, title: string) {
  await person.openAfresh('inbox/index')
  await person.tap(title)
  await person.see(title)
  await person.settle()
}

/** From the desk that a party shares. */
export async function openFromDesk(person: Person, title: string) {
  await person.openAfresh('desk/party')
  await person.tap(title)
  await person.settle()
}

/** From what waits on the community's board. */
export async function openFromBoard(worker: Person, tab: string, title: string) {
  await worker.tap('首页')
  await worker.tap(tab)
  await worker.tap(title)
  await worker.settle()
}

/** Each step as it is read: what happened, and the words beside it. */
export async function timelineOf(person: Person): Promise<string[]> {
  await person.settle()
  return person.page
    .locator('.w-timeline')
    .filter({ visible: true })
    .first()
    .locator('.w-step')
    .evaluateAll((steps) =>
      steps.map((step) =>
        [...step.querySelectorAll('.w-step-says, .w-step-words')].map((it) => it.textContent).join(' · '),
      ),
    )
}
