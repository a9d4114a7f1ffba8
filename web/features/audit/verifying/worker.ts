import regular from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf?url'
import bold from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf?url'
import wider from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url'
import { registerIn } from '../../../../functions/verify/register.ts'
import { none, verify } from '../../../../functions/verify/verify.ts'
import type { Asked, Finding, Told } from './verifying.ts'

/** The verifier that `npm run verify` runs, in a thread of its own: making a pack again takes seconds, and the page stays awake. */
self.onmessage = async ({ data }: MessageEvent<Asked>) => tell({ verified: await found(data) })

// The page hears of errors alone.
self.onunhandledrejection = ({ reason }) => {
  throw reason
}

async function found({ bytes, head, register }: Asked): Promise<Finding> {
  const past = register && registerIn(register.bytes)
  if (register && past && 'problem' in past) return { ...none(past.problem), unusable: register.name }
  const typefaces = { regular: await bytesOf(regular), bold: await bytesOf(bold), wider: () => bytesOf(wider) }
  const made = (parts: number, of: number) => tell({ parts, of })
  const known = { commitment: undefined, nominee: undefined, beacon: undefined }
  const { state: _, ...finding } = await verify(
    bytes,
    { head, known, ...(past && !('problem' in past) && { register: past }) },
    { typefaces, made },
  )
  return finding
}

const tell = (told: Told) => self.postMessage(told)

const bytesOf = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer())
