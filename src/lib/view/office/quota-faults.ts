/** The faults of proposed quotas as their form tells them, each beside its field. */
import type { Proposal, ProposalFault } from '../../domain/submission.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { nameOf, trackName } from './proposal-words.ts';
import { fieldOfSeat, type QuotaTrack } from './quota-seats.ts';
import { fieldOfFault } from './report-field.ts';

/** As the form parts of the office take it: an empty field is the form as a whole. */
export interface QuotaFaultView {
  readonly field: string;
  readonly message: string;
  readonly label?: string;
}

/** What stands below the table, in its order. */
const below = [
  'effective',
  'title',
  'documentNumber',
  'publisher',
  'documentDate',
  'location',
  'files',
  'note',
];

/** Each sentence once at each field, in the order of the form. */
export function quotaFaultViews(
  knowledge: Knowledge,
  tracks: readonly QuotaTrack[],
  { quotas }: Proposal,
  faults: readonly ProposalFault[],
  say: Sentences,
): readonly QuotaFaultView[] {
  const views = new Map<string, QuotaFaultView>();
  const settled = new Set<string>();
  for (const { field: path, code, values = {} } of faults) {
    // A field that was told empty or no date needs no second reason.
    if (settled.has(path)) continue;
    settled.add(path);
    const view = viewOf(path, code, values);
    views.set(`${view.field} ${view.message}`, view);
  }
  const fields = ['', ...tracks.flatMap(({ seats }) => seats.map(({ field }) => field)), ...below];
  return [...views.values()].sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field));

  function viewOf(
    path: string,
    code: ProposalFault['code'],
    values: Readonly<Record<string, string>>,
  ): QuotaFaultView {
    if (code === 'nothing') return { field: '', message: say.quota.words.nothing };
    const [part, list, index] = path.split('.');
    if (part !== 'quotas') {
      const field = part === 'changes' ? '' : (fieldOfFault(path) ?? '');
      return { field, message: say.report.fault(code, values, field) };
    }
    if (list === 'effective') {
      return { field: 'effective', message: say.report.fault(code, values, 'effective') };
    }
    const seat = list === 'counts' ? quotas?.counts[Number(index)] : undefined;
    const field = seat ? fieldOfSeat(tracks, seat) : null;
    const message = say.report.fault(code, values, 'count');
    if (!seat) return { field: '', message };
    const county = nameOf(knowledge, seat.division, say);
    const label = say.quota.fieldName(county, trackName(knowledge, seat.track, say));
    return { field: field ?? '', message, label };
  }
}
