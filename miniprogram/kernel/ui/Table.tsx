import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { isBrowser } from '../device'
import { useHearsKeys } from '../keys'
import { PlainButton } from './Buttons'
import { Tap } from './Tap'

export interface Column<T> {
  key: string
  title: string
  render: (row: T) => ReactNode
  /** What to sort by; without it the column cannot be sorted. */
  sort?: (row: T) => string | number
  /** Its figures stand under each other at the right. */
  isSum?: boolean
}

export interface TableProps<T> {
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  onOpen?: (row: T) => void
  /** The key of the row that is open beside it. */
  selected?: string
  /** What a row is found by; with it a find field stands above. */
  find?: (row: T) => string
  label?: string
  /** So many rows at first, and so many more at each tap; found and sorted among all. */
  atOnce?: number
}
const cellOf = <T,>(c: Column<T>) => `k-td${c.isSum ? ' is-sum' : ''}`

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

/** For the desk: sorted by a tap on the heading, found by `/`, walked by j and k, opened by enter. */
export function Table<T>({ columns, rows, rowKey, onOpen, selected, find, label, atOnce }: TableProps<T>) {
  const [sortBy, setSortBy] = useState<{ key: string; down: boolean }>()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(-1)
  const [most, setMost] = useState(atOnce ?? Number.POSITIVE_INFINITY)
  const field = useRef<HTMLInputElement>(null)
  const hearsKeys = useHearsKeys()

  const all = useMemo(() => {
    const wanted = words.trim().toLowerCase()
    const found = find && wanted ? rows.filter((r) => find(r).toLowerCase().includes(wanted)) : [...rows]
    const by = columns.find((c) => c.key === sortBy?.key)?.sort
    if (!by) return found
    const sign = sortBy?.down ? -1 : 1
    return found.sort((a, b) => {
      const [x, y] = [by(a), by(b)]
      if (typeof x === 'number' && typeof y === 'number') return sign * (x - y)
      return sign * String(x).localeCompare(String(y), 'zh-CN', { numeric: true })
    })
  }, [rows, columns, find, words, sortBy])

  const shown = all.slice(0, most)
  const state = useRef({ shown, at, onOpen })
  state.current = { shown, at, onOpen }
  useEffect(() => {
    if (!isBrowser) return
    const hear = (e: KeyboardEvent) => {
      if (e.metaKey || e.ctrlKey || e.altKey) return
      if (isTyping(e.target)) {
        if (e.key === 'Escape' && e.target === field.current) field.current?.blur()
        return
      }
      if (!hearsKeys()) return
      const { shown: now, at: here, onOpen: open } = state.current
      const step = (to: number) => setAt(Math.max(0, Math.min(now.length - 1, to)))
      if (e.key === 'j') step(here + 1)
      else if (e.key === 'k') step(here - 1)
      else if (e.key === '/' && field.current) field.current.focus()
      else if (e.key === 'Enter') {
        const row = now[here]
        if (!row || e.target !== document.body) return
        open?.(row)
      } else return
      e.preventDefault()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [hearsKeys])

  return (
    <View className="k-table-frame">
      {find && isBrowser ? (
        <View className="k-table-find">
          <input
            ref={field}
            className="k-input"
            aria-label="查找"
            placeholder="查找（按 / 直接输入）"
            value={words}
            onChange={(e) => {
              setWords(e.currentTarget.value)
              setAt(-1)
            }}
          />
          <View className="k-quiet">
            {all.length === rows.length ? `共 ${rows.length} 行` : `${all.length} / ${rows.length} 行`}
          </View>
        </View>
      ) : null}
      <View className="k-table" {...{ role: 'table' }} ariaRole="table" ariaLabel={label ?? '表格'}>
        <View className="k-tr k-th" {...{ role: 'row' }}>
          {columns.map((c) => {
            const sign = sortBy?.key === c.key ? (sortBy.down ? ' ↓' : ' ↑') : ''
            return c.sort ? (
              <Tap
                key={c.key}
                className={cellOf(c)}
                label={`按${c.title}排序`}
                onTap={() => setSortBy((was) => ({ key: c.key, down: was?.key === c.key && !was.down }))}
              >
                {c.title}
                {sign}
              </Tap>
            ) : (
              <View key={c.key} className={cellOf(c)}>
                {c.title}
              </View>
            )
          })}
        </View>
        {shown.map((row, i) => {
          const key = rowKey(row)
          const cells = columns.map((c) => (
            <View key={c.key} className={cellOf(c)} {...{ role: 'cell' }}>
              {c.render(row)}
            </View>
          ))
          const className = `k-tr${key === selected ? ' is-on' : ''}${i === at ? ' is-at' : ''}`
          return onOpen ? (
            <Tap key={key} className={className} onTap={() => onOpen(row)}>
              {cells}
            </Tap>
          ) : (
            <View key={key} className={className} {...{ role: 'row' }}>
              {cells}
            </View>
          )
        })}
        {shown.length === 0 ? <View className="k-quiet k-table-none">没有找到</View> : null}
      </View>
      {all.length > shown.length ? (
        <PlainButton
          onTap={() => setMost(most + (atOnce ?? 0))}
        >{`再看一些（还有 ${all.length - shown.length} 行）`}</PlainButton>
      ) : null}
    </View>
  )
}
