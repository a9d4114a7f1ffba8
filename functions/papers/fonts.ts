import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Typefaces } from './typefaces.ts'

const require = createRequire(import.meta.url)

/**
 * A typeface made to be told apart letter by letter by readers who see little (Braille Institute; OFL-1.1), and one that has the
 * letters of Greek, Cyrillic and all of Latin (Noto Sans; OFL-1.1).
 */
export const typefaces = (): Typefaces => ({
  regular: readFileSync(
    require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  ),
  bold: readFileSync(
    require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
  ),
  wider: () => readFileSync(require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
})
