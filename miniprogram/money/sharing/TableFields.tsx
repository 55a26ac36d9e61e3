import { View } from '@tarojs/components'
import { TextField } from '../../kernel/ui'

/** What was typed for a floor; what was not typed stands as the table that we begin with. */
export type TypedTable = Readonly<Record<number, string>>
export const startTable: TypedTable = {}

const step = 500
/** Ours, for want of a law: the ground floor nothing, the second half of one, and half more with each floor. */
const ourPermille = (floor: number): number => (floor <= 1 ? 0 : (floor - 1) * step)
const sayIt = (permille: number): string => String(permille / 1000)
const typedOf = (table: TypedTable, floor: number): string => table[floor] ?? sayIt(ourPermille(floor))

export function readCoefficient(text: string): number | undefined {
  const m = /^(\d{1,2})(?:\.(\d{1,3}))?$/.exec(text.trim())
  return m ? Number(m[1]) * 1000 + Number((m[2] ?? '').padEnd(3, '0')) : undefined
}

/** Undefined while one of them is no number. */
export function readTable(
  table: TypedTable,
  floors: readonly number[],
): { floor: number; permille: number }[] | undefined {
  const read = floors.map((floor) => ({ floor, permille: readCoefficient(typedOf(table, floor)) }))
  return read.every((r): r is { floor: number; permille: number } => r.permille !== undefined)
    ? read
    : undefined
}

export const TableFields = (props: {
  floors: readonly number[]
  value: TypedTable
  onChange(value: TypedTable): void
  tried: boolean
}) => (
  <View className="y-two">
    {props.floors.map((floor) => {
      const typed = typedOf(props.value, floor)
      return (
        <TextField
          key={floor}
          label={`${floor} 楼`}
          type="digit"
          max={6}
          value={typed}
          onInput={(text) => props.onChange({ ...props.value, [floor]: text })}
          error={props.tried && readCoefficient(typed) === undefined ? '请写数字，最多三位小数' : undefined}
        />
      )
    })}
  </View>
)
