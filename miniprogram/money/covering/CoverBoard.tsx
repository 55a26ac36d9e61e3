import { type PointerEvent, useState } from 'react'
import { type Box, boxOf } from './boxes'
import './cover.scss'

type Point = readonly [x: number, y: number]

const share = (part: number): string => `${part * 100}%`
const styleOf = ({ left, top, width, height }: Box) => ({
  left: share(left),
  top: share(top),
  width: share(width),
  height: share(height),
})

function pointOf(e: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = e.currentTarget.getBoundingClientRect()
  return [(e.clientX - left) / width, (e.clientY - top) / height]
}

/** The picture under the finger; a drag lays a dark box over it. In the browser alone. */
export function CoverBoard(props: {
  address: string
  boxes: readonly Box[]
  onChange(boxes: readonly Box[]): void
  onBroken(): void
}) {
  const { boxes, onChange } = props
  const [from, setFrom] = useState<Point>()
  const [to, setTo] = useState<Point>()
  const growing = from && to ? boxOf(from, to) : undefined
  const lift = () => {
    if (growing) onChange([...boxes, growing])
    setFrom(undefined)
    setTo(undefined)
  }
  return (
    <div
      className="y-cover"
      role="img"
      aria-label={`凭证，盖住了 ${boxes.length} 块`}
      onPointerDown={(e) => {
        e.currentTarget.setPointerCapture?.(e.pointerId)
        setFrom(pointOf(e))
        setTo(undefined)
      }}
      onPointerMove={(e) => {
        if (from) setTo(pointOf(e))
      }}
      onPointerUp={lift}
      onPointerCancel={lift}
    >
      <img
        className="y-cover-picture"
        src={props.address}
        alt="凭证"
        draggable={false}
        crossOrigin="anonymous"
        onError={props.onBroken}
      />
      {[...boxes, ...(growing ? [growing] : [])].map((box) => (
        <div key={`${box.left} ${box.top} ${box.width}`} className="y-cover-box" style={styleOf(box)} />
      ))}
    </div>
  )
}
