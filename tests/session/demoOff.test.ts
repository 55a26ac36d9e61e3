import type { Settings } from '../../functions/kernel/settings'
import type { openApi, TestApi } from '../kernel/api'

// settings are read once in a process, so each surrounding gets a registry of modules of its own
const surroundings = { ...process.env }
afterEach(() => {
  process.env = { ...surroundings }
})

function demoIn(env: Record<string, string | undefined>): boolean {
  for (const [name, value] of Object.entries({ DEMO: undefined, ...env })) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  let settings: Settings | undefined
  jest.isolateModules(() => {
    settings = (
      jest.requireActual('../../functions/kernel/settings') as { settings: () => Settings }
    ).settings()
  })
  return settings!.demo
}

describe('the demo', () => {
  test.each([
    ['production', undefined, false],
    ['production', '', false],
    ['production', 'yes', false],
    ['production', 'off', false],
    ['production', 'on', true],
    [undefined, undefined, false],
    ['test', 'off', false],
    ['development', 'off', false],
  ])('with NODE_ENV %s and DEMO %s: %s', (nodeEnv, demo, on) => {
    expect(demoIn({ NODE_ENV: nodeEnv, DEMO: demo })).toBe(on)
  })

  test('switched off offers nobody and lets nobody in, though its people are in the database', async () => {
    process.env.NODE_ENV = 'production'
    delete process.env.DEMO
    const isolated = await new Promise<{ openApi: typeof openApi }>((resolve) =>
      jest.isolateModules(() => resolve(jest.requireActual('../kernel/api'))),
    )
    let api: TestApi | undefined
    try {
      api = await isolated.openApi({ demo: true, now: new Date() })
      const persons = await api.owner<{ id: string }>('select id from person where demo_title is not null')
      expect(persons).toHaveLength(22)
      expect(await api.refusal(undefined, 'session.persons', {})).toBe('demo_off')
      for (const { id } of persons)
        expect(await api.refusal(undefined, 'session.demo', { personId: id, device: '手机' })).toBe(
          'demo_off',
        )
      expect(await api.owner('select 1 from session where ended_at is null')).toEqual([])
    } finally {
      await api?.close()
    }
  })
})
