export const words = {
  quoted: (hash: string) => `Made from the record as it stood at ${hash}. Keep this: it proves the record to you.`,
  download: 'Download',
  downloading: 'One moment …',
} as const
