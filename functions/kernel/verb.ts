import type { EndpointName, Input, Output, RefusalOf } from '../../shared/contract'
import type { DoorRefusal } from '../../shared/kernel/refusal'
import type { RefusalCode } from '../../shared/refusals'
import type { Caller, PlacePath } from '../../shared/role/caller'
import type { Role } from '../../shared/role/roles'
import type { Connection, Database } from './database'
import type { Entered } from './transaction'

export type MayRefuse<N extends EndpointName> = RefusalOf<N> | DoorRefusal

/** What every verb is handed. The clock is handed in. */
export interface Asked<N extends EndpointName> {
  tx: Connection
  input: Input<N>
  now: Date
}

export interface Acting<N extends EndpointName, L> extends Asked<N> {
  caller: Caller
  entered: Entered
  /** The role that lets the caller do this here; what they are in the community, where anybody may. */
  as: Role | undefined
  loaded: L
}

interface Loads<N extends EndpointName, L> {
  /** Asks for all it needs at once, so that it rides with `enter`. Undefined: not found. */
  load(asked: Asked<N>): Promise<L | undefined>
  /** Where the thing is; what the input names, if not said. */
  place?(loaded: NoInfer<L>, input: Input<N>): PlacePath
}

export interface Read<N extends EndpointName, L> extends Loads<N, L> {
  answer(acting: Acting<N, L>): Output<N> | Promise<Output<N>>
}

export interface Write<N extends EndpointName, L> extends Loads<N, L> {
  /** Why not, beyond the table of roles: relation, state, day. */
  refuse?(acting: Acting<N, L>): MayRefuse<N> | [MayRefuse<N>, Record<string, string | number>] | undefined
  /** All statements at once: the commit rides in the same batch. Whatever it refuses, it has changed nothing. */
  change?(acting: Acting<N, L>): Promise<Output<N>>
  /** Step by step, committed at the end, undone if it refuses. */
  act?(acting: Acting<N, L>): Promise<Output<N>>
  /** A constraint of the database that stands for a refusal of this verb. */
  conflicts?: Record<string, RefusalOf<N> & RefusalCode>
  /** What a conflict is about, for its sentence. */
  about?(input: Input<N>): Record<string, string | number>
}

/** Without a session, and with a transaction only if it asks for one. */
export interface Open<N extends EndpointName> {
  open(asked: { database: Database; input: Input<N>; now: Date; address: string }): Promise<Output<N>>
}

export type Verb =
  | { kind: 'read'; name: EndpointName; read: Read<EndpointName, unknown> }
  | { kind: 'write'; name: EndpointName; write: Write<EndpointName, unknown> }
  | { kind: 'open'; name: EndpointName; open: Open<EndpointName>['open'] }

// A verb is typed by its own name; the table of verbs holds them all alike.
export const read = <N extends EndpointName, L>(name: N, verb: Read<N, L>): Verb => ({
  kind: 'read',
  name,
  read: verb as unknown as Read<EndpointName, unknown>,
})
export const write = <N extends EndpointName, L>(name: N, verb: Write<N, L>): Verb => ({
  kind: 'write',
  name,
  write: verb as unknown as Write<EndpointName, unknown>,
})
export const open = <N extends EndpointName>(name: N, verb: Open<N>['open']): Verb => ({
  kind: 'open',
  name,
  open: verb as unknown as Open<EndpointName>['open'],
})
