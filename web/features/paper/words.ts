export const words = {
  quoted: (hash: string) =>
    `Made from the record while its fingerprint was ${hash}. Keep this: with it you can prove that the record was not changed.`,
  download: 'Download',
  downloading: 'One moment…',
} as const
