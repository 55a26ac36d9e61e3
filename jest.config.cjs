const swc = [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

// a screen asks the phone what time it is: for every test a quarter past nine in the morning, the day after what people.ts tells
const onlyTheDate = {
  enableGlobally: true,
  now: Date.parse('2026-11-22T01:15:00Z'),
  doNotFake: [
    'hrtime',
    'nextTick',
    'performance',
    'queueMicrotask',
    'requestAnimationFrame',
    'cancelAnimationFrame',
    'requestIdleCallback',
    'cancelIdleCallback',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ],
}

const everywhere = {
  rootDir: __dirname,
  roots: ['tests', 'shared', 'db', 'functions', 'miniprogram'].map((name) => `<rootDir>/${name}`),
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/tests/deploy/'],
  transform: { '^.+\\.tsx?$': swc },
}

// one Postgres serves all projects that name the same setup
const onPostgres = {
  ...everywhere,
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/kernel/globalSetup.ts',
  globalTeardown: '<rootDir>/tests/kernel/globalTeardown.ts',
}

/** Test files of one folder under tests/, which is a project of its own. */
const folder = (name) => ({ displayName: name, testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`] })
const walks = { ...onPostgres, setupFiles: ['<rootDir>/tests/kernel/built.cjs'] }

module.exports = {
  watchman: false,
  testSequencer: '<rootDir>/tests/kernel/sequencer.cjs',
  testTimeout: 240_000, // the demo is loaded beside two builds
  projects: [
    { ...onPostgres, ...folder('house') },
    {
      ...onPostgres,
      displayName: 'rooms',
      testMatch: ['<rootDir>/tests/*/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/(house|browser|weapp|deploy|bench)/'],
    },
    {
      ...everywhere,
      displayName: 'screens',
      testEnvironment: 'jsdom',
      fakeTimers: onlyTheDate,
      testMatch: ['<rootDir>/tests/*/**/*.test.tsx'],
      // these packages ship ES modules
      transform: { '^.+\\.[mc]?[jt]sx?$': swc },
      transformIgnorePatterns: [
        '^(?!.*/node_modules/(@tarojs|@nutui|swiper|@stencil|hls\\.js)/).*/node_modules/',
      ],
      moduleNameMapper: {
        '\\.(css|scss)$': 'identity-obj-proxy',
        '^@tarojs/components$': '<rootDir>/tests/kernel/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/kernel/taro.ts',
      },
    },
    { ...walks, ...folder('browser') },
    { ...walks, ...folder('weapp') },
  ],
}
