/** What the screen of a report shows beside the form itself: what is wrong, what came between. */
import type { ReportWords } from '../../i18n/zh-CN/desk-report.ts';
import type { ClashRow } from './clash-view.ts';
import type { EffectView } from './effect-view.ts';
import type { FaultView } from './fault-view.ts';
import type { ReportPage } from './report-page.ts';
import type { FileView } from './submission-view.ts';

export interface ClashView {
  readonly rows: readonly ClashRow[];
  /** Heading of their column: who saved it, and when. */
  readonly theirs: string;
  /** Whether it can still be edited at all. */
  readonly isOpen: boolean;
  /** Of a list: whose all of its rows are; left out: there is no list. */
  readonly all?: 'yours' | 'theirs' | null;
}

/** A session that ended, or a duty that came up, while somebody was typing: nothing was saved. */
export interface HeldView {
  readonly kind: 'signed-out' | 'duty';
  readonly href: string;
  /** Names of the files that must be chosen again. */
  readonly files: readonly string[];
}

export interface ReportScreen {
  readonly words: ReportWords;
  readonly page: ReportPage;
  /** Where the form is sent: the draft's own page, once there is one. */
  readonly address: string;
  readonly isDraft: boolean;
  readonly faults: readonly FaultView[];
  readonly files: readonly FileView[];
  readonly held: HeldView | null;
  readonly clash: ClashView | null;
  readonly effect: EffectView | null;
}
