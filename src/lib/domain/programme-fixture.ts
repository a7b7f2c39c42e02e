/** A small made-up programme for the domain's own tests. Nothing here is a fact about any place. */
import type { Programme, Stage, Target } from './programme.ts';

const localized = (text: string) => ({ 'zh-CN': text, en: text });

function stage(id: string, counts = false, exit = false): Stage {
  return { id, name: localized(id), ...(exit ? {} : { phase: id }), counts, exit };
}

export const testStages: readonly Stage[] = [
  stage('applied'),
  stage('creating'),
  stage('named', true),
  stage('warned', true),
  stage('revoked', false, true),
];

/** Ten counties 990001–990010 on the track `national`, a third of them the target by the end of 2025. */
export function testProgramme(
  target: Partial<Extract<Target, { kind: 'number' }>> = {},
): Programme {
  const track = (id: string, level: 'county' | 'township' | 'village') => ({
    id,
    name: localized(id),
    level,
    stages: [...testStages],
    shareBreaks: [0.5],
  });
  return {
    id: 'test',
    name: localized('test'),
    prefecture: '990000',
    demonstration: true,
    map: { source: 'S1', credit: localized('S1') },
    period: { start: '2020-01-01', deadline: '2025-12-31', base: 0 },
    thresholds: { onTrack: 0.95, accelerate: 0.6 },
    phases: testStages.filter(({ exit }) => !exit).map(({ id, name }) => ({ id, name })),
    tracks: [
      track('national', 'county'),
      track('provincial', 'county'),
      track('township', 'township'),
      track('village', 'village'),
    ],
    targets: [
      {
        id: 'target',
        track: 'national',
        name: localized('target'),
        wording: localized('target'),
        source: 'S1',
        kind: 'number',
        number: 4,
        alsoCountedBy: [],
        ...target,
      },
    ],
    openQuestions: [],
    context: [],
  };
}
