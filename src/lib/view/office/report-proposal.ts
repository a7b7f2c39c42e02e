/**
 * What a report proposes: a `Proposal` that may still be incomplete. What is wrong with it is for
 * `faultsOf` to say; here only what a proposal cannot say.
 */
import { isDay, type Day } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import type { Programme } from '../../domain/programme.ts';
import type { Change, Proposal, ProposalFault, ProposedSource } from '../../domain/submission.ts';
import { readBoxes, type DateBoxes } from './date-boxes.ts';
import type { ReportForm } from './report-form.ts';

/** What the report proposes, and what of it a proposal cannot say. `today` in Asia/Shanghai. */
export function proposalOf(
  form: ReportForm,
  programme: Programme,
  today: Day,
): { readonly proposal: Proposal; readonly faults: readonly ProposalFault[] } {
  const faults: ProposalFault[] = [];
  const level = programme.tracks.find(({ id }) => id === form.track)?.level;
  const hasUnits = level === 'township' || level === 'village';
  const units = hasUnits ? form.units : [form.division];
  const effective = dateText(form.effective, 'changes.0.effective', faults);
  if (form.kind !== 'retraction' && effective === '')
    faults.push({ field: 'changes.0.effective', code: 'required' });
  if (form.track === '') faults.push({ field: 'changes.0.track', code: 'required' });
  else if (form.kind !== 'retraction' && form.stage === '')
    faults.push({ field: 'changes.0.stage', code: 'required' });
  if (hasUnits && units.length === 0)
    faults.push({ field: 'changes.0.division', code: 'required' });
  const documentDate = dateText(form.documentDate, 'source.date', faults);
  const source = sourceOf(form, documentDate);
  const proposal: Proposal = {
    changes: changesOf(form, units.length > 0 ? units : [''], effective),
    ...(source && { source }),
    reporting:
      form.isComplete && form.track !== ''
        ? [{ track: form.track, completeTo: completeTo(form.asOf, today) }]
        : [],
    ...(form.note !== '' && { note: form.note }),
  };
  return { proposal, faults };
}

/** The day the clerk was shown beside the box that was ticked; a day that cannot be is today. */
function completeTo(asOf: string, today: Day): Day {
  return isDay(asOf) && asOf <= today ? asOf : today;
}

function dateText(boxes: DateBoxes, field: string, faults: ProposalFault[]): string {
  const read = readBoxes(boxes);
  if (read.status === 'empty') return '';
  if (read.status === 'date') return read.date;
  faults.push({ field, code: 'not-a-date' });
  return read.text;
}

function changesOf(
  form: ReportForm,
  units: readonly DivisionCode[],
  effective: string,
): Proposal['changes'] {
  const { kind, track, stage, retracts, reason } = form;
  const batch = form.batch === '' ? {} : { batch: form.batch };
  return units.map((division): Change => {
    switch (kind) {
      case 'reached':
        return { kind, division, track, stage, effective, ...batch };
      case 'correction':
        return { kind, division, track, stage, effective, ...batch, retracts, reason };
      case 'retraction':
        return { kind, division, track, retracts, reason };
    }
  });
}

type Document = Pick<ReportForm, 'title' | 'publisher' | 'documentNumber' | 'location'>;

/** The document of a form, where anything of it was typed. `date`: as it was read. */
export function sourceOf(form: Document, date: string): ProposedSource | undefined {
  const { title, publisher, documentNumber, location } = form;
  if ([title, publisher, documentNumber, location, date].every((text) => text === '')) {
    return undefined;
  }
  return {
    title,
    publisher,
    ...(documentNumber !== '' && { documentNumber }),
    ...(date !== '' && { date }),
    ...(location !== '' && { location }),
  };
}
