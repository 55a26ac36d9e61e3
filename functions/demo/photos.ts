import { createHash } from 'node:crypto'
import { storage } from '../kernel/storage'
import { keysOf } from '../media/keep'
import { demoId, type Stage } from './stage'

const wall = (colour: string, more: string) => `<rect width="1200" height="900" fill="${colour}"/>
  <rect y="760" width="1200" height="140" fill="#8d8a85"/><rect y="752" width="1200" height="10" fill="#6f6c68"/>${more}`

const pipe = `<rect x="470" width="90" height="760" fill="#7c8b92"/><rect x="486" width="18" height="760" fill="#9fadb3"/>
     <rect x="450" y="330" width="130" height="60" rx="8" fill="#5d6a70"/>`
const bin = `<rect x="180" y="330" width="240" height="440" rx="14" fill="#3f7a55"/><rect x="160" y="300" width="280" height="50" rx="10" fill="#2f5f41"/>`
const corridor = (floor: string, steps: string, lit: string) =>
  `<path d="M380 900 L520 300 H680 L820 900z" fill="${floor}"/>
     <path d="M380 900 L404 800 H796 L820 900z M428 700 L448 610 H752 L772 700z M470 520 L486 450 H714 L730 520z" fill="${steps}"/>
     <rect x="560" y="60" width="80" height="30" fill="#6a6e75"/><circle cx="600" cy="130" r="46" fill="${lit}"/>`
const stairs = `<path d="M0 820 H260 V700 H470 V580 H680 V460 H890 V340 H1200 V900 H0z" fill="#a29b91"/>`

const paper = (
  more: string,
) => `<rect width="1200" height="900" fill="#6f7378"/><rect x="90" y="60" width="1020" height="780" fill="#fdfaf3"/>
  <path d="M150 150 h520 M150 250 h380 M150 330 h880 M150 400 h880 M150 470 h880 M150 540 h880 M150 640 h260 M700 640 h330" stroke="#a9a397" stroke-width="12"/>
  <circle cx="930" cy="200" r="86" fill="none" stroke="#c0392b" stroke-width="10"/>${more}`

/** What people take pictures of: plain shapes, no person and no word in any of them. What is mended stands before what is not. */
const scenes: Record<string, string> = {
  'pipe mended': wall(
    '#d6dadb',
    `${pipe}<rect x="440" y="318" width="150" height="84" rx="10" fill="#4c7fa3"/>`,
  ),
  'refuse mended': wall('#d3d8cb', `${bin}<ellipse cx="700" cy="812" rx="300" ry="22" fill="#9b9892"/>`),
  'lamp mended': `<rect width="1200" height="900" fill="#8f8a78"/>${corridor('#a8a18b', '#c4bca2', '#fff3c4')}
     <circle cx="600" cy="130" r="120" fill="#fff3c4" opacity=".35"/>`,
  'railing mended': wall(
    '#ddd6cc',
    `${stairs}<path d="M120 620 L1060 85" stroke="#4f5458" stroke-width="18"/>
     <path d="M180 590 V790 M330 505 V690 M500 410 V575 M680 305 V455 M860 198 V350 M1010 112 V330" stroke="#5f6569" stroke-width="11"/>`,
  ),
  // an invoice, and the same with a name and a number covered
  'paper covered': paper('<path d="M150 250 h420 M150 640 h300" stroke="#1c1f23" stroke-width="44"/>'),
  paper: paper(''),
  crack: wall(
    '#d8d0c2',
    `<path d="M520 0 L560 130 L500 240 L590 380 L540 520 L630 660 L600 752" fill="none" stroke="#5a534a" stroke-width="9"/>
     <path d="M590 380 L700 430 L760 540 M500 240 L400 300 L380 390" fill="none" stroke="#6d655b" stroke-width="5"/>
     <path d="M470 470 q60 -50 130 20 q40 90 -60 120 q-90 -20 -70 -140z" fill="#bdb3a2"/>`,
  ),
  pipe: wall(
    '#cfd5d6',
    `${pipe}
     <path d="M515 390 q-70 190 -40 370 h150 q20 -200 -60 -370z" fill="#8fb3c7" opacity=".75"/>
     <ellipse cx="540" cy="810" rx="330" ry="60" fill="#7fa3b8"/><ellipse cx="500" cy="800" rx="170" ry="22" fill="#a9c6d6"/>`,
  ),
  refuse: wall(
    '#c9cfc0',
    `${bin}
     <ellipse cx="620" cy="700" rx="170" ry="120" fill="#2e3338"/><ellipse cx="820" cy="730" rx="140" ry="95" fill="#44505a"/>
     <rect x="900" y="600" width="200" height="150" fill="#b58b58"/><path d="M900 600 l60 -50 h170 l-30 50z" fill="#9c7446"/>
     <circle cx="540" cy="800" r="26" fill="#d9d3c5"/><circle cx="720" cy="840" r="18" fill="#c96b4a"/>`,
  ),
  lamp: `<rect width="1200" height="900" fill="#23262c"/>${corridor('#33373f', '#454a54', '#54585f')}
     <path d="M575 110 l50 40 M625 110 l-50 40" stroke="#8b8f96" stroke-width="6"/>`,
  railing: wall(
    '#ddd6cc',
    `${stairs}
     <path d="M120 620 L560 370 M760 255 L1060 85" stroke="#4f5458" stroke-width="18"/>
     <path d="M180 590 V790 M330 505 V690 M860 198 V350 M1010 112 V330" stroke="#5f6569" stroke-width="11"/>
     <path d="M560 370 l70 60" stroke="#8a4b33" stroke-width="16"/>`,
  ),
  cover: `<rect width="1200" height="900" fill="#77756f"/><path d="M0 0 L1200 240 V300 L0 60z" fill="#8c8a84"/>
     <circle cx="600" cy="500" r="270" fill="#59574f"/><circle cx="600" cy="500" r="240" fill="#3b3a36"/>
     <path d="M600 500 L600 260 A240 240 0 0 1 808 620z" fill="#16161a"/>
     <path d="M420 420 h200 M400 500 h190 M420 580 h200 M470 660 h190" stroke="#57554e" stroke-width="14"/>`,
}

const drawn = new Map<string, Promise<Buffer>>()

function draw(scene: string): Promise<Buffer> {
  const known = drawn.get(scene)
  if (known) return known
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="${scene.startsWith('paper') ? 640 : 960}" height="${scene.startsWith('paper') ? 480 : 720}">${scenes[scene]}</svg>`
  const drawing = import('sharp').then(({ default: sharp }) =>
    sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer(),
  )
  drawn.set(scene, drawing)
  return drawing
}

/** The scene that the key names, or one that always goes with it. */
function sceneOf(key: string): string {
  const names = Object.keys(scenes)
  const at = createHash('sha256').update(key).digest().readUInt32BE() % names.length
  return names.find((name) => key.includes(name)) ?? names[at]!
}

/** The way a phone does it: open, send the file to the storage, say that it is up. */
export async function takePhoto(
  stage: Stage,
  person: string,
  communityId: string,
  key: string,
  at: Date,
): Promise<string> {
  const file = await draw(sceneOf(key))
  const id = demoId(`照片 ${key}`)
  await stage.act(
    person,
    'media.upload',
    { communityId, id, bytes: file.length, contentType: 'image/jpeg' },
    at,
  )
  await storage().putFile(keysOf(`c/${communityId}/photos/${id}`).original, file, 'image/jpeg')
  const { state } = await stage.act(person, 'media.finish', { communityId, photoId: id }, at)
  if (state !== 'ready') throw new Error(`The demo's photo ${key} is ${state}`)
  return id
}

export async function release(
  stage: Stage,
  worker: string,
  communityId: string,
  photoId: string,
  at: Date,
): Promise<void> {
  await stage.act(worker, 'media.check', { communityId, photoId, verdict: 'release' }, at)
}
