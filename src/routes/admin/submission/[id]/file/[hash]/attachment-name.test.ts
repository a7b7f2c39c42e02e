import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentName } from './attachment-name.ts';

/** Any code units at all, halves of characters and control characters among them. */
const anyName = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));

describe('the name of a download', () => {
  it('keeps Chinese, and says it in ASCII to old programs', () => {
    expect(attachmentName('公告(1).pdf')).toBe(
      `attachment; filename="__(1).pdf"; filename*=UTF-8''%E5%85%AC%E5%91%8A%281%29.pdf`,
    );
  });

  it('never breaks out of the header, whatever the file is called', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const value = attachmentName(name);
        expect(() => new Headers({ 'content-disposition': value })).not.toThrow();
        expect(value).toMatch(
          /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.!~%&+^`{}|#$-]*$/,
        );
      }),
    );
  });
});
