import { ourPackage } from './ourApp'
import { weighPackages } from './pack'

const MB = 1024 * 1024

test('the main package stays under 1.2 MB, every other under 2 MB', () => {
  const { main = 0, ...others } = weighPackages(ourPackage())
  expect(main).toBeGreaterThan(0)
  expect(main).toBeLessThan(1.2 * MB)
  for (const weight of Object.values(others)) expect(weight).toBeLessThan(2 * MB)
})
