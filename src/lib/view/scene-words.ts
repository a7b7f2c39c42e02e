/** The wording of the map: what stands on a county, and how it is told to a screen reader. */
import { classesOfTheme } from '../domain/classify.ts';
import type { Programme } from '../domain/programme.ts';
import type { CountyRow } from '../domain/select.ts';
import type { Theme } from '../domain/theme.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { SceneWords } from '../map/scene.ts';
import type { FurnitureWords } from '../map/svg/furniture.ts';
import { phaseName } from './legend.ts';
import { placeName } from './place-name.ts';
import { describeCounty, describeTally, tallyFacts } from './standing-words.ts';

/** The words of a scene in one theme. */
export function sceneWords(programme: Programme, theme: Theme, say: Sentences): SceneWords {
  const level = theme === 'townships' ? 'township' : theme === 'villages' ? 'village' : null;
  const classNames = new Map(
    classesOfTheme(programme, theme, null).map((each) => [
      each.id,
      say.legend.className(each, phaseName(programme, each.id, say)),
    ]),
  );
  const note = (row: CountyRow): string => {
    if (level === null) return classNames.get(row.classId) ?? '';
    const tally = level === 'township' ? row.townships : row.villages;
    return say.standing.tallyShort(tallyFacts(level, tally));
  };
  return {
    label: (row) => {
      const name = say.map.shortName(placeName(row.division, say.language).text);
      // 未填报 on every county would say ten times what the hatch and the legend say once.
      return row.classId === 'unknown' ? [name] : [name, note(row)];
    },
    describe: (row) =>
      level === null
        ? describeCounty(programme, row, say)
        : describeTally(programme, row, level, say),
    contextName: ({ name, nameEn }) => (say.language === 'en' ? nameEn : name),
  };
}

/** North arrow, scale and captions in the reader's language. */
export function furnitureWords(approvalNumber: string | null, say: Sentences): FurnitureWords {
  const { north, kilometres, approval, generalised } = say.map;
  return { north, kilometres, captions: [generalised, approval(approvalNumber)] };
}
