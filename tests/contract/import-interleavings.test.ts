/**
 * Two clerks and a reviewer at the same three ledgers in whatever order, two of them at once: the log stays
 * whole, every event stands in it, and the public counts are the fold of the events that are left.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../src/lib/domain/knowledge.ts';
import { targetProgress } from '../../src/lib/domain/progress.ts';
import type { Proposal } from '../../src/lib/domain/submission.ts';
import { compareEvents } from '../../src/lib/server/audit/verify-events.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { databases } from './databases.ts';
import { verifyLog } from './site.ts';
import { approved, by, openDesk, pdf, people, type Desk } from './submissions-desk.ts';

const today = '2026-11-24';
const clerks = [people.clerk, people.second] as const;

/** Villages of 三河 that the ledgers share; the last row of each names none that is known. */
const ledgers = [
  ['白塔寺村', '赵庄子村', '韶道安村'],
  ['赵庄子村', '陈庄村', '没有的村'],
  ['陈庄村', '伏集村', '韶道安村'],
].map((villages) =>
  ['乡镇\t村名\t认定年份', ...villages.map((village) => `皇庄镇\t${village}\t2023`)].join('\n'),
);

const steps = ['keep', 'choose', 'confirm', 'submit', 'approve', 'undo'] as const;
interface Turn {
  readonly step: (typeof steps)[number];
  /** Which of the two clerks; the reviewer is one. */
  readonly who: number;
  /** Which ledger or submission, of those there are. */
  readonly which: number;
}

const turn: fc.Arbitrary<Turn> = fc.record({
  step: fc.constantFrom(...steps),
  who: fc.nat({ max: 1 }),
  which: fc.nat({ max: 7 }),
});
/** From file to map, and back: before every run, so that there is always something to undo twice. */
const alone = (...all: readonly Turn['step'][]): readonly Turn[] =>
  all.map((step) => ({ step, who: 0, which: 0 }));
const onMap = alone('keep', 'choose', 'confirm', 'submit', 'approve');
const offMap = alone('undo', 'submit', 'approve');

const document = { title: '关于命名森林村庄的通知（测试）', publisher: '测试机关' };

async function take(desk: Desk, { step, who, which }: Turn): Promise<string> {
  const actor = clerks[who] ?? people.clerk;
  const { imports, submissions } = desk;
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items.length === 0 ? undefined : items[which % items.length];
  const inState = async (...states: readonly string[]) =>
    pick((await submissions.list(actor)).filter(({ state }) => states.includes(state)));
  const openLedger = async () => pick(await imports.unfinished(actor));
  switch (step) {
    case 'keep': {
      const bytes = new TextEncoder().encode(pick(ledgers));
      const kind = { track: 'village', name: '粘贴的内容', kind: 'paste' } as const;
      return (await imports.keep(by(actor), { division: '131082', ...kind, bytes })).status;
    }
    case 'choose': {
      const ledger = await openLedger();
      const rows = { '!4': which % 2 === 0 ? '' : null } as const;
      return ledger ? imports.choose(by(actor), ledger.id, { rows }) : 'none';
    }
    case 'confirm': {
      const ledger = await openLedger();
      if (!ledger) return 'none';
      const judged = await imports.judge(ledger);
      if (judged.status === 'refused') return judged.reason;
      return (await imports.confirm(by(actor), ledger.id, judged.fingerprint, true)).status;
    }
    case 'submit': {
      const draft = await inState('draft', 'withdrawn');
      if (!draft) return 'none';
      const { id, version } = draft;
      const file = { name: '名单.pdf', bytes: pdf(id) };
      const attached = await submissions.attach(by(actor), id, version, file);
      if (attached.status !== 'done') return attached.status;
      const proposal: Proposal = { source: document, ...attached.submission.proposal };
      const named = proposal.source?.title === '' ? { ...proposal, source: document } : proposal;
      return (await submissions.submit(by(actor), id, attached.submission.version, named)).status;
    }
    case 'approve': {
      const waiting = await inState('submitted');
      const shown = waiting && (await submissions.find(people.approver, waiting.id));
      return shown ? (await approved(desk, shown)).status : 'none';
    }
    case 'undo': {
      const recorded = await inState('approved');
      return recorded
        ? (await submissions.undo(by(actor), recorded.id, '名单有误')).status
        : 'none';
    }
  }
}

/** Villages with an event that nothing in force retracts, told from the rows alone. */
async function villagesLeft({ database }: Desk): Promise<number> {
  const { events } = await readFacts(database.read);
  const gone = new Set<string>();
  const villages = new Set<string>();
  // From the last back: what is retracted retracts nothing, so an undoing may be undone.
  for (const { id, kind, track, division, retracts } of events.toReversed()) {
    if (gone.has(id)) continue;
    if (retracts !== undefined) gone.add(retracts);
    if (kind !== 'retraction' && track === 'village') villages.add(division);
  }
  return villages.size;
}

function shownToPublic(desk: Desk): number {
  const data = desk.data();
  const target = data.programme.targets.find(({ track }) => track === 'village');
  if (!target) throw new Error('There is no target of villages.');
  return targetProgress(knowledgeOf(data), target, today).low;
}

describe.each(databases)('two clerks and a reviewer on $name', ({ open }) => {
  it('leave a whole log and counts that are the fold of what is left', async () => {
    const outcomes = new Set<string>();
    const turns = fc.array(turn, { minLength: 8, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(turns, async (random) => {
        const desk = await openDesk(await open());
        const note = ({ step }: Turn, outcome: string) => outcomes.add(`${step} ${outcome}`);
        for (const each of onMap) note(each, await take(desk, each));
        expect(shownToPublic(desk)).toBe(2);
        for (const each of offMap) note(each, await take(desk, each));
        expect(shownToPublic(desk)).toBe(0);
        for (let at = 0; at < random.length; at += 2) {
          const pair = random.slice(at, at + 2);
          const results = await Promise.all(pair.map((each) => take(desk, each)));
          pair.forEach((each, index) => note(each, results[index] ?? ''));
        }
        const { read } = desk.database;
        expect(await verifyLog(read)).toBeNull();
        expect(await compareEvents(read)).toMatchObject({ withoutRow: [], withoutEvent: [] });
        expect(shownToPublic(desk)).toBe(await villagesLeft(desk));
        const confirmed = await read
          .selectFrom('ledger')
          .innerJoin('submission', 'submission.id', 'ledger.submission')
          .select('submission.id')
          .execute();
        const kept = await read
          .selectFrom('ledger')
          .select('id')
          .where('submission', 'is not', null)
          .execute();
        // Each confirmed ledger has a report of its own.
        expect(new Set(confirmed.map(({ id }) => id)).size).toBe(kept.length);
      }),
      { numRuns: 5 },
    );
    expect([...outcomes]).toEqual(expect.arrayContaining(steps.map((step) => `${step} done`)));
  }, 180_000);
});
