/** What no file may do to the process that looks into it: take long, fill the memory, change what all share. */
import { ok } from 'node:assert/strict';
import { getHeapStatistics } from 'node:v8';

/** Milliseconds of processor time of the thread that reads. */
export const answerWithin = 2_000;
/** Bytes, of the thread's heap and of the buffers beside it. */
export const mostGrowth = 100_000_000;

const shared: readonly (readonly [string, object])[] = [
  ...[
    Object,
    Array,
    String,
    Number,
    Boolean,
    Function,
    RegExp,
    Map,
    Set,
    Promise,
    Error,
    Date,
  ].flatMap(
    (made) =>
      [
        [made.name, made],
        [`${made.name}.prototype`, made.prototype as object],
      ] as const,
  ),
  ['JSON', JSON],
  ['Math', Math],
  ['globalThis', globalThis],
  ['process', process],
];

/** Here Node itself puts things when they are first asked for, under symbols, and exchanges them. */
const ofNode = new Set<PropertyKey>(['process', 'globalThis']);

const keysOf = (name: string, object: object): readonly PropertyKey[] =>
  Reflect.ownKeys(object).filter((key) => typeof key === 'string' || !ofNode.has(name));

const membersOf = (name: string, object: object): ReadonlyMap<PropertyKey, unknown> =>
  new Map(
    keysOf(name, object).map((key) => {
      const { value, get } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
      return [key, (value ?? get) as unknown];
    }),
  );

/** What everything in the process shares, as it is now. */
export function sharedNow(): ReadonlyMap<string, ReadonlyMap<PropertyKey, unknown>> {
  return new Map(shared.map(([name, object]) => [name, membersOf(name, object)]));
}

/** Throws where a shared object has another member than `before`, or lost one. */
export function expectUnchanged(before: ReturnType<typeof sharedNow>): void {
  for (const [name, object] of shared) {
    const known = before.get(name);
    const keys = keysOf(name, object);
    const added = keys.filter((key) => known?.has(key) !== true);
    ok(added.length === 0, `${name} has got ${added.map(String).join(', ')}`);
    ok(keys.length === known?.size, `${name} has lost a member`);
    if (ofNode.has(name)) continue;
    for (const [key, value] of membersOf(name, object))
      ok(Object.is(known.get(key), value), `${name}.${String(key)} is another`);
  }
}

const memoryNow = (): number => {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  return heap + buffers;
};

/** The answer of `task`, if it came within the bounds (`most`: milliseconds); throws with the one that it broke. */
export async function withinBounds<Answer>(
  task: () => Promise<Answer>,
  most = answerWithin,
): Promise<Answer> {
  const [memory, cpu] = [memoryNow(), process.threadCpuUsage()];
  const answer = await task();
  const { user, system } = process.threadCpuUsage(cpu);
  const milliseconds = Math.round((user + system) / 1000);
  ok(milliseconds <= most, `took ${milliseconds} ms of processor time`);
  const grown = memoryNow() - memory;
  ok(grown <= mostGrowth, `took ${Math.round(grown / 1e6)} MB`);
  return answer;
}
