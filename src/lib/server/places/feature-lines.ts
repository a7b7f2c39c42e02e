/** Features of GeoJSON and shapefiles as lines: their attributes read as the columns of a ledger are. */
import type { ColumnMeaning } from '../../domain/ledger.ts';
import type { PlaceLevel } from '../../domain/place-import.ts';
import type { PlaceFeature, ReadGeodata } from '../geodata/place-feature.ts';
import { maxNameText, readCell } from '../import/cell-text.ts';
import { columnMeaning } from '../import/column-meaning.ts';
import type { Fields } from '../import/row-fields.ts';
import type { PlaceLine, ReadPlaces } from './place-line.ts';

/** Short names of attributes in the national land survey's databases (TD/T 1057), and usual ones of GIS. */
const surveyNames: Readonly<Record<string, ColumnMeaning>> = {
  XZQDM: 'code',
  XZQMC: 'name',
  ZLDWDM: 'code',
  ZLDWMC: 'name',
  PAC: 'code',
  DM: 'code',
  MC: 'name',
  XMC: 'county',
  XZMC: 'township',
  XZCMC: 'village',
};

/** Attributes of the same file have the same names: each is read once. */
function meaningsOf(level: PlaceLevel): (attribute: string) => ColumnMeaning | null {
  const known = new Map<string, ColumnMeaning | null>();
  return (attribute) => {
    const seen = known.get(attribute);
    if (seen !== undefined) return seen;
    const survey = surveyNames[attribute.toUpperCase()];
    const meaning = survey ?? columnMeaning(attribute, level);
    known.set(attribute, meaning);
    return meaning;
  };
}

function fieldsOf(
  attributes: PlaceFeature['attributes'],
  meaningOf: (attribute: string) => ColumnMeaning | null,
): Fields {
  const fields: Fields = {};
  for (const [heading, text] of Object.entries(attributes)) {
    const meaning = meaningOf(heading);
    if (meaning === null || fields[meaning]) continue;
    const cell = { kind: 'text', text } as const;
    const reading = readCell(cell, maxNameText);
    if (reading.status !== 'empty') fields[meaning] = { letter: null, heading, cell, reading };
  }
  return fields;
}

/** Nothing is said of where it lies, as in a register that was taken away. */
function isWithout(faults: PlaceFeature['faults']): boolean {
  return faults.every(({ code }) => code === 'no-geometry');
}

/** The lines of a file of features; refused where none of them names anybody. */
export function featureLines(
  read: Extract<ReadGeodata, { status: 'read' }>,
  level: PlaceLevel,
): ReadPlaces {
  const meaningOf = meaningsOf(level);
  const lines = read.features.map((feature): PlaceLine => {
    const { layer, row, attributes, geometry, faults } = feature;
    const fields = fieldsOf(attributes, meaningOf);
    return {
      layer,
      number: row,
      fields,
      name: fields[level] ?? fields.name,
      geometry,
      asWritten: geometry,
      status: geometry === null ? (isWithout(faults) ? 'left-out' : 'wrong') : 'usable',
      notes: faults.map(({ code, values = {} }) => ({ of: 'feature', code, values })),
    };
  });
  if (lines.every(({ name, fields }) => !name && !fields.code)) {
    const columns = new Set(read.features.flatMap(({ attributes }) => Object.keys(attributes)));
    const shown = [...columns].slice(0, 20).join('、').slice(0, 300);
    const values = { columns: shown };
    return { status: 'refused', by: 'places', reason: 'no-names', values };
  }
  const datums = new Set(read.layers.map(({ datum }) => datum));
  const [datum = null] = datums;
  return {
    status: 'read',
    lines,
    layers: read.layers.map(({ name, rows, encoding, system, deleted }) => ({
      ...{ name, rows, encoding, system, deleted },
    })),
    datum: datums.size === 1 ? datum : null,
  };
}
