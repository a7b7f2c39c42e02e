/** A small site with names that nobody should trust, for the tests of what is taken away. All made up. */
import { testCounty, testData, testPrefecture } from '../../domain/fixture.ts';
import type { RegisterLevel } from '../../domain/register-unit.ts';
import { testTownship } from '../../domain/register-fixture.ts';
import type { Place, ReachedEvent, Source } from '../../domain/status.ts';
import type { ExportFormat } from '../../export/format.ts';
import type { Language } from '../../i18n/language.ts';
import { defaultRegister, type RegisterState } from '../../map/register-state.ts';
import { createReadModel, type ReadModel } from '../read-model.ts';
import type { MachineAnswer } from './machine-answer.ts';
import { takenRegister } from './register-download.ts';
import { takeAway } from './take-away.ts';

/** Each would run, or lose something, in a program that takes a cell for more than text. */
export const hostileNames = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '=HYPERLINK("http://127.0.0.1/","点此")',
  "=cmd|'/C calc'!A0",
  '\r=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  ' =1+1',
  '"=1+1"',
  '逗号,引号"换行\n镇',
  '_x0041_镇',
  '<镇>&"引号"',
  '龘𠮷㐂镇',
] as const;

const source: Source = {
  id: 'S1',
  title: '=1+1 关于命名的通知',
  publisher: '@某局',
  documentNumber: '+字〔2023〕1号',
  date: '2023-06',
};

export const hostileTownships = hostileNames.map((name, at) =>
  testTownship(`9900011${String(at).padStart(2, '0')}`, name),
);

const events: readonly ReachedEvent[] = hostileTownships.map(({ code }) => ({
  id: `E-${code}`,
  kind: 'reached',
  division: code,
  track: 'township',
  stage: 'named',
  effective: '2023-06',
  certainty: 'confirmed',
  recordedAt: '2023-07-01T09:00:00+08:00',
  source: 'S1',
  batch: '-1+1',
}));

/** Of all but the first two: those have no position. */
export const hostilePlaces: readonly Place[] = hostileTownships.slice(2).map(({ code }, at) => ({
  id: `P-${code}`,
  division: code,
  geometry: { type: 'Point', coordinates: [116.5 + at / 1000, 39.25] },
  recordedAt: '2023-07-01T09:00:00+08:00',
  source: 'S1',
}));

export function hostileModel(places: readonly Place[] = []): ReadModel {
  const data = testData({
    divisions: [testPrefecture, testCounty(1, { name: '=虚构县' }), ...hostileTownships],
    events: [...events],
    reporting: [],
  });
  const none = { type: 'FeatureCollection' as const, features: [] };
  return createReadModel(
    {
      data: { ...data, status: { ...data.status, sources: [source], places: [...places] } },
      geometry: { counties: none, context: none },
      version: '0123456789abcdef',
      modifiedAt: '2023-07-01T09:00:00+08:00',
    },
    () => Date.parse('2026-11-24T12:00:00+08:00'),
  );
}

/** The register of the model as such a file; throws where there is none. */
export function registerFile(
  format: ExportFormat,
  model: ReadModel,
  level: RegisterLevel = 'township',
  state: Partial<RegisterState> = {},
  lang: Language = 'zh-CN',
): { readonly bytes: Uint8Array; readonly answer: MachineAnswer } {
  const taken = takenRegister(level, { ...defaultRegister, ...state }, model, lang);
  const answer = takeAway(format, taken);
  if (answer instanceof Response) throw new Error(`There is no ${format}: ${answer.status}`);
  const { body } = answer;
  return { answer, bytes: typeof body === 'string' ? Buffer.from(body) : body };
}
