import { type ManagementMode, managementModes, managementWords } from '../../../shared/place/modes'
import { Choice } from '../../kernel/ui'

const hints: Record<ManagementMode, string> = {
  none: '没有物业、没有业委会，没有人管',
  selfManaged: '居民自己管',
  lumpSum: '按约定收物业费，盈亏归物业',
  feeBased: '花多少公开多少，物业拿约定的酬金',
  trust: '全体业主委托，账户公开，结余归业主',
}

/** How a compound is looked after. */
export const ModeField = (props: {
  value: ManagementMode
  onChange(mode: ManagementMode): void
  label?: string
}) => (
  <Choice
    label={props.label ?? '管理方式'}
    options={managementModes.map((m) => ({ value: m, label: managementWords[m], hint: hints[m] }))}
    value={props.value}
    onChange={props.onChange}
  />
)
