/** What the screen of a submission with many changes shows. */
import type { many } from '../../i18n/zh-CN/office-import.ts';
import type { ReportWords } from '../../i18n/zh-CN/desk-report.ts';
import type { ChangeGroup } from './change-list.ts';
import type { EffectView } from './effect-view.ts';
import type { ListForm } from './list-form.ts';
import type { FileView, LineView } from './submission-view.ts';

export type ManyWords = typeof many;

export interface ListScreen {
  readonly words: ReportWords;
  readonly many: ManyWords;
  readonly division: string;
  readonly address: string;
  readonly form: ListForm;
  /** Whether it is still with the clerk. */
  readonly isOpen: boolean;
  readonly groups: readonly ChangeGroup[];
  readonly needsDocument: boolean;
  /** Whether it only takes back, for one reason. */
  readonly asksReason: boolean;
  /** "Up to today nothing else has changed here"; `null`: that is not for this division to say. */
  readonly nothingElse: string | null;
  readonly faults: readonly { readonly field: string; readonly message: string }[];
  readonly files: readonly FileView[];
  /** Of a clash: the document as it is saved now. */
  readonly theirs: readonly LineView[] | null;
  readonly effect: EffectView | null;
}
