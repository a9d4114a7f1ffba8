export const words = {
  quoted: (sequence: number, hash: string) =>
    `Made from the record as it stood at event ${sequence}, ${hash}. Keep this: it proves the record to you.`,
  download: 'Download',
  downloading: 'One moment …',
} as const
