import type { Programme } from '../../src/lib/domain/programme.ts';

/** Townships named before the period: the base of their target, and why it can regress. */
const townshipBase = 6;

/**
 * The real programme's rules for an invented history: marked as such, without the real one's open
 * questions and figures, and its targets resting on an invented document.
 */
export function demoProgramme(programme: Programme, source: string): Programme {
  return {
    ...programme,
    $schema: '../../docs/schema/programme.schema.json',
    id: `${programme.id}-demo`,
    name: {
      'zh-CN': `${programme.name['zh-CN']}（演示数据）`,
      en: `${programme.name.en} (demonstration data)`,
    },
    demonstration: true,
    targets: programme.targets.map((target) => ({
      ...target,
      source,
      ...(target.track === 'township' ? { base: townshipBase } : {}),
    })),
    openQuestions: [],
    context: [],
    files: {
      divisions: '../divisions.csv',
      counties: '../counties.geojson',
      context: '../context.geojson',
    },
  };
}
