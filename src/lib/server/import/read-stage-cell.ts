/** The stage a ledger writes, among those of the track. */
import type { Stage, Track } from '../../domain/programme.ts';

/** Said of a unit that holds the title. */
const heldWords =
  /^已?(?:命名|认定|授予|授牌|评定|获评|获批|获得|批准|公布|达标|建成|创建成功|通过)(?:称号)?$/;
/** Said of a unit that has lost it. */
const lostWords = /^已?被?(?:撤销|取消|摘牌|撤牌)(?:称号|命名|资格)?$/;
/** Nothing is said: an empty cell in other words. */
const emptyWords = /^(?:-+|—+|\/|无|未知|未填报|尚未填报|无记录|暂无|null)$/i;
/** Of a register of ours: what the office concluded for itself is no report of anybody. */
const inferredWords = /\((?:推断|inferred)\)$/i;

export type StageReading =
  | { readonly status: 'stage'; readonly stage: Stage }
  | { readonly status: 'none' }
  /** Nothing is reported, whatever else the row says. */
  | { readonly status: 'inferred' }
  | { readonly status: 'unknown' };

export function readStage(text: string, track: Track): StageReading {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  if (emptyWords.test(plain)) return { status: 'none' };
  if (inferredWords.test(plain)) return { status: 'inferred' };
  const stage =
    track.stages.find(({ id, name }) =>
      [id, name['zh-CN'], name.en].some(
        (word) => word.replace(/\s+/g, '').toLowerCase() === plain.toLowerCase(),
      ),
    ) ??
    (heldWords.test(plain) ? countingStage(track) : undefined) ??
    (lostWords.test(plain) ? onlyOne(track.stages.filter(({ exit }) => exit)) : undefined);
  return stage ? { status: 'stage', stage } : { status: 'unknown' };
}

/** The stage a list of named units reports: the first that counts. */
export function countingStage(track: Track): Stage | undefined {
  return track.stages.find(({ counts }) => counts);
}

function onlyOne(stages: readonly Stage[]): Stage | undefined {
  return stages.length === 1 ? stages[0] : undefined;
}
