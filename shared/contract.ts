import type { z } from 'zod/mini'
import { account } from './account/contract'
import { advance } from './advance/contract'
import { apportion } from './apportion/contract'
import { care } from './care/contract'
import { charge } from './charge/contract'
import { checkin } from './checkin/contract'
import { claim } from './claim/contract'
import { entry } from './entry/contract'
import { fund } from './fund/contract'
import { home } from './home/contract'
import { house } from './house/contract'
import { inbox } from './inbox/contract'
import { incident } from './incident/contract'
import { lease } from './lease/contract'
import { me } from './me/contract'
import { media } from './media/contract'
import { meeting, series } from './meeting/contract'
import { minutes } from './minutes/contract'
import { organisation } from './organisation/contract'
import { patrol } from './patrol/contract'
import { round } from './patrol/rounds'
import { person } from './person/contract'
import { place } from './place/contract'
import { pledge } from './pledge/contract'
import { project } from './project/contract'
import { rates } from './rates/contract'
import { receipt } from './receipt/contract'
import { record } from './record/contract'
import { resolution } from './resolution/contract'
import { role } from './role/contract'
import { roll } from './roll/contract'
import { service } from './service/contract'
import { serviceRecord } from './serviceRecord/contract'
import { session } from './session/contract'
import { slip } from './slip/contract'
import { space } from './space/contract'
import { spending } from './spending/contract'
import { split } from './split/contract'
import { statement } from './statement/contract'
import { task } from './task/contract'
import { whistle } from './whistle/contract'

/** Every endpoint there is, by name. Server, client, permissions, words and tests are held against this table. */
export const contract = {
  ...house,
  ...session,
  ...me,
  ...place,
  ...organisation,
  ...home,
  ...roll,
  ...claim,
  ...media,
  ...role,
  ...person,
  ...record,
  ...whistle,
  ...incident,
  ...rates,
  ...patrol,
  ...round,
  ...series,
  ...meeting,
  ...minutes,
  ...resolution,
  ...pledge,
  ...account,
  ...entry,
  ...space,
  ...lease,
  ...charge,
  ...receipt,
  ...fund,
  ...split,
  ...advance,
  ...spending,
  ...statement,
  ...apportion,
  ...slip,
  ...checkin,
  ...task,
  ...service,
  ...care,
  ...project,
  ...serviceRecord,
  ...inbox,
}

export type Contract = typeof contract
export type EndpointName = keyof Contract
export type Input<N extends EndpointName> = z.output<Contract[N]['input']>
export type Output<N extends EndpointName> = z.output<Contract[N]['output']>
export type RefusalOf<N extends EndpointName> = Contract[N]['refusals'][number]

export const endpointNames = Object.keys(contract) as EndpointName[]
