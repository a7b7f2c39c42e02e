import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cleanProposal } from '../../domain/clean-proposal.ts';
import { testProgramme } from '../../domain/programme-fixture.ts';
import { proposalSchema } from '../../domain/submission.ts';
import { readReport } from './report-form.ts';
import { proposalOf } from './report-proposal.ts';

const today = '2026-01-31';
const programme = testProgramme();

function sent(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) data.append(name, value as string);
  }
  return data;
}

/** Any code units at all, halves of characters and NUL among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));

const named = {
  division: '990001',
  track: 'national',
  'stage-national': 'named',
  'stage-provincial': 'applied',
  'effective-year': '２０２５',
  'effective-month': '11',
  title: '  关于命名\n的公告 ',
  publisher: '某局',
};

describe('a report that was sent', () => {
  it('proposes what was typed, with full-width digits and line breaks made plain', () => {
    const { proposal, faults } = proposalOf(readReport(sent(named)), programme, today);
    expect(faults).toEqual([]);
    expect(proposal).toEqual({
      changes: [
        {
          kind: 'reached',
          division: '990001',
          track: 'national',
          stage: 'named',
          effective: '2025-11',
        },
      ],
      source: { title: '关于命名 的公告', publisher: '某局' },
      reporting: [],
    });
  });

  it('proposes one change for each village that was chosen, none twice', () => {
    const form = readReport(
      sent({
        ...named,
        track: 'village',
        'stage-village': 'named',
        'units-village': ['990001001001', '990001001002', '990001001001'],
        'units-township': '990001001',
      }),
    );
    const { proposal } = proposalOf(form, programme, today);
    expect(proposal.changes.map(({ division }) => division)).toEqual([
      '990001001001',
      '990001001002',
    ]);
  });

  it('moves the reporting date to the day that was shown, and never beyond today', () => {
    const completeTo = (asOf: string) =>
      proposalOf(readReport(sent({ ...named, isComplete: 'yes', asOf })), programme, today).proposal
        .reporting;
    expect(completeTo('2026-01-30')).toEqual([{ track: 'national', completeTo: '2026-01-30' }]);
    expect(completeTo('2031-01-01')).toEqual([{ track: 'national', completeTo: today }]);
    expect(completeTo('morgen')).toEqual([{ track: 'national', completeTo: today }]);
  });

  it('says at which field something is missing or no date', () => {
    const faultsOf = (fields: Record<string, string>) =>
      proposalOf(readReport(sent(fields)), programme, today).faults;
    expect(faultsOf({ division: '990001' })).toEqual([
      { field: 'changes.0.effective', code: 'required' },
      { field: 'changes.0.track', code: 'required' },
    ]);
    expect(faultsOf({ ...named, 'effective-month': '13' })).toEqual([
      { field: 'changes.0.effective', code: 'not-a-date' },
    ]);
    expect(faultsOf({ ...named, track: 'village', 'stage-village': 'named' })).toEqual([
      { field: 'changes.0.division', code: 'required' },
    ]);
  });

  it('asks for no stage and no date of what is only taken back', () => {
    const form = readReport(
      sent({
        division: '990001',
        track: 'national',
        kind: 'retraction',
        retracts: 'E1',
        reason: '名称有误',
      }),
    );
    expect(proposalOf(form, programme, today)).toEqual({
      faults: [],
      proposal: {
        changes: [
          {
            kind: 'retraction',
            division: '990001',
            track: 'national',
            retracts: 'E1',
            reason: '名称有误',
          },
        ],
        reporting: [],
      },
    });
  });

  it('is a proposal of the right shape whatever was sent', () => {
    const names = fc.constantFrom(
      ...[
        'key',
        'division',
        'version',
        'kind',
        'retracts',
        'reason',
        'track',
        'stage-',
        'stage-national',
      ],
      ...['units-village', 'batch', 'effective-year', 'effective-month', 'effective-day', 'title'],
      ...[
        'documentDate-year',
        'location',
        'isComplete',
        'asOf',
        'note',
        '__proto__',
        'constructor',
      ],
    );
    const values = fc.oneof(
      anyText,
      fc.constantFrom(
        'village',
        'national',
        'correction',
        'retraction',
        '__proto__',
        '２０２５',
        '\u0000\ud800',
      ),
      fc.constant('长'.repeat(10_000)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values), { maxLength: 15 }), (entries) => {
        const data = new FormData();
        for (const [name, value] of entries) data.append(name, value);
        const { proposal } = proposalOf(readReport(data), programme, today);
        expect(v.safeParse(proposalSchema, proposal).success).toBe(true);
        // Cleaning for the database finds nothing more to clean.
        expect(JSON.stringify(cleanProposal(proposal))).not.toMatch(/\\u0000|\\ud800/);
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      }),
    );
  });
});
