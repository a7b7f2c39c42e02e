/** The fields of the form of a report, and where a fault of its proposal is told among them. */

/** The fields of the form, which are also the ids of their controls. */
export const reportFields = [
  'kind',
  'retracts',
  'reason',
  'track',
  'stage',
  'units',
  'batch',
  'effective',
  'title',
  'publisher',
  'documentNumber',
  'documentDate',
  'location',
  'files',
  'reporting',
  'note',
] as const;
export type ReportField = (typeof reportFields)[number];

/** The field of the form where a fault of the proposal is told; `null`: the form as a whole. */
export function fieldOfFault(field: string): ReportField | null {
  const [part = '', second = '', third = ''] = field.split('.');
  switch (part) {
    case 'changes':
      return changeFields.get(third || second) ?? (third ? null : 'stage');
    case 'source':
      return sourceFields.get(second) ?? 'title';
    case 'reporting':
      return 'reporting';
    case 'undoes':
      return 'reason';
    case 'files':
    case 'note':
      return part;
    default:
      return null;
  }
}

const changeFields: ReadonlyMap<string, ReportField> = new Map([
  ['kind', 'kind'],
  ['division', 'units'],
  ['track', 'track'],
  ['stage', 'stage'],
  ['effective', 'effective'],
  ['batch', 'batch'],
  ['retracts', 'retracts'],
  ['reason', 'reason'],
]);

const sourceFields: ReadonlyMap<string, ReportField> = new Map([
  ['title', 'title'],
  ['publisher', 'publisher'],
  ['documentNumber', 'documentNumber'],
  ['date', 'documentDate'],
  ['location', 'location'],
]);
