/**
 * The scene: what a map of the view shows, as plain data with no pixels beyond viewBox units.
 * The SVG on the server and MapLibre in the browser both draw this one value (DESIGN §6).
 */
import type { ClassKind } from '../domain/classify.ts';
import type { DivisionCode } from '../domain/division.ts';
import type { CountyRow, Selection } from '../domain/select.ts';
import type { ContextProperties, SiteGeometry } from './geometry.ts';
import { contextLabels } from './context-label.ts';
import { labelBox, noteSize, placeLabels, type LabelBox, type SceneLabel } from './label.ts';
import { paintOf, type PaintKey } from './palette.ts';
import { projectSite, type ProjectedCounty } from './projected.ts';
import type { Frame, LonLatBounds } from './projection.ts';
import { wrapText } from './wrap.ts';

/** viewBox units. */
const noteWidth = 250;

export interface SceneCounty {
  readonly code: DivisionCode;
  readonly name: string;
  /** SVG path data in viewBox units. */
  readonly path: string;
  readonly label: SceneLabel;
  readonly classId: string;
  readonly kind: ClassKind;
  /** Place on the theme's ramp from 0; -1 for classes that are no step. */
  readonly rank: number;
  /** Which colour of the palette the class has. */
  readonly paint: PaintKey;
  readonly isPossible: boolean;
  readonly isUnreported: boolean;
  /** False where the filter leaves it out: dimmed, but still a link. */
  readonly isShown: boolean;
  readonly isSelected: boolean;
  readonly href: string;
  /** How it stands, as a full sentence, for screen readers. */
  readonly description: string;
}

export interface SceneContext {
  readonly code: string;
  readonly path: string;
  /** `null` where there is no room for it. */
  readonly label: SceneLabel | null;
  /** The outline is a stand-in, not a boundary. */
  readonly isApproximate: boolean;
}

export interface Scene {
  /** Where the viewBox lies in the world, and its size. */
  readonly frame: Frame;
  /** Bounds of the counties in degrees, CRS84. */
  readonly bounds: LonLatBounds;
  /** In the order of drawing: by code, the selected county last. */
  readonly counties: readonly SceneCounty[];
  readonly context: readonly SceneContext[];
}

/** The wording of a scene, in the reader's language. */
export interface SceneWords {
  /** Lines on the map: a short name, then its class in words or figures. */
  readonly label: (row: CountyRow) => readonly string[];
  /** The whole standing as one sentence. */
  readonly describe: (row: CountyRow) => string;
  readonly contextName: (context: ContextProperties) => string;
}

export interface SceneInput {
  readonly geometry: SiteGeometry;
  readonly selection: Selection;
  readonly selectedCode: DivisionCode | null;
  readonly words: SceneWords;
  readonly hrefOf: (code: DivisionCode) => string;
  /** What else stands on the map, such as its scale: no neighbour's name may cover it. */
  readonly furniture?: ((frame: Frame) => readonly LabelBox[]) | undefined;
}

/**
 * The scene of a selection. A row without a polygon (131071, a statistics-only code) is not on the
 * map; a polygon without a row, of which the theme does not speak, is drawn as ground.
 */
export function buildScene(input: SceneInput): Scene {
  const site = projectSite(input.geometry);
  const rows = new Map(input.selection.rows.map((row) => [row.division.code, row]));
  const drawn = site.counties.flatMap((county) => {
    const row = rows.get(county.code);
    return row ? [{ county, row }] : [];
  });
  const labels = placeLabels(
    drawn.map(({ county, row }) => countyLabel(county.label, input.words.label(row))),
    site.frame,
  );
  const counties = drawn.map(({ county, row }, index) =>
    sceneCounty(input, county, row, labels[index] ?? countyLabel(county.label, [])),
  );
  return {
    frame: site.frame,
    bounds: site.bounds,
    counties: counties.sort((a, b) => Number(a.isSelected) - Number(b.isSelected)),
    context: sceneContext(input, labels.map(labelBox)),
  };
}

function sceneCounty(
  { selection, selectedCode, words, hrefOf }: SceneInput,
  county: ProjectedCounty,
  row: CountyRow,
  label: SceneLabel,
): SceneCounty {
  const steps = selection.classes.filter(({ kind }) => kind === 'step').length;
  const { kind, rank } = selection.classes.find(({ id }) => id === row.classId) ?? unclassified;
  return {
    code: county.code,
    name: row.division.name,
    path: county.path,
    label,
    classId: row.classId,
    kind,
    rank,
    paint: paintOf(kind, rank, steps),
    isPossible: row.isPossible,
    isUnreported: row.isUnreported,
    isShown: row.isShown,
    isSelected: county.code === selectedCode,
    href: hrefOf(county.code),
    description: words.describe(row),
  };
}

/** `select` gives every row a class of its theme; a row without one is drawn as not known. */
const unclassified = { kind: 'unknown', rank: -1 } as const;

function sceneContext(
  { geometry, words, furniture }: SceneInput,
  taken: readonly LabelBox[],
): readonly SceneContext[] {
  const { frame, context, ground } = projectSite(geometry);
  const names = context.map(({ properties, label }) => ({
    code: properties.code,
    name: words.contextName(properties),
    place: label,
  }));
  const labels = contextLabels(names, ground, [...taken, ...(furniture?.(frame) ?? [])]);
  return context.map(({ properties, path }, index) => ({
    code: properties.code,
    path,
    label: labels[index] ?? null,
    isApproximate: properties.approximate,
  }));
}

/** A name stays whole; a note is broken where it is wider than most counties are. */
function countyLabel(
  [x, y]: readonly [number, number],
  [name = '', ...notes]: readonly string[],
): SceneLabel {
  const lines = notes.flatMap((note) => wrapText(note, noteSize, noteWidth));
  return { x, y, lines: [name, ...lines], hasName: true };
}
