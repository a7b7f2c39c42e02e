import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cleanProposal } from '../../domain/clean-proposal.ts';
import { quotaSet } from '../../domain/fixture.ts';
import { registerKnowledge } from '../../domain/register-fixture.ts';
import { proposalSchema } from '../../domain/submission.ts';
import {
  freshQuotaForm,
  quotaFormOf,
  readQuotaForm,
  withSuggestions,
  type QuotaForm,
} from './quota-form.ts';
import { quotaProposal } from './quota-proposal.ts';
import { quotaTracks } from './quota-seats.ts';

const today = '2026-01-31';
/** Two counties with three villages and one; of two to be named. */
const knowledge = registerKnowledge();
const tracks = quotaTracks(knowledge, today);
const known = registerKnowledge({
  quotas: [quotaSet('990001', 1, '2024', { track: 'village' })],
});
const knownTracks = quotaTracks(known, today);

const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

function sent(fields: Readonly<Record<string, string>>): QuotaForm {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return readQuotaForm(data, tracks);
}

describe('the form of the quotas', () => {
  it('has a field for each county of each track with a target', () => {
    expect(tracks.map(({ id, required }) => [id, required])).toEqual([['village', 2]]);
    expect(
      tracks.flatMap(({ seats }) => seats.map(({ field, eligible }) => [field, eligible])),
    ).toEqual([
      ['count-village-990001', 3],
      ['count-village-990002', 1],
    ]);
  });

  it('starts from the suggestion where nothing is set, else from what is', () => {
    const counts = (of: typeof tracks) => Object.values(freshQuotaForm('key', of).counts);
    expect(counts(tracks).reduce((sum, text) => sum + Number(text), 0)).toBe(2);
    expect(counts(knownTracks)).toEqual(['1', '']);
    const suggested = withSuggestions(freshQuotaForm('key', knownTracks), knownTracks);
    expect(Object.values(suggested.counts)).toEqual(
      knownTracks.flatMap(({ seats }) => seats.map(({ suggestion }) => String(suggestion))),
    );
  });
});

describe('what it proposes', () => {
  it('is what differs from the quotas in force, and nothing of what stays or is empty', () => {
    const form = sent({
      'count-village-990001': '１',
      'count-village-990002': ' 2 ',
      'effective-year': '2025',
    });
    expect(quotaProposal(form, knownTracks, known, today).proposal.quotas).toEqual({
      effective: '2025',
      counts: [{ division: '990002', track: 'village', count: '2' }],
    });
    const none = sent({ 'count-village-990001': '1' });
    expect(quotaProposal(none, knownTracks, known, today).proposal.quotas).toBeUndefined();
  });

  it('is held against what was in force on the day from which it is to hold', () => {
    const form = sent({ 'count-village-990001': '1', 'effective-year': '2020' });
    expect(quotaProposal(form, knownTracks, known, today).proposal.quotas?.counts).toHaveLength(1);
  });

  it('keeps what is no number, for its fault to be told beside it', () => {
    const form = sent({ 'count-village-990001': '六' });
    expect(quotaProposal(form, tracks, knowledge, today).proposal.quotas?.counts).toEqual([
      { division: '990001', track: 'village', count: '六' },
    ]);
  });

  it('tells a date that is none, and leaves it out', () => {
    const form = sent({ 'effective-year': '去年', 'documentDate-month': '5' });
    expect(quotaProposal(form, tracks, knowledge, today).faults).toEqual([
      { field: 'quotas.effective', code: 'not-a-date' },
      { field: 'source.date', code: 'not-a-date' },
    ]);
  });

  it('is a proposal whatever was sent, and stands in the form again as it was typed', () => {
    const fields = fc.record({
      'count-village-990001': anyText,
      'count-village-990002': fc.oneof(anyText, fc.nat(9).map(String)),
      'effective-year': anyText,
      title: anyText,
      note: anyText,
    });
    fc.assert(
      fc.property(fields, (given) => {
        const form = sent(given);
        const { proposal } = quotaProposal(form, tracks, knowledge, today);
        expect(v.is(proposalSchema, proposal)).toBe(true);
        const again = quotaFormOf(cleanProposal(proposal), tracks, form);
        const repeated = quotaProposal(again, tracks, knowledge, today).proposal;
        expect(cleanProposal(repeated)).toEqual(cleanProposal(proposal));
      }),
    );
  });
});
