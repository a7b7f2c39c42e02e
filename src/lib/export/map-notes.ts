/** What must be printed on every map made of a file that is taken away. */
export interface MapNotes {
  readonly boundarySource: string;
  /** 边界为概化示意 */
  readonly boundaryNote: string;
  /** 审图号：… */
  readonly mapApproval: string;
}
