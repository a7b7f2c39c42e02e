import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName } from './file-name.ts';

it.each([
  ['通知.pdf', 'application/pdf', '通知.pdf'],
  ['通知.PDF', 'application/pdf', '通知.pdf'],
  ['扫描.JPEG', 'image/jpeg', '扫描.jpeg'],
  ['扫描.jpg', 'image/png', '扫描.jpg.png'],
  ['通知', 'application/pdf', '通知.pdf'],
  ['冀林〔2026〕1号.关于授予称号', 'application/pdf', '冀林〔2026〕1号.关于授予称号.pdf'],
  ['C:\\我的文件\\通知.pdf', 'application/pdf', '通知.pdf'],
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['..', 'application/pdf', '文件.pdf'],
  ['.pdf', 'application/pdf', 'pdf.pdf'],
  ['', 'image/png', '文件.png'],
  ['a\u0000b\r\nc\u202Egnp.exe', 'image/png', 'abcgnp.exe.png'],
  ['a"b<c>:|?*.pdf', 'application/pdf', 'abc.pdf'],
] as const)('%j (%s) is offered as %j', (given, mediaType, name) => {
  expect(fileName(given, mediaType)).toBe(name);
});

it('is short, whole and safe whatever was sent', () => {
  const kinds = fc.constantFrom('application/pdf', 'image/jpeg', 'image/png');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), kinds, (given, mediaType) => {
      const name = fileName(given, mediaType);
      expect([...name].length).toBeLessThanOrEqual(120);
      expect(name.isWellFormed()).toBe(true);
      // eslint-disable-next-line no-control-regex -- controls are what is looked for
      expect(name).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069/\\<>:"|?*]/);
      expect(name).toMatch(/^[^.\s].*\.(pdf|jpe?g|png)$/u);
      expect(fileName(name, mediaType)).toBe(name);
    }),
  );
});
