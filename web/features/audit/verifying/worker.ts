import regular from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf?url'
import bold from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf?url'
import wider from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url'
import { verify } from '../../../../functions/verify/verify.ts'
import type { Asked, Told } from './verifying.ts'

/** The verifier that `npm run verify` runs, in a thread of its own: making a pack again takes seconds, and the page stays awake. */
self.onmessage = async ({ data: { bytes, head } }: MessageEvent<Asked>) => {
  const typefaces = { regular: await bytesOf(regular), bold: await bytesOf(bold), wider: () => bytesOf(wider) }
  const made = (parts: number, of: number) => tell({ parts, of })
  const kept = { head, known: { commitment: undefined, nominee: undefined, beacon: undefined } }
  const { what, problems, says, events, erased, unchecked, head: last } = await verify(bytes, kept, { typefaces, made })
  const finding = { what, problems, events, erased, ...(unchecked && { unchecked }), ...(says && { says }) }
  tell({ verified: { ...finding, ...(last && { head: last }) } })
}

const tell = (told: Told) => self.postMessage(told)

const bytesOf = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer())
