import * as z from '../zod.ts'
import { instantSchema } from './instant.ts'

/**
 * Finds a slip in a year where it is typed, before anything is reckoned from it. What is no date at all is left to its own
 * schema.
 */
const isInOurTime = (text: string): boolean => /^(?:(?:19|20)\d\d-|(?!\d{4}-))/.test(text)
const far = 'Enter a year from 1900 to 2099'

/** A day as people enter it, `2026-01-31`. @param message where it is none */
export const enteredDay = (message: string) => z.iso.date(message).refine(isInOurTime, far)

/** An instant as people enter it. */
export const enteredInstant = instantSchema.refine(isInOurTime, far)
