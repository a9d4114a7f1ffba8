/** How much a mark should worry the reader. */
export type Tone = 'late' | 'soon' | 'quiet' | 'good' | 'going'
