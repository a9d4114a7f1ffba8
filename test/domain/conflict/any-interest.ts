import fc from 'fast-check'
import { type Interest, interestKinds } from '../../../domain/register/declaration.ts'

/** Any interest in one of these organisations, as a person may declare it; ended on one of these days, or not. */
export const anyInterest = (organisationId: fc.Arbitrary<string>, endings: readonly string[]): fc.Arbitrary<Interest> =>
  fc
    .record({
      organisationId,
      kind: fc.constantFrom(...interestKinds),
      basisPoints: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
      endedOn: fc.option(fc.constantFrom(...endings), { nil: undefined }),
    })
    .map(
      ({ basisPoints, endedOn, ...rest }): Interest => ({
        ...rest,
        detail: 'Some words.',
        ...(basisPoints !== undefined && rest.kind === 'owner' && { basisPoints }),
        ...(endedOn !== undefined && { endedOn }),
      }),
    )
