import type { EndpointName } from '../../shared/contract'
import type { PageName } from './go'

/** A way on, for whoever may do what is behind it. */
export interface Door {
  for: EndpointName
  page: PageName
  name: string
  says: string
  /** What it says instead to whoever may do this. */
  does?: { act: EndpointName; says: string }
}

export const saysOf = ({ says, does }: Door, may: (act: EndpointName) => boolean): string =>
  does && may(does.act) ? does.says : says
