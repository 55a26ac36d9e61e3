import { TextField } from '../../kernel/ui'
import { readAnswerDays, readLimit } from './terms'

/** From which sum on a spending needs a resolution, and how soon a question is answered. */
export const TermsFields = (props: {
  limit: string
  onLimit(value: string): void
  days: string
  onDays(value: string): void
  tried: boolean
}) => (
  <>
    <TextField
      label="超过多少元要有业主决议"
      type="digit"
      max={12}
      value={props.limit}
      onInput={props.onLimit}
      error={props.tried && readLimit(props.limit) === undefined ? '请写多少元，最多两位小数' : undefined}
    />
    <TextField
      label="业主提问几天内答复"
      type="number"
      max={2}
      value={props.days}
      onInput={props.onDays}
      error={props.tried && readAnswerDays(props.days) === undefined ? '请写 1 到 60 天' : undefined}
    />
  </>
)
