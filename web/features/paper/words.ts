export const words = {
  quoted: (hash: string) =>
    `Made from the record as it stood at ${hash}. Keep this: with it you can prove that the record was not changed.`,
  download: 'Download',
  downloading: 'One moment…',
} as const
