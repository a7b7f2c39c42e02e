/** The sum of the quotas beside what the target asks for, in words. */
import { quotaSum, type QuotaSum } from '../../domain/quota.ts';
import type { SumTemplates } from '../../i18n/zh-CN/quota.ts';
import { countAsked, type QuotaForm } from './quota-form.ts';
import type { QuotaTrack } from './quota-seats.ts';

export interface QuotaSumView {
  readonly text: string;
  /** Some of the target is nobody's, or more is asked than it needs. */
  readonly isOff: boolean;
}

/** "合计48，要求50，还差2". Only what `form` types; a text that is no number counts for nothing. */
export function sumOfForm(
  form: QuotaForm,
  { seats, required }: QuotaTrack,
  templates: SumTemplates,
): QuotaSumView {
  const sum = quotaSum(
    seats.map((seat) => countAsked(form, seat)),
    required,
  );
  return { text: sumWords(sum, templates), isOff: sum.difference !== 0 };
}

export function sumWords({ sum, required, difference }: QuotaSum, templates: SumTemplates): string {
  const template =
    difference === 0 ? templates.equal : difference < 0 ? templates.short : templates.over;
  const values: Readonly<Record<string, number>> = {
    sum,
    required: required ?? sum,
    gap: Math.abs(difference),
  };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
