/** The name of an uploaded file, as it is shown and offered for download. */
import { plainText } from '../../domain/plain-text.ts';
import type { MediaType } from './file-kind.ts';

const maxName = 120;

const extensions: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
};

/** Characters a file system of some visitor's would refuse, or read as a path. */
const unsafe = /[<>:"|?*\n\t]/g;

/**
 * The last part of the path, in plain characters, at most 120 of them, with an extension that says
 * what the content is: a file that is a picture is not offered as a program.
 */
export function fileName(given: string, mediaType: MediaType): string {
  const last = plainText(given).split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(unsafe, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const dot = name.lastIndexOf('.');
  const claimed = dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
  const known = extensions[mediaType];
  const extension = known.find((one) => one === claimed) ?? known[0];
  // A name that says another kind keeps saying so, before the extension that is true.
  const stem = known.includes(claimed) ? name.slice(0, dot) : name;
  const kept = [...(stem.trim() || '文件')].slice(0, maxName - extension.length - 1).join('');
  return `${kept}.${extension}`;
}
