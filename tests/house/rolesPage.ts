import { endpointNames } from '../../shared/contract'
import { permissions } from '../../shared/permissions'
import { type Role, roleNames, roles } from '../../shared/role/roles'
import { acts } from '../../shared/words'

const reachWords = {
  communities: 'rows of the whole community',
  compound: 'rows of the compound',
  building: 'rows of the compound, people of the building',
  own: 'own rows',
  organisation: 'what was given to the organisation',
}

/** `docs/ROLES.md`, made from the table of roles and permissions. */
export function rolesPage(): string {
  const lines = [
    '# Roles',
    '',
    'Made from `shared/role/roles.ts` and `shared/permissions.ts` by `npm run docs`; a test fails when it is out of date.',
    '',
    '| role | 中文 | held over | sees in Postgres | granted by |',
    '|---|---|---|---|---|',
    ...roleNames.map((r) => {
      const { name, scope, reach, grantedBy } = roles[r]
      const by =
        grantedBy.length === 0 ? 'the roll of homes' : grantedBy.map((g) => roles[g as Role].name).join('、')
      return `| \`${r}\` | ${name} | ${scope} | ${reachWords[reach]} | ${by} |`
    }),
    '',
    'A first district officer is appointed from a console (`npm run first-officer`).',
    '',
    '| endpoint | what it does | who may |',
    '|---|---|---|',
    ...endpointNames.map((n) => {
      const who = permissions[n]
      const says =
        who === 'anyone'
          ? 'anyone, without a session'
          : who === 'signedIn'
            ? 'whoever is signed in'
            : who.map((r) => roles[r].name).join('、')
      return `| \`${n}\` | ${acts[n]} | ${says} |`
    }),
  ]
  return `${lines.join('\n')}\n`
}
