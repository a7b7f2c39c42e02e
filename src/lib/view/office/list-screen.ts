/** What the screen of a submission with many changes shows. */
import type { ChangeListWords } from '../../i18n/zh-CN/change-list.ts';
import type { ReportWords } from '../../i18n/zh-CN/desk-report.ts';
import type { ChangeGroup } from './change-list.ts';
import type { EffectView } from './effect-view.ts';
import type { ListForm } from './list-form.ts';
import type { ClashView } from './report-screen.ts';
import type { LineView } from './says-lines.ts';
import type { FileView } from './submission-view.ts';

export interface ListScreen {
  readonly words: ReportWords;
  readonly many: ChangeListWords;
  readonly division: string;
  readonly address: string;
  readonly form: ListForm;
  /** Whether it is still with the clerk. */
  readonly isOpen: boolean;
  readonly groups: readonly ChangeGroup[];
  /** What was taken out of the list, and can come back. */
  readonly takenOut: readonly ChangeGroup[];
  readonly needsDocument: boolean;
  /** Whether it only takes back, for one reason. */
  readonly asksReason: boolean;
  /** "Up to today nothing else has changed here"; `null`: that is not for this division to say. */
  readonly nothingElse: string | null;
  readonly faults: readonly { readonly field: string; readonly message: string }[];
  readonly files: readonly FileView[];
  /** Two at once: the three sides of what differs. */
  readonly clash: ClashView | null;
  /** Of an undoing: what is left as it is. */
  readonly left: readonly LineView[];
  /** Whether rows are ticked because they have been changed since. */
  readonly hasStale: boolean;
  readonly effect: EffectView | null;
}
