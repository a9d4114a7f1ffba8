import type { viewPanel } from '../../../domain/panel/view.ts'

/** The panel as the person who is signed in sees it, with what those who sit on it are called, for those who see them. */
export type PanelView = ReturnType<typeof viewPanel> & { people?: Record<string, string> }
