import type { OtherSource } from '../../../domain/panel-draw/draw.ts'
import type { Source } from '../../../domain/panel-draw/randomness/source.ts'
import type { SourceKind } from '../../../domain/panel-draw/source-of.ts'
import { when } from '../../time.ts'

const otherSource: Record<OtherSource, string> = {
  'drand-quicknet': 'the public beacon drand',
  'public-numbers': 'public numbers that are named in advance',
}

export const words = {
  title: 'How the panel is drawn',
  home: 'All cases',
  intro: [
    'Chances are fair between practices first, and then between the nominees of each practice. They become a numbered list of equally likely panels. Who sits together on them is left to chance, too: the list is mixed by a rule that anybody can repeat. The list is published before the random number that picks one of them exists.',
    'Nobody is named here. Each nominee was sent a number that shows which entry is theirs.',
  ],
  none: 'Nothing has been drawn in this case yet.',
  makeUp: 'What the panel needs, and what it has',
  caption: 'What the panel needs, and what it has',
  limits: { what: 'Members', least: 'At least', most: 'At most', have: 'Now' },
  seated: (seated: number, size: number) => `${seated} of ${size} seats are taken or offered.`,
  onePer: 'At most one member from each practice.',
  elsewhere: ({ to, reason, at }: { to: OtherSource; reason: string; at: string }) =>
    `Since ${when(at)} the random number does not come from practices any more, because too few contributed in time. It comes from ${otherSource[to]}. The reason that was given: ${reason}`,
  draw: (number: number) => `Draw ${number}`,
  status: { committed: 'Waiting for its randomness', abandoned: 'Abandoned', drawn: 'Drawn' },
  facts: {
    status: 'Where it stands',
    committed: 'Published',
    commitment: 'Commitment: the fingerprint of the list, published before the draw',
    pool: 'Pool',
    panels: 'Numbered panels',
    source: 'Randomness',
    fallback: 'If that fails',
    fallenBack: 'Why the fallback was used',
    brought: 'The round was brought',
    from: 'Decided by',
    evidence: 'The evidence',
    number: 'Panel number',
    panel: 'Panel',
    reason: 'Why it was abandoned',
    abandoned: 'Abandoned',
  },
  abandoned: (at: string, randomFrom: string) =>
    at < randomFrom
      ? `${when(at)}, before its randomness existed`
      : `${when(at)}, after its randomness was due on ${when(randomFrom)}: anybody can look it up and work out which panel it would have drawn`,
  fallenBack: (because: string, at: string) =>
    `${when(at)}: ${because} Anybody can check whether it was really missing: if it was not, using the fallback was a choice.`,
  brought: (at: string, index?: number) =>
    `${when(at)}, by somebody who copied it from its page. It carries drand’s signature${index === undefined ? '' : ` and draws panel number ${index}`}`,
  wrongly: {
    title: 'The round that was named first exists',
    what: (drawn: number, brought?: number) =>
      `This panel was drawn from the fallback: panel number ${drawn}. The round that was named first has been brought since, and draws panel number ${brought}. The fallback was right only if drand published that round after the panel had been drawn. Ask the programme manager; a practice can challenge the draw.`,
  },
  bring: {
    title: 'Bring the round',
    what: (round: number) =>
      `The draw is waiting for round ${round} of the public beacon drand. If our service has not got it, you can bring it. It does not matter who brings it, because it carries a signature that only drand can make. It decides the draw for as long as the panel has not been drawn.`,
    afterTheDraw: (round: number) =>
      `This panel was drawn from the fallback, so round ${round} of the public beacon drand must have been missing. Check here: if you can open its page, bring the round, and it goes on the record.`,
    page: (round: number) => `Open the page of round ${round} (api.drand.sh)`,
    label: 'What that page shows',
    hint: 'Copy all of it, or the signature alone.',
    missing: 'Enter what the page of the round shows',
    problem: {
      title: 'There is a problem',
      detail: 'Nothing was handed in. Copy all that the page shows, then try again.',
    },
    go: 'Check the round and hand it in',
    check: 'Check the round',
    genuine: (round: number) => `This is round ${round}, with drand’s signature`,
    draws: (index: number, members: number) =>
      `It draws panel number ${index}, with ${members} ${members === 1 ? 'member' : 'members'}.`,
    done: 'It has been handed in, and is on the record.',
    signIn: 'To hand it in, sign in and come back to this page, or send what you copied to a nominee or a practice.',
  },
  from: { source: 'The randomness that was named first', fallback: 'The fallback' },
  pool: (pool: number, sitting: number) =>
    `${pool} nominees${sitting > 0 ? `, for the seats beside the ${sitting} ${sitting === 1 ? 'member who stays' : 'members who stay'}` : ''}`,
  panels: (panels: number, different: number) =>
    `${panels.toLocaleString('en-GB')}, each equally likely; ${different === panels ? 'no two are the same' : `${different.toLocaleString('en-GB')} of them are different`}`,
  sources: {
    'drand-quicknet': (source: Source & { kind: 'drand-quicknet' }, from: string) =>
      `Round ${source.round} of the public beacon drand, which does not exist before ${when(from)}`,
    'public-numbers': (source: Source & { kind: 'public-numbers' }, from: string) =>
      `${source.sources.join('; ')}, known from ${when(from)}`,
    'commit-reveal': (source: Source & { kind: 'commit-reveal' }, from: string, name: (id: string) => string) =>
      `Random numbers from ${source.contributions.map(({ by }) => name(by)).join(' and ')}, secret until ${when(from)}; ${source.fallback.by} stands in for anyone who does not reveal theirs`,
  } satisfies Record<SourceKind, unknown>,
  revealed: (revealed: string[], replaced: string[]) =>
    `Revealed by ${revealed.join(' and ')}${replaced.length > 0 ? `; ${replaced.join(' and ')} did not reveal` : ''}`,
  round: (round: number, signature: string) => `Round ${round}, signature ${signature}`,
  numbers: (key: string) => `The numbers, in the form that RFC 3797 sets out: ${key}`,
  entries: (panel: number) => `${panel} ${panel === 1 ? 'member' : 'members'}, by their entries`,
  poolOf: 'The pool, with each nominee’s chance',
  poolCaption: 'The pool, with each nominee’s chance',
  columns: { entry: 'Entry', chance: 'Fair chance', listed: 'Of the panels', drawn: 'Drawn', facts: 'What counts' },
  drawn: 'Yes',
  notDrawn: 'No',
  never: 'Nominees who cannot be on any panel',
  download: 'Download the certificate',
  downloadTerms: 'Download what was published',
  check: {
    title: 'Check it yourself',
    intro:
      'This page recalculates the whole draw in your browser: the pool, every panel, the proof that no draw is fairer, the randomness and the panel. All it takes from the service is the certificate.',
    terms:
      'This page recalculates in your browser what has been published so far: the pool, every panel, the limits, and the proof that no draw is fairer. You can do this before anybody can know which panel is drawn.',
    person: 'Your identifier (in the email we sent you)',
    salt: 'Your salt (in the same email)',
    optional: 'Leave all three empty to check only the draw.',
    go: 'Check the draw',
    going: 'Checking',
    right: 'The draw is correct',
    rightSoFar: 'What was published is correct',
    wrong: 'The draw is not correct',
    wrongDetail:
      'Keep the file that you can download here. Tell the programme manager; a practice can also challenge the draw, and the answer goes on the record. What is wrong, in order:',
    checked: 'What was checked',
    asSent: 'The commitment is the one that you were sent.',
    notHeld:
      'Enter the commitment from your email, or compare it with the one that this page shows. Only what you were sent before the draw shows that nothing was changed afterwards.',
    doesNotHold: 'What does not hold',
    steps: {
      pool: 'The pool fits its fingerprint, and nobody is in it twice.',
      panels:
        'Each panel on the list keeps every limit, the list is mixed by the published rule, and nobody is on many more or fewer panels than their chance says.',
      chances: 'Nobody’s chance could be greater without making a smaller one smaller still.',
      commitment:
        'The commitment is the fingerprint of all of this, and the random number was not to exist until after it was published.',
      randomness: 'The random number comes from the source that was named in advance.',
      panel: 'That number picks this panel from the list, and no other.',
    },
    yours: (row: number, chance: string, times: number, panels: number, drawn?: boolean) =>
      `You are entry ${row + 1} of the pool. Your fair chance ${drawn === undefined ? 'is' : 'was'} ${chance}; you are on ${times} of ${panels} panels.${drawn === undefined ? '' : ` You were ${drawn ? '' : 'not '}drawn.`}`,
    commitment: 'The commitment (in the same email)',
    look: 'What you need to look up yourself',
    notYours: 'You have no entry in this pool',
    notYoursWhy:
      'Nobody in it has this identifier with this salt. Check that you copied both from the email about this draw: each draw has a salt of its own. If you did, tell the programme manager.',
    incomplete: 'There is a problem',
    missing: {
      person: 'Enter your identifier too, or leave both empty',
      salt: 'Enter your salt too, or leave both empty',
    },
    seconds: (seconds: string) => `It took ${seconds} seconds.`,
  },
}
