import { keepPhoto } from '../../kernel/photos/keep'
import { Refusal } from '../../kernel/refused'

/** A dark box over a picture, in parts of its width and height. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}
type Point = readonly [x: number, y: number]

const within = (n: number): number => Math.min(1, Math.max(0, n))

/** Between the point where a finger came down and the one where it is; smaller ones are a slip. */
export function boxOf([x, y]: Point, [toX, toY]: Point): Box | undefined {
  const [left, right] = [within(Math.min(x, toX)), within(Math.max(x, toX))]
  const [top, bottom] = [within(Math.min(y, toY)), within(Math.max(y, toY))]
  const box = { left, top, width: right - left, height: bottom - top }
  return box.width < 0.01 || box.height < 0.005 ? undefined : box
}

const quality = 0.85
const unreadable = () =>
  new Refusal({ code: 'picture_unreadable', message: '这张图在这里盖不上，请拍一张遮好的' }, 422)

/** The picture with its boxes burnt in: what lies under them is not in the copy. Answers the key of the copy on this phone. */
export async function drawCovered(address: string, boxes: readonly Box[]): Promise<string> {
  try {
    const image = new Image()
    image.crossOrigin = 'anonymous'
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const brush = canvas.getContext('2d')
    if (!brush) throw unreadable()
    brush.drawImage(image, 0, 0)
    brush.fillStyle = '#1c2024'
    for (const box of boxes)
      brush.fillRect(
        box.left * canvas.width,
        box.top * canvas.height,
        box.width * canvas.width,
        box.height * canvas.height,
      )
    const { key } = await keepPhoto(canvas.toDataURL('image/jpeg', quality), 'image/jpeg')
    return key
  } catch (reason) {
    throw reason instanceof Refusal ? reason : unreadable()
  }
}
