import type { EndpointName } from '../../shared/contract'
import { judge, roleFor } from '../../shared/permissions'
import type { RefusalCode } from '../../shared/refusals'
import type { PlacePath } from '../../shared/role/caller'
import { acts } from '../../shared/words'
import type { Database } from './database'
import { Refused, refusedByDatabase } from './refused'
import { callerOf, transact } from './transaction'
import type { Acting, Read, Verb, Write } from './verb'

type AnyInput = Record<string, unknown>
type Any = Acting<EndpointName, unknown>

const placeKeys = [
  'districtId',
  'subdistrictId',
  'communityId',
  'compoundId',
  'buildingId',
  'homeId',
] as const
const placeOfInput = (input: AnyInput): PlacePath =>
  Object.fromEntries(placeKeys.filter((k) => typeof input[k] === 'string').map((k) => [k, input[k]]))

/** Runs one verb for one caller: load, judge, act, answer. */
export async function runVerb(
  verb: Verb,
  asked: { database: Database; token: string | undefined; input: AnyInput; now: Date; address: string },
): Promise<unknown> {
  const { database, token, now } = asked
  const input = asked.input as Any['input']
  if (verb.kind === 'open') return verb.open({ database, input, now, address: asked.address })
  if (token === undefined) throw new Refused('signed_out')
  const { load, place } = verb.kind === 'read' ? verb.read : verb.write

  try {
    return await transact(database, token, now, async (tx, entering, commit) => {
      const loading = load({ tx, input, now })
      if (verb.kind === 'read') commit()
      const [entered, loaded] = await both(entering, loading)
      const caller = callerOf(entered!)
      const where = loaded !== undefined && place ? place(loaded, input) : placeOfInput(asked.input)
      const verdict = judge(caller, verb.name, where) ?? (loaded === undefined ? 'not_found' : undefined)
      if (verdict) throw new Refused(verdict, verdict === 'forbidden' ? { act: acts[verb.name] } : {})
      const as = roleFor(caller, verb.name, where)
      const acting: Any = { tx, input, now, caller, entered: entered!, as, loaded }
      return verb.kind === 'read'
        ? (verb.read as Read<EndpointName, unknown>).answer(acting)
        : change(verb.write, acting, commit)
    })
  } catch (error) {
    const conflicts = (verb.kind === 'write' ? verb.write.conflicts : undefined) ?? {}
    const about = (verb.kind === 'write' ? verb.write.about?.(input) : undefined) ?? {}
    throw refusedByDatabase(error, conflicts as Record<string, RefusalCode>, about) ?? error
  }
}

async function change(write: Write<EndpointName, unknown>, acting: Any, commit: () => Promise<void>) {
  const refusal = write.refuse?.(acting)
  if (refusal) throw Array.isArray(refusal) ? new Refused(refusal[0], refusal[1]) : new Refused(refusal)
  if (write.act) return write.act(acting)
  const changing = write.change!(acting)
  const [answer] = await both(changing, commit())
  return answer
}

/** Waits for both, and tells the first failure of the first: later ones only follow from it. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'rejected') throw b.reason
  return [a.value, b.value]
}
