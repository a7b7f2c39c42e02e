import { describe, expect, it } from 'vitest';
import { maxFiles, maxFileSize } from '../../src/lib/server/submissions/submission-files.ts';
import { databases } from './databases.ts';
import { by, creating, done, named, openDesk, pdf, people, submitted } from './submissions-desk.ts';

describe.each(databases)('files of a submission in $name', ({ open }) => {
  const desk = async () => openDesk(await open());
  const drafted = async () => {
    const office = await desk();
    const draft = await office.submissions.draft(by(people.clerk), '131082', creating());
    return { office, submissions: office.submissions, id: done(draft).id };
  };

  it('come back byte for byte, to those who may read it, and the log knows', async () => {
    const office = await desk();
    const { submissions } = office;
    const { id, files } = await submitted(office);
    const hash = files[0]?.hash ?? '';
    expect(files).toEqual([
      { hash, name: '通知.pdf', mediaType: 'application/pdf', size: pdf().length },
    ]);
    const read = await submissions.file(by(people.approver), id, hash);
    expect(read).toMatchObject({ name: '通知.pdf', mediaType: 'application/pdf' });
    expect(Buffer.from(read?.bytes ?? []).equals(pdf())).toBe(true);
    for (const outsider of [people.neighbour, people.auditor, people.administrator]) {
      expect(await submissions.file(by(outsider), id, hash)).toBeNull();
    }
    expect(await submissions.file(by(people.approver), id, 'f'.repeat(64))).toBeNull();
    expect(await submissions.file(by(people.approver), 'R0', hash)).toBeNull();
    const actions = (await office.auditRows()).slice(3).map(({ action }) => action);
    expect(actions).toEqual(['file.downloaded', ...Array(3).fill('permission.refused')]);
  });

  it('are not readable through a submission they do not belong to', async () => {
    const office = await desk();
    const { files } = await submitted(office);
    const other = await office.submissions.draft(by(people.neighbour), '131081', {
      changes: [],
      reporting: [],
    });
    const hash = files[0]?.hash ?? '';
    expect(await office.submissions.file(by(people.neighbour), done(other).id, hash)).toBeNull();
  });

  it('are stored once, however many submissions have them', async () => {
    const office = await desk();
    await submitted(office);
    await submitted(office, {
      ...named(),
      changes: [],
      reporting: [{ track: 'national', completeTo: '2026-11-01' }],
    });
    const stored = await office.database.read.selectFrom('file').select('hash').execute();
    expect(stored).toHaveLength(1);
  });

  it('are attached once, however often the button is pressed', async () => {
    const { submissions, id } = await drafted();
    const upload = { name: 'a.pdf', bytes: pdf() };
    const both = await Promise.all([
      submissions.attach(by(people.clerk), id, 1, upload),
      submissions.attach(by(people.clerk), id, 1, upload),
    ]);
    expect(both.map((result) => done(result).version)).toEqual([2, 2]);
    expect(await submissions.find(people.clerk, id)).toMatchObject({ files: [{ name: 'a.pdf' }] });
  });

  it('tell nobody the present version who saw other words, even if the file is there', async () => {
    const { submissions, id } = await drafted();
    const upload = { name: 'a.pdf', bytes: pdf() };
    const theirs = done(await submissions.save(by(people.second), id, 1, creating('2022')));
    done(await submissions.attach(by(people.second), id, theirs.version, upload));
    const attached = await submissions.attach(by(people.clerk), id, 1, upload);
    expect(attached).toMatchObject({ status: 'clash', seen: creating('2021') });
    const gone = await submissions.detach(by(people.clerk), id, 1, 'f'.repeat(64));
    expect(gone).toMatchObject({ status: 'clash', submission: { version: 3 } });
  });

  it('are attached to the version that was seen, while it is with the clerk', async () => {
    const office = await desk();
    const { submissions } = office;
    const { id, version } = await submitted(office);
    const upload = { name: 'b.pdf', bytes: pdf('b') };
    const late = await submissions.attach(by(people.clerk), id, version, upload);
    expect(late.status).toBe('wrong-state');
    const returned = done(await submissions.sendBack(by(people.approver), id, version, '缺页'));
    const stale = await submissions.attach(by(people.clerk), id, version, upload);
    expect(stale).toMatchObject({ status: 'clash', submission: { version: returned.version } });
    const attached = await submissions.attach(by(people.clerk), id, returned.version, upload);
    expect(done(attached)).toMatchObject({
      state: 'draft',
      files: [{ name: '通知.pdf' }, { name: 'b.pdf' }],
    });
  });

  it('are taken off again, once', async () => {
    const { office, submissions, id } = await drafted();
    const { files } = done(
      await submissions.attach(by(people.clerk), id, 1, { name: 'a.pdf', bytes: pdf() }),
    );
    const hash = files[0]?.hash ?? '';
    const detached = done(await submissions.detach(by(people.clerk), id, 2, hash));
    expect(detached).toMatchObject({ version: 3, files: [] });
    expect(done(await submissions.detach(by(people.clerk), id, 2, hash)).version).toBe(3);
    expect((await office.auditRows()).map(({ action }) => action)).toEqual([
      'submission.drafted',
      'submission.file-attached',
      'submission.file-removed',
    ]);
  });

  it.each([
    ['empty', new Uint8Array(0)],
    ['wrong-type', Buffer.from('<html><script>alert(1)</script>')],
    ['wrong-type', pdf().subarray(0, 20)],
    ['too-large', Buffer.concat([pdf(), Buffer.alloc(maxFileSize), pdf()])],
  ] as const)('are refused: %s', async (reason, bytes) => {
    const { office, submissions, id } = await drafted();
    const result = await submissions.attach(by(people.clerk), id, 1, { name: 'a.pdf', bytes });
    expect(result).toEqual({ status: 'file-refused', reason });
    expect(await submissions.find(people.clerk, id)).toMatchObject({ version: 1, files: [] });
    expect(await office.auditRows()).toHaveLength(1);
  });

  it('are ten at most, of up to twenty megabytes', async () => {
    const { submissions, id } = await drafted();
    const whole = Buffer.concat([pdf(), Buffer.alloc(maxFileSize - 2 * pdf().length), pdf()]);
    expect(whole).toHaveLength(maxFileSize);
    for (let version = 1; version <= maxFiles; version += 1) {
      const bytes = version === 1 ? whole : pdf(String(version));
      const upload = { name: `${version}.pdf`, bytes };
      done(await submissions.attach(by(people.clerk), id, version, upload));
    }
    const upload = { name: '11.pdf', bytes: pdf('11') };
    const result = await submissions.attach(by(people.clerk), id, maxFiles + 1, upload);
    expect(result).toEqual({ status: 'file-refused', reason: 'too-many' });
  });
});
