import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formOf, keptForm } from './kept-form.ts';

function posted(fields: readonly (readonly [string, string | File])[]) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const url = new URL('https://map.example.cn/admin/accounts/1?/change');
  return { url, request: new Request(url, { method: 'POST', body }) };
}

const source = join(import.meta.dirname, '../../..');

describe('a form that could not be taken', () => {
  it('keeps every text in its order, and where it was sent', async () => {
    const event = posted([
      ['name', '王某'],
      ['posts', 'county-clerk'],
      ['posts', 'county-head'],
      ['note', 'a\r\nb'],
    ]);
    expect(await keptForm(event)).toEqual({
      address: '/admin/accounts/1?/change',
      fields: [
        ['name', '王某'],
        ['posts', 'county-clerk'],
        ['posts', 'county-head'],
        ['note', 'a\r\nb'],
      ],
      files: [],
      lacksSecret: false,
    });
  });

  it.each([
    ['text/plain', 'name=a'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Dis'],
    ['application/json', '{}'],
  ])('is none where %s was sent: a fault of the sender, not of ours', async (type, body) => {
    const url = new URL('https://map.example.cn/admin/settings');
    const headers = { 'content-type': type };
    const event = { url, request: new Request(url, { method: 'POST', body, headers }) };
    await expect(formOf(event)).rejects.toMatchObject({ status: 400 });
    expect(await keptForm(event)).toBeNull();
  });

  it('is read without NUL, files as they are', async () => {
    const file = new File(['a\0b'], 'a.pdf');
    const form = await formOf(
      posted([
        ['name', '王\0某'],
        ['files', file],
        ['note', 'a'],
      ]),
    );
    expect([form.get('name'), form.get('note')]).toEqual(['王某', 'a']);
    const kept = form.get('files');
    expect(kept instanceof File && (await kept.text())).toBe('a\0b');
  });

  it('can be kept after the action has read it', async () => {
    const event = posted([['name', '王某']]);
    await formOf(event);
    expect((await keptForm(event))?.fields).toEqual([['name', '王某']]);
  });

  it.each(['password', 'currentPassword', 'newPassword', 'code', 'secretUri', 'recoveryCode'])(
    'keeps no %s, and says so',
    async (name) => {
      const kept = await keptForm(
        posted([
          ['username', 'wang'],
          [name, 'of nobody else'],
        ]),
      );
      expect(kept).toMatchObject({ fields: [['username', 'wang']], lacksSecret: true });
      expect(JSON.stringify(kept)).not.toContain('of nobody else');
    },
  );

  it('knows every field of the site that takes a password', async () => {
    const fields = globSync('**/*.svelte', { cwd: source }).flatMap((file) =>
      [
        ...readFileSync(join(source, file), 'utf8').matchAll(
          /<(?:TextField|NewPasswordFields|input)\b[^>]*>/g,
        ),
      ]
        .map(([tag]) => tag)
        .filter((tag) => /^<NewPasswordFields|type="password"/.test(tag))
        // Inside the component; where it is used, the field has its name.
        .filter((tag) => !tag.includes('{name}'))
        .map((tag) => /name="(\w+)"/.exec(tag)?.[1] ?? tag),
    );
    expect(fields).toContain('newPassword');
    const kept = await keptForm(posted(fields.map((name) => [name, 'x'])));
    expect(kept?.fields).toEqual([]);
  });

  it('keeps what only sounds like a secret', async () => {
    const kept = await keptForm(posted([['passwordPolicy', 'modern']]));
    expect(kept).toMatchObject({ fields: [['passwordPolicy', 'modern']], lacksSecret: false });
  });

  it('names the files, which have to be chosen again', async () => {
    const event = posted([['file', new File(['%PDF-1.7'], '公告.pdf')]]);
    expect(await keptForm(event)).toMatchObject({ fields: [], files: ['公告.pdf'] });
  });

  it('is nothing where nothing was sent', async () => {
    const url = new URL('https://map.example.cn/admin');
    expect(await keptForm({ url, request: new Request(url) })).toBeNull();
  });
});
