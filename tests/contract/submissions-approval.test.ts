import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { databases } from './databases.ts';
import { faultsOfLog } from './faults-of-log.ts';
import { approved, by, done, named, openDesk, people, submitted } from './submissions-desk.ts';

describe.each(databases)('submissions in $name', ({ open }) => {
  const desk = async () => openDesk(await open());

  it('are not approved with another effect than was shown', async () => {
    const office = await desk();
    const first = await submitted(office);
    const second = await submitted(office, {
      ...named({ reporting: [{ track: 'provincial', completeTo: '2026-11-24' }] }),
      changes: named().changes.map((change) => ({ ...change, effective: '2026-11-02' })),
    });
    const shown = office.submissions.effect(second);
    done(await approved(office, first));
    const result = await office.submissions.approve(
      by(people.approver),
      second.id,
      second.version,
      shown.fingerprint,
    );
    expect(result).toMatchObject({ status: 'effect-changed', submission: { state: 'submitted' } });
    if (result.status !== 'effect-changed') return;
    expect(result.effect.units[0]?.before).toMatchObject({ stage: 'named' });
    const { fingerprint } = result.effect;
    const now = await office.submissions.approve(by(people.approver), second.id, 3, fingerprint);
    expect(done(now).state).toBe('approved');
  });

  it('are judged again at approval, by what has been approved since', async () => {
    const office = await desk();
    const first = await submitted(office);
    const second = await submitted(office);
    done(await approved(office, first));
    expect(await approved(office, second)).toMatchObject({
      status: 'invalid',
      faults: [{ field: 'changes.0.effective', code: 'same-as-now' }],
    });
    const events = (await readFacts(office.database.read)).events;
    expect(events.filter(({ id }) => id.startsWith('R'))).toHaveLength(1);
  });

  it('correct and retract what is on record', async () => {
    const office = await desk();
    const wrong = await submitted(office);
    done(await approved(office, wrong));
    const event = `${wrong.id}-1`;
    const unit = { division: '131082', track: 'provincial' };
    const correction = await submitted(
      office,
      named({
        changes: [
          {
            kind: 'correction',
            ...unit,
            stage: 'named',
            effective: '2026-10',
            retracts: event,
            reason: '日期有误',
          },
        ],
      }),
    );
    done(await approved(office, correction));
    const retraction = await submitted(office, {
      // Both: the correction alone taken back would bring back what it corrected.
      changes: [`${correction.id}-1`, event].map((retracts) => ({
        kind: 'retraction' as const,
        ...unit,
        retracts,
        reason: '报错了',
      })),
      reporting: [],
    });
    expect(office.submissions.effect(retraction).units[0]).toMatchObject({
      before: { stage: 'named' },
      after: { stage: 'applied' },
    });
    done(await approved(office, retraction));
    expect(await faultsOfLog(office)).toEqual([]);
    const again = await office.submissions.draft(by(people.clerk), '131082', retraction.proposal);
    const result = await office.submissions.submit(
      by(people.clerk),
      done(again).id,
      1,
      retraction.proposal,
    );
    expect(result).toMatchObject({
      status: 'invalid',
      faults: [{ code: 'already-retracted' }, { code: 'already-retracted' }],
    });
  });

  it('move the dates of reporting they confirm, forward only, with a row of their own', async () => {
    const office = await desk();
    const reporting = [
      { track: 'provincial', completeTo: '2026-11-24' },
      { track: 'national', completeTo: '2020-12-31' },
    ];
    const submission = await submitted(office, named({ reporting }));
    done(await approved(office, submission));
    const { reporting: all } = await readFacts(office.database.read);
    const ours = all.filter(({ source }) => source === `S-${submission.id}`);
    // The national date stands there already: it did not move.
    expect(ours).toMatchObject([
      { division: '131082', track: 'provincial', completeTo: '2026-11-24' },
    ]);
    const rows = await office.auditRows();
    expect(rows.at(-1)).toMatchObject({ action: 'reporting.confirmed', subject: submission.id });
    expect(await faultsOfLog(office)).toEqual([]);
  });
});
