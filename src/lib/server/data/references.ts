/** Checks that every list of identifiers and every use of one shares. */
import { pointer, quote, say, type Finding } from './fault.ts';

/** Entries whose id an earlier entry of the same list has. */
export function duplicateIds(
  entries: readonly { readonly id: string }[],
  keys: readonly (string | number)[],
): readonly Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return {
      place: pointer([...keys, index, 'id']),
      what: say(`标识 ${quote(id)} 重复`, `the id ${quote(id)} is given twice`),
      expected: say('每个标识只出现一次', 'every id once'),
    };
  });
}

/** A finding unless `id` is among the `known`. `noun`: what it should name. */
export function unknownId(
  id: string,
  known: Iterable<string>,
  place: string,
  noun: Finding['what'],
): readonly Finding[] {
  // Asked for every event of the log: a set answers without being listed.
  if (known instanceof Set && known.has(id)) return [];
  const list = [...known];
  if (list.includes(id)) return [];
  return [
    {
      place,
      what: say(`没有${noun['zh-CN']} ${quote(id)}`, `there is no ${noun.en} ${quote(id)}`),
      expected: say(`${list.join('、')} 之一`, `one of ${list.join(', ')}`),
    },
  ];
}
