/** In which of the ways that a text can be written a marker stands in these bytes; undefined where it does not. */
export function writtenIn(bytes: Uint8Array | string, marker: string): string | undefined {
  const text = Buffer.from(bytes)
  return waysToWrite(marker).find(([, way]) => text.includes(way))?.[0]
}

function waysToWrite(marker: string): [string, Buffer][] {
  const bytes = Buffer.from(marker)
  // Base64 of a text that the marker stands in: it begins at any of three places, and its ends mix with what is beside it.
  const base64 = [0, 1, 2].map((lead) => {
    const whole = Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .replaceAll('=', '')
    return Buffer.from(whole.slice(lead === 0 ? 0 : lead + 1, -1))
  })
  return [
    ['UTF-8', bytes],
    ['UTF-16', Buffer.from(marker, 'utf16le')],
    ['hexadecimal', Buffer.from(bytes.toString('hex'))],
    ...base64.map((way): [string, Buffer] => ['Base64', way]),
  ]
}
