import { geodataLimits, refused, type GeodataFile, type GeodataRefused } from './place-feature.ts';

/** What sizes alone forbid, so that no process is started and nothing copied for it. */
export function sizeRefusal(files: readonly GeodataFile[]): GeodataRefused | null {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size === 0) return refused('empty');
  if (size <= geodataLimits.file) return null;
  const megabytes = (value: number): string => (value / 1024 / 1024).toFixed(0);
  return refused('too-large', { size: megabytes(size), most: megabytes(geodataLimits.file) });
}
