import type { Practice } from '../../domain/locality/locality.ts'

/** Every name in this folder is invented: no person, practice, place or organisation here is a real one. */
export const samplePractices: Practice[] = [
  { id: 'ashlarke', name: 'Ashlarke Surgery', listSize: 9_840 },
  { id: 'brindlewick', name: 'Brindlewick Medical Centre', listSize: 13_210 },
  { id: 'cawdle-bridge', name: 'Cawdle Bridge Surgery', listSize: 6_455 },
  { id: 'dunmorrow', name: 'Dunmorrow Health Centre', listSize: 11_730 },
  { id: 'ellerfold', name: 'Ellerfold Practice', listSize: 4_120 },
  { id: 'fenwhistle', name: 'Fenwhistle Surgery', listSize: 7_905 },
  { id: 'garrowmere', name: 'Garrowmere Group Practice', listSize: 15_660 },
  { id: 'hollinshaw-green', name: 'Hollinshaw Green Surgery', listSize: 8_275 },
  { id: 'inglethorne', name: 'Inglethorne Medical Practice', listSize: 5_340 },
  { id: 'jackdaw-lane', name: 'Jackdaw Lane Surgery', listSize: 3_185 },
  { id: 'kestlemoor', name: 'Kestlemoor Health Centre', listSize: 12_480 },
  { id: 'larkenfield', name: 'Larkenfield Surgery', listSize: 7_015 },
  { id: 'marlpit-road', name: 'Marlpit Road Practice', listSize: 9_120 },
  { id: 'nettlebourne', name: 'Nettlebourne Surgery', listSize: 5_890 },
  { id: 'orrinside', name: 'Orrinside Medical Centre', listSize: 10_365 },
  { id: 'pennywell', name: 'Pennywell House Surgery', listSize: 2_760 },
  { id: 'quarrendon-hill', name: 'Quarrendon Hill Practice', listSize: 8_640 },
  { id: 'ravelsby', name: 'Ravelsby Surgery', listSize: 6_930 },
  { id: 'saltersgate', name: 'Saltersgate Health Centre', listSize: 14_025 },
]
