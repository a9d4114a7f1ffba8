/** The milestone 1 checklist: what the panel asks of every proposal before it writes a specification (requirements §2, stage 3). */
export const checklist = {
  objectives: 'Are the objectives clear, and the deliverables with their dates able to be checked?',
  costs: 'Are the costs and benefits complete and believable, with what is needed up front?',
  'strategic-fit': 'Does it fit the strategic goals and the public-health priorities?',
  consultation: 'Were the stakeholders consulted, at least current staff and patients, and did it change anything?',
  leadership: 'Are there a clinical lead and a project manager who can carry it?',
  governance: 'Are the clinical-governance standards met?',
  risks: 'Are the risks known, and is it said how they are met?',
} as const

export type ChecklistItem = keyof typeof checklist

export const checklistItems = Object.keys(checklist) as [ChecklistItem, ...ChecklistItem[]]
