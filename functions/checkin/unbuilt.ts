import type { EndpointName } from '../../shared/contract'
import { Refused } from '../kernel/refused'
import { open, type Verb } from '../kernel/verb'

/** Declared for the screens; the verb comes with its tables. */
export const unbuilt = <N extends EndpointName>(...names: N[]): Record<N, Verb> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      open(name, async () => {
        throw new Refused('not_found')
      }),
    ]),
  ) as Record<N, Verb>
