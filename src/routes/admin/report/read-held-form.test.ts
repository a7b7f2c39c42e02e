import { describe, expect, it } from 'vitest';
import { readHeldForm } from './read-held-form.ts';

async function held(data: FormData | URLSearchParams) {
  const request = new Request('http://office.test/', { method: 'POST', body: data });
  const { data: texts, files } = await readHeldForm(request);
  return { texts: [...texts], files };
}

describe('a form sent by somebody who is no longer signed in', () => {
  it('keeps every text and the names of the files, and not what is in them', async () => {
    const data = new FormData();
    data.append('title', '关于命名的公告\r\n第二行');
    data.append('quote"name', 'x');
    data.append('files', new File([new Uint8Array(2_000_000)], '公告 "1".pdf'));
    data.append('files', new File(['b'], 'b.png'));
    const { texts, files } = await held(data);
    expect(texts).toEqual([
      ['title', '关于命名的公告\r\n第二行'],
      ['quote"name', 'x'],
    ]);
    // What lies beyond the first half megabyte is not kept: the second file's name is gone.
    expect(files).toEqual(['公告 "1".pdf']);
  });

  it('is read where it was sent without files too', async () => {
    expect(await held(new URLSearchParams({ title: '公告' }))).toEqual({
      texts: [['title', '公告']],
      files: [],
    });
  });

  it('is a fault of the sender where it was broken off on the way', async () => {
    const body = new ReadableStream({ pull: (stream) => stream.error(new Error('aborted')) });
    const options = { method: 'POST', body, duplex: 'half' };
    const request = new Request('http://office.test/', options);
    await expect(readHeldForm(request)).rejects.toMatchObject({ status: 400 });
  });

  it('is empty where it is no form at all', async () => {
    const request = new Request('http://office.test/', {
      method: 'POST',
      body: 'x'.repeat(2_000_000),
      headers: { 'content-type': 'multipart/form-data' },
    });
    const { data, files } = await readHeldForm(request);
    expect([[...data], files]).toEqual([[], []]);
  });
});
