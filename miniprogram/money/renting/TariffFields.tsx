import { type TariffUnit, tariffUnits } from '../../../shared/space/kinds'
import { unitWords } from '../../../shared/space/words'
import { Choice } from '../../kernel/ui'
import { readYuan } from '../../kernel/yuan'
import { SumField } from '../parts/fields'

export interface TypedTariff {
  unit: TariffUnit
  typed: string
}
export const noTariff: TypedTariff = { unit: 'day', typed: '' }
export const readTariff = ({ unit, typed }: TypedTariff): { unit: TariffUnit; fen: number } | undefined => {
  const fen = readYuan(typed)
  return fen === undefined ? undefined : { unit, fen }
}

/** How much by the day, the month or the year. */
export const TariffFields = (props: {
  value: TypedTariff
  onChange(value: TypedTariff): void
  tried: boolean
  byDay?: boolean
}) => (
  <>
    {props.byDay ? null : (
      <Choice
        label="怎么算"
        options={tariffUnits.map((value) => ({ value, label: `按${unitWords[value]}` }))}
        value={props.value.unit}
        onChange={(unit) => props.onChange({ ...props.value, unit })}
      />
    )}
    <SumField
      label={`每${unitWords[props.value.unit]}多少元`}
      value={props.value.typed}
      onInput={(typed) => props.onChange({ ...props.value, typed })}
      tried={props.tried}
    />
  </>
)
