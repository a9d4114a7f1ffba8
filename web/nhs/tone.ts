/** How much a mark should worry whoever reads it. */
export type Tone = 'late' | 'soon' | 'quiet' | 'good' | 'going'
