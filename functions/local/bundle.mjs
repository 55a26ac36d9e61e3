// Bundles TypeScript that runs in Node; packages stay outside and are loaded from node_modules.
import path from 'node:path'

/** `entries` maps the name of each bundle in `outDir` to its source file. */
export async function bundle(root, outDir, entries) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: path.join(root, outDir),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}
