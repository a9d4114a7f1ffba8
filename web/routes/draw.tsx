import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { BringRound, wantsItsRound } from '../features/draw/bring-round.tsx'
import { CheckItYourself } from '../features/draw/check-it-yourself.tsx'
import { DrawFacts } from '../features/draw/draw-facts.tsx'
import { MakeUp } from '../features/draw/make-up.tsx'
import { PoolTable } from '../features/draw/pool-table.tsx'
import { certificatePath, drawsOf, termsPath } from '../features/draw/use-draws.ts'
import { words } from '../features/draw/words.ts'
import { isMissing, NothingThere } from '../features/session/load-problem.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { More } from '../nhs/more.tsx'
import { Notice } from '../nhs/notice.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

/** The draws of a case, for everybody: what was published, what came of it, and a check of it. */
export const drawRoute = createLazyRoute('/cases/$caseId/draw')({ component: DrawPage })

function DrawPage() {
  const { caseId } = drawRoute.useParams()
  const { data, error } = useQuery(drawsOf(caseId))
  useTitle(words.title, data?.title)
  if (isMissing(error)) return <NothingThere error={error} />
  return (
    <>
      <BackLink to="/">{words.home}</BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>
        {data && <span className="nhsuk-caption-l">{data.title}</span>}
        {words.title}
      </h1>
      {data && (
        <>
          {words.intro.map((paragraph) => (
            <p key={paragraph} className="nhsuk-u-reading-width">
              {paragraph}
            </p>
          ))}
          <MakeUp makeUp={data.makeUp} />
          {data.elsewhere && <p className="nhsuk-u-reading-width">{words.elsewhere(data.elsewhere)}</p>}
          {data.draws.length === 0 && <p>{words.none}</p>}
          {data.draws.map((draw) => (
            <section key={draw.draw} aria-labelledby={`draw-${draw.draw}`}>
              <h2 id={`draw-${draw.draw}`}>{words.draw(draw.draw)}</h2>
              {draw.from === 'fallback' && draw.brought && (
                <Notice title={words.wrongly.title}>
                  <p>{words.wrongly.what(draw.index ?? 0, draw.brought.index)}</p>
                </Notice>
              )}
              <DrawFacts draw={draw} name={(id) => data.names[id] ?? id} />
              <More title={words.poolOf}>
                <PoolTable caseId={caseId} draw={draw} />
              </More>
              {wantsItsRound(draw) && <BringRound caseId={caseId} draw={draw} />}
              <p>
                <a
                  href={(draw.status === 'drawn' ? certificatePath : termsPath)(caseId, draw.draw)}
                  download={`${caseId}-draw-${draw.draw}${draw.status === 'drawn' ? '' : '-terms'}.json`}
                >
                  {draw.status === 'drawn' ? words.download : words.downloadTerms}
                </a>
              </p>
              <CheckItYourself
                key={draw.status}
                caseId={caseId}
                draw={draw.draw}
                published={draw.commitment}
                isDrawn={draw.status === 'drawn'}
              />
            </section>
          ))}
        </>
      )}
    </>
  )
}
