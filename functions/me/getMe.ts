import type { Role } from '../../shared/role/roles'
import { roles } from '../../shared/role/roles'
import { myClaims, showClaim } from '../claim/queries'
import { maskPhone } from '../kernel/secrets'
import { read } from '../kernel/verb'
import { self } from './queries'

export const getMe = read('me.get', {
  load: async ({ tx }) => {
    const [persons, claims] = await Promise.all([self(tx), myClaims(tx, [20])])
    return { person: persons[0]!, claims }
  },
  answer: ({ loaded: { person, claims }, entered }) => ({
    personId: entered.personId,
    sessionId: entered.sessionId,
    name: person.name,
    phone: maskPhone(person.phone_cipher),
    largeType: person.large_type,
    roles: entered.roles.map((held) => ({
      ...held,
      scope: roles[held.role as Role].scope,
      roleName: roles[held.role as Role].name,
    })),
    claims: claims.map(showClaim),
  }),
})
