/** A report's list of many records: what it changes, what it takes back, its two versions side by side. */
import type { Level } from '../../domain/division.ts';
import { units } from './card.ts';
import { count, list } from './format.ts';

export const words = {
  title: '变化清单',
  storedTitle: '现在保存的清单',
  hint: '不需要报送的，勾选后按“删除勾选的行”。',
  remove: '删除勾选的行',
  county: '县（市、区）',
  number: '数量',
  unit: '单位',
  township: '所属乡镇',
  show: '逐个列出',
  removeOne: '删除',
  takenOut: '已删除的行',
  putBackHint: '这些行不报送。需要恢复的，勾选后按“恢复勾选的行”。',
  putBack: '恢复勾选的行',
  putBackOne: '恢复',
  allGone: '清单中的行不能全部删除。不需要这份报送的，请放弃这份报送。',
  takeAll: '清单中双方不同的行',
  takeAllHint: '双方一致的行照旧保留。',
  takeEach: '按下表逐行选择',
  takeAllYours: '全部用我的',
  takeAllTheirs: '全部用现在的',
  notListed: '不在清单中',
  undo: '撤销这次报送',
  undoHint:
    '这份报送写入的记录有误时，生成一份新的报送把它们全部撤销，经核准后生效。填报截止、分解任务和位置恢复为原来的；此后已有变动的不撤销。',
  undoTaken: '将要撤销的',
  undoLeft: '此后已有变动，不撤销的',
  undoStale: '此后已有变动的行已经勾选，保存时从清单中删除。',
  restoredPlaces: '恢复原来的位置',
  restoredQuotas: '恢复原来的分解任务',
  restoredReporting: '恢复原来的填报截止',
  neverReported: '尚未填报',
  noPosition: '没有位置',
  undoReason: '撤销原因',
  undoReasonRequired: '请写明撤销原因。',
  undoReasonTooLong: '撤销原因过长，最多2000字。',
  undoNothing: '这份报送写入的记录都已经撤销。',
  reason: '撤销原因',
};
export type ChangeListWords = typeof words;

/** 市级森林村庄 授予称号，2023年：250个村 */
export function groupTitle(what: string, number: number, level: Level): string {
  return `${what}：${units(level, number)}`;
}

/** 三河市25个、固安县25个 */
/** What a list changes: the track, and the stage or deed. */
export function onTrack(track: string, what: string): string {
  return `${track} ${what}`;
}

export function countIn(place: string, number: number): string {
  return `${place}${count(number)}个`;
}

/** 三河市 燕郊镇，市级森林乡镇 */
export function aboutRow(unit: string, track: string): string {
  return `${unit}，${track}`;
}

/** 12条状态记录、3个位置 */
export function recordCounts(counts: {
  readonly event: number;
  readonly reporting: number;
  readonly quota: number;
  readonly place: number;
}): string {
  return list([
    ...(counts.event > 0 ? [`${count(counts.event)}条状态记录`] : []),
    ...(counts.reporting > 0 ? [`${count(counts.reporting)}个填报截止`] : []),
    ...(counts.quota > 0 ? [`${count(counts.quota)}项分解任务`] : []),
    ...(counts.place > 0 ? [`${count(counts.place)}个位置`] : []),
  ]);
}
