/**
 * Files that code reads from its own folder while it runs, which no bundler sees: whoever imports the key takes the files
 * along, to these places beside the bundle. A package is left out of the bundle then, and stands in `node_modules` as it came.
 */
export const sideFiles: Record<string, { from: string; to: string }[]> = {
  'access/authorise.ts': [
    { from: 'access/policies.cedar', to: 'policies.cedar' },
    { from: 'access/redesign-panels.cedarschema', to: 'redesign-panels.cedarschema' },
  ],
  'functions/papers/fonts.ts': [
    'atkinson-hyperlegible-next/package.json',
    'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    'atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    'noto-sans/package.json',
    'noto-sans/400Regular/NotoSans_400Regular.ttf',
  ]
    .map((file) => `node_modules/@expo-google-fonts/${file}`)
    .map((file) => ({ from: file, to: file })),
  '@cedar-policy/cedar-wasm/nodejs': [
    { from: 'package.json', to: 'package.json' },
    { from: 'nodejs/package.json', to: 'nodejs/package.json' },
    { from: 'nodejs/cedar_wasm.js', to: 'nodejs/cedar_wasm.js' },
    { from: 'nodejs/cedar_wasm_bg.wasm', to: 'nodejs/cedar_wasm_bg.wasm' },
  ].map(({ from, to }) => ({
    from: `node_modules/@cedar-policy/cedar-wasm/${from}`,
    to: `node_modules/@cedar-policy/cedar-wasm/${to}`,
  })),
  // It reads its WebAssembly from beside itself.
  highs: ['package.json', 'build/highs.mjs', 'build/highs.wasm'].map((file) => ({
    from: `node_modules/highs/${file}`,
    to: `node_modules/highs/${file}`,
  })),
}

/** Those of the keys that are packages. */
export const unbundled = Object.keys(sideFiles).filter((name) => !name.endsWith('.ts'))
