import type { Case } from '../case/case.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import type { Specification, SpecificationEvent } from './specification.ts'
import type { Section } from './template.ts'

export type CommentCommand =
  | { type: 'Comment'; version: number; section?: Section; criterion?: string; text: string; person: string }
  | { type: 'AnswerComment'; number: number; text: string; person: string }
  /** @param how what became of it: done in a version, or why not */
  | { type: 'ResolveComment'; number: number; how: string; person: string }

/** The most answers to one comment, so that it fits its item. */
const MOST_ANSWERS = 40

/** Members comment on a part of a version; a comment is answered, and resolved with what became of it. */
export function decideComment(
  { versions = {}, comments = {} }: Case,
  specification: Specification,
  command: CommentCommand,
): SpecificationEvent[] {
  if (command.type === 'Comment') {
    const { type: _, ...comment } = command
    const version = versions[comment.version]
    refuseUnless(version, 'NotFound', `There is no version ${comment.version} of this specification.`)
    if (comment.criterion !== undefined && !version.content.criteria.some(({ id }) => id === comment.criterion))
      throw new Refusal('Invalid', 'There is nothing there to comment on.', [
        { path: ['criterion'], message: `Version ${version.number} does not have this criterion` },
      ])
    return [{ type: 'CommentMade', data: { number: specification.comments + 1, ...comment } }]
  }
  const { number, person } = command
  const about = comments[number]
  refuseUnless(about, 'NotFound', `There is no comment ${number} on this specification.`)
  if (command.type === 'AnswerComment') {
    refuseUnless(
      about.answers.length < MOST_ANSWERS,
      'NotAllowed',
      `This comment has ${MOST_ANSWERS} answers, which is the limit. Make another comment.`,
    )
    return [{ type: 'CommentAnswered', data: { number, text: command.text, person } }]
  }
  refuseUnless(!about.resolved, 'AlreadyDone', 'This comment has been resolved. Answer it to reopen it.')
  return [{ type: 'CommentResolved', data: { number, how: command.how, person } }]
}
