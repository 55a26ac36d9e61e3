import { openApi } from '../../functions/kernel/openapi'
import { verbs } from '../../functions/verbs'
import { contract, type EndpointName, endpointNames } from '../../shared/contract'
import { pathParameters } from '../../shared/kernel/endpoint'
import { permissions } from '../../shared/permissions'
import { recordActions } from '../../shared/record/actions'
import { refusals } from '../../shared/refusals'
import { roleNames, roles } from '../../shared/role/roles'
import { acts } from '../../shared/words'

type Table = Record<string, unknown>

/** What a name in the contract lacks in the other rooms, and what stands there without a name in the contract. */
function gaps(names: string[], rooms: Record<string, Table>): string[] {
  return Object.entries(rooms).flatMap(([room, table]) => [
    ...names.filter((n) => !(n in table)).map((n) => `${n} has no ${room}`),
    ...Object.keys(table)
      .filter((n) => !names.includes(n))
      .map((n) => `${n} stands in ${room} but not in the contract`),
  ])
}
const rooms = { policy: permissions as Table, word: acts as Table, verb: verbs as Table }

describe('the contract', () => {
  test('has a policy, a word and a verb for every endpoint', () => {
    expect(gaps(endpointNames, rooms)).toEqual([])
  })

  test.each(['policy', 'word', 'verb'] as const)('a planted endpoint without a %s is caught', (room) => {
    const planted = Object.fromEntries(
      Object.entries(rooms).map(([r, t]) => [r, r === room ? t : { ...t, 'whistle.planted': 'x' }]),
    )
    expect(gaps([...endpointNames, 'whistle.planted'], planted)).toEqual([`whistle.planted has no ${room}`])
  })

  test('gives each verb to the endpoint whose name it carries', () => {
    expect(endpointNames.filter((n) => verbs[n].name !== n)).toEqual([])
  })

  test('names no two endpoints for one method and path', () => {
    const spots = endpointNames.map(
      (n) => `${contract[n].method} ${contract[n].path.replace(/\{\w+\}/g, '{}')}`,
    )
    expect(new Set(spots).size).toBe(spots.length)
  })

  test('takes every parameter of a path as input, and lets no unknown key in', () => {
    for (const name of endpointNames) {
      const shape = (contract[name].input as unknown as { shape: Table }).shape
      expect(pathParameters(contract[name].path).filter((p) => !(p in shape))).toEqual([])
      expect(contract[name].input.safeParse({ unknownKey: 1 }).success).toBe(false)
    }
  })

  test('puts the community into the address of whatever belongs to it', () => {
    const tenant = endpointNames.filter((n) => pathParameters(contract[n].path).includes('communityId'))
    expect(tenant.length).toBeGreaterThan(20)
    expect(tenant.filter((n) => !contract[n].path.startsWith('/api/c/{communityId}/'))).toEqual([])
  })

  test('declares only refusals that have words', () => {
    const unknown = endpointNames.flatMap((n) =>
      (contract[n].refusals as readonly string[]).filter((r) => !(r in refusals)),
    )
    expect(unknown).toEqual([])
  })

  test('is published as OpenAPI 3.1 with the endpoints’ names as operation ids', () => {
    const document = openApi() as {
      openapi: string
      paths: Record<string, Record<string, { operationId: EndpointName }>>
    }
    expect(document.openapi).toBe('3.1.0')
    const ids = Object.values(document.paths).flatMap((p) => Object.values(p).map((o) => o.operationId))
    expect(ids.sort()).toEqual([...endpointNames].sort())
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { operationId }] of Object.entries(methods))
        expect([contract[operationId].path, contract[operationId].method.toLowerCase()]).toEqual([
          path,
          method,
        ])
  })
})

describe('the words', () => {
  const chinese = /[一-鿿]/
  test('say every refusal in a Chinese sentence, without a code word', () => {
    for (const [code, { says, status }] of Object.entries(refusals)) {
      expect([code, chinese.test(says), says.includes(code)]).toEqual([code, true, false])
      expect(status).toBeLessThan(500)
    }
  })
  test('say every act, every role and every line of the record in Chinese', () => {
    for (const says of [
      ...Object.values(acts),
      ...Object.values(recordActions),
      ...roleNames.map((r) => roles[r].name),
    ])
      expect(says).toMatch(chinese)
  })
  test('are unambiguous: no two roles or acts have one name', () => {
    const names = roleNames.map((r) => roles[r].name)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(Object.values(acts)).size).toBe(endpointNames.length)
  })
})
