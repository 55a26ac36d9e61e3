import { Segments } from '../../desk/parts/Segments'
import { yearOf } from './words'

const shown = 3

export const YearPick = ({ value, onChange }: { value: string; onChange(year: string): void }) => {
  const now = Number(yearOf(new Date()))
  const years = Array.from({ length: shown }, (_, i) => String(now - i))
  return (
    <Segments
      label="哪一年"
      options={years.map((year) => ({ value: year, label: `${year} 年` }))}
      value={value}
      onChange={onChange}
    />
  )
}
