import type { viewChanges, viewSpecification } from '../../../domain/specification/view.ts'

/** The specification as the API shows it, with what the people of the panel are called. */
export type SpecificationView = ReturnType<typeof viewSpecification> & { people?: Record<string, string> }
export type ChangesView = ReturnType<typeof viewChanges>
export type CommentView = SpecificationView['comments'][number]
export type VersionContent = NonNullable<SpecificationView['version']>['content']
export type CriterionView = VersionContent['criteria'][number]
