/** The invented log while it grows: every entry names an invented source and when it was recorded. */
import { addDays, intervalOf } from '../../src/lib/domain/date.ts';
import type {
  Quota,
  ReachedEvent,
  Source,
  Status,
  StatusEvent,
} from '../../src/lib/domain/status.ts';
import type { Random } from './random.ts';

/** What a scenario says of one step; the rest follows. */
export interface Step {
  readonly division: string;
  readonly track: string;
  readonly stage: string;
  readonly effective: string;
  readonly source: string;
  readonly certainty?: ReachedEvent['certainty'];
  readonly reason?: string;
  readonly retracts?: string;
  readonly batch?: string;
  /** Day of the record; by default some days after the step surely happened. */
  readonly recorded?: string;
  /** Tells apart two events of one unit at one stage. */
  readonly suffix?: string;
}

const publisher = '演示（虚构）';

export class HistoryLog {
  readonly #random: Random;
  readonly #sources = new Map<string, Source>();
  readonly #events: StatusEvent[] = [];
  readonly #statements: Status['statements'] = [];
  readonly #reporting: Status['reporting'] = [];
  readonly #quotas: Quota[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** The id of an invented document. Its title always says that it is invented. */
  source(id: string, title: string, date: string): string {
    this.#sources.set(id, { id, title: `演示：${title}（虚构）`, publisher, date });
    return id;
  }

  /** A real document among the invented ones: it is cited as it is. */
  realSource(source: Source): void {
    this.#sources.set(source.id, source);
  }

  /** An office hour on that day. */
  instant(day: string): string {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${day}T${two(this.#random.between(9, 16))}:${two(this.#random.between(0, 59))}:00+08:00`;
  }

  /** An office hour some days after what a partial date names is over. */
  instantAfter(effective: string): string {
    const end = intervalOf(effective)?.end ?? effective;
    return this.instant(addDays(end, this.#random.between(4, 24)));
  }

  /** Records a step and answers its id. */
  reached(step: Step): string {
    const { recorded, suffix, certainty = 'confirmed', ...rest } = step;
    const id = ['D', step.division, step.track, step.stage, ...(suffix ? [suffix] : [])].join('-');
    const recordedAt = recorded ? this.instant(recorded) : this.instantAfter(step.effective);
    this.#events.push({ id, kind: 'reached', certainty, recordedAt, ...rest });
    return id;
  }

  /** Takes an event back and puts nothing in its place. */
  retract(id: string, recorded: string, source: string, reason: string): void {
    const retracted = this.#events.find((event) => event.id === id);
    if (!retracted) throw new RangeError(`There is no event ${id}.`);
    this.#events.push({
      id: `${id}-retracted`,
      kind: 'retraction',
      division: retracted.division,
      track: retracted.track,
      recordedAt: this.instant(recorded),
      source,
      retracts: id,
      reason,
    });
  }

  state(statement: Omit<Status['statements'][number], 'recordedAt'>): void {
    this.#statements.push({ ...statement, recordedAt: this.instantAfter(statement.effective) });
  }

  report(report: Omit<Status['reporting'][number], 'recordedAt'>, recorded: string): void {
    this.#reporting.push({ ...report, recordedAt: this.instant(recorded) });
  }

  quota(quota: Omit<Quota, 'id' | 'recordedAt'>): void {
    const { track, division, effective } = quota;
    const id = `D-Q-${division}-${track}-${effective}`;
    this.#quotas.push({ id, ...quota, recordedAt: this.instantAfter(effective) });
  }

  /** The log in the order in which it was recorded. */
  status(schema: string): Status {
    const byRecord = <Entry extends { readonly recordedAt: string }>(
      entries: readonly Entry[],
    ): Entry[] => entries.toSorted((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
    return {
      $schema: schema,
      sources: [...this.#sources.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      statements: byRecord(this.#statements),
      events: byRecord(this.#events),
      reporting: byRecord(this.#reporting),
      quotas: byRecord(this.#quotas),
      // Where a unit lies is no part of an invented history: what is drawn on a map is believed.
      places: [],
    };
  }
}
