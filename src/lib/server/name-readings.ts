/** The readings of Chinese characters, for searching names. On the server only: the dictionary is large. */
import { polyphonic } from 'pinyin-pro';

/** Each character of the data is looked up once, when it is first asked about. */
const known = new Map<string, readonly string[]>();

/** Every reading of the character in pinyin without tones, `v` for ü; none for other characters. */
export function readingsOf(character: string): readonly string[] {
  let readings = known.get(character);
  if (readings === undefined) {
    readings = /^\p{Script=Han}$/u.test(character)
      ? // Of a character that is not in the dictionary the answer is the character itself.
        (polyphonic(character, { type: 'array', toneType: 'none', v: true })[0] ?? []).filter(
          (reading) => /^[a-z]+$/.test(reading),
        )
      : [];
    known.set(character, readings);
  }
  return readings;
}
