import type { EndpointName, Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import type { RecordAction } from '../../shared/record/actions'
import type { MeetingHouse } from './house'

type Name = keyof MeetingHouse['tokens']

/** What one verb promises: where it works, where it is too late or too soon, and who may not. */
export interface Promised<N extends EndpointName> {
  by: Name
  /** Brought to where it works, with all that is sent. */
  ready: () => Promise<Input<N>>
  /** The line that it leaves on the record. */
  leaves: RecordAction
  answers: object
  /** Where its state does not allow it, and what is said then; none where no state can stand in its way. */
  late?: [() => Promise<Input<N>>, code: string]
  wrong: [by: Name, code: string]
}
export type Table = { [N in EndpointName]?: Promised<N> }

// all that meetings touch: content and all, or how many there are
const watched = [
  'series',
  'series_circle',
  'meeting',
  'meeting_circle',
  'meeting_move',
  'meeting_item',
  'meeting_item_whistle',
  'meeting_attendance',
  'attendance_home',
  'meeting_terms',
  'minutes',
  'minutes_entry',
  'minutes_amendment',
  'minutes_public',
  'minutes_whole',
  'minutes_correction',
  'minutes_objection',
  'resolution',
  'resolution_progress',
  'pledge_call',
  'pledge',
  'tabling',
  'whistle',
]
const counted = ['record', 'inbox', 'outbox', 'photo']

/** The same before and after: nothing was written. */
export async function fingerprint({ api }: MeetingHouse): Promise<string> {
  const parts = [
    ...watched.map(
      (t) =>
        `(select '${t} ' || count(*) || ' ' || md5(string_agg(t::text, '' order by t::text)) from ${t} t)`,
    ),
    ...counted.map((t) => `(select '${t} ' || count(*) from ${t})`),
  ]
  const [row] = await api.owner<{ all: string }>(`select concat_ws(' | ', ${parts.join(', ')}) as all`)
  return row!.all
}

/** Four promises of each verb, each as a test of its own. */
export function keepPromises(house: () => MeetingHouse, table: Table): void {
  for (const [verb, row] of Object.entries(table)) {
    const name = verb as EndpointName
    const { by, ready, leaves, answers, late, wrong } = row as Promised<EndpointName>
    const refused = async (who: Name, input: Input<EndpointName>) => {
      const { api, tokens } = house()
      const before = await fingerprint(house())
      const { status, body } = await api.ask(tokens[who], name, input)
      expect(await fingerprint(house())).toBe(before)
      return status === 200 ? 'nothing' : (body as ErrorBody).code
    }
    describe(name, () => {
      let stood: { input: Input<EndpointName>; at: Date } | undefined
      beforeEach(() => house().anew())
      /** Brought there once: what is refused leaves it as it stood, which is what is promised. */
      const here = async () => {
        stood ??= { input: await ready(), at: house().api.now }
        house().api.now = stood.at
        return stood.input
      }

      test(`says ${wrong[1]} to somebody whose part it is not`, async () => {
        expect(await refused(wrong[0], await here())).toBe(wrong[1])
      })

      test('tells nobody of another community that there is anything', async () => {
        expect(await refused('otherWorker', await here())).toBe('not_found')
        expect(await refused('stranger', await here())).toBe('not_found')
      })

      if (late)
        test(`says ${late[1]} where it is not its time, and writes nothing`, async () => {
          expect(await refused(by, await late[0]())).toBe(late[1])
        })

      test('works, and leaves its line on the record', async () => {
        const { api, tokens } = house()
        const input = await here()
        const count = async () => {
          const [row] = await api.owner<{ n: number }>(
            'select count(*)::int as n from record where action = $1',
            [leaves],
          )
          return row!.n
        }
        const before = await count()
        expect(await api.get(tokens[by], name, input)).toMatchObject(answers)
        expect(await count()).toBe(before + 1)
        expect(api.faults).toEqual([])
      })
    })
  }
}
