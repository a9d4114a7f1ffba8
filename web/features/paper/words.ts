export const words = {
  quoted: (hash: string) =>
    `Made from the record while its fingerprint was ${hash}. Keep this: with it you can prove that the record was not changed.`,
  download: 'Download',
  downloading: 'One moment…',
  changed: {
    title: 'It has changed while it was downloaded',
    detail: 'Something was added to it between one part and the next. Nothing was kept. Download it again.',
  },
} as const
