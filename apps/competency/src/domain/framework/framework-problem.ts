export type FrameworkProblemCode =
  | 'empty'
  | 'missing-language'
  | 'duplicate'
  | 'levels-not-consecutive'
  | 'no-evidence'
  | 'validity-not-positive'
  | 'missing-descriptor'
  | 'unknown-level'
  | 'unknown-group'
  | 'unknown-role'
  | 'unknown-competency'
  | 'unknown-version'
  | 'id-changed'
  | 'code-changed';

export interface FrameworkProblem {
  field: string;
  code: FrameworkProblemCode;
  message: string;
}
