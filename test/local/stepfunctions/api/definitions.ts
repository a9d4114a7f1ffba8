export const pass = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }
export const waiting = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 100, End: true } } }
export const text = (definition: object): string => JSON.stringify({ QueryLanguage: 'JSONata', ...definition })
/** Of every ARN that the rig's clients are given. */
export const prefix = 'arn:aws:states:us-east-1:111111111111:'
