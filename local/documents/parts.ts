const LEAST_PART_BYTES = 5 * 1024 * 1024

/**
 * The parts of a document, as S3 takes them in a multipart upload: each but the last has 5 MiB or more
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html).
 *
 * @throws Error named `EntityTooSmall`
 */
export async function* asS3Takes(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let before = LEAST_PART_BYTES
  for await (const part of parts) {
    if (before < LEAST_PART_BYTES)
      throw Object.assign(new Error('Your proposed upload is smaller than the minimum allowed size'), {
        name: 'EntityTooSmall',
      })
    before = part.length
    yield part
  }
}
