/** Whether the boundaries lie in WGS-84: against control points, and layer against layer. */
import type { LonLat } from '../../map/geometry.ts';
import { datumHits, datumOf, type Datum, type DatumHits } from './datum.ts';
import { say, type Finding } from './fault.ts';
import { positionsOf, type Outline } from './outlines.ts';

/**
 * Metres. Editions of Chinese boundaries differ by a median of 150 m here, GCJ-02 by 525 m: half of
 * that tells them apart.
 */
const controlReach = 200;
/** Metres. Layers cut from one edition share corners; rounding to four decimals moves them 10 m. */
const layerReach = 30;
/** Fewer meetings than this may be chance. */
const leastMeetings = 5;

const names: Readonly<Record<Exclude<Datum, 'wgs84'>, Finding['what']>> = {
  gcj02: say('为 GCJ-02（火星坐标），未转换为 WGS-84', 'is in GCJ-02, not converted to WGS-84'),
  bd09: say('为 BD-09（百度坐标），未转换为 WGS-84', 'is in BD-09, not converted to WGS-84'),
  'wgs84-as-gcj02': say(
    '本是 WGS-84，却又按 GCJ-02 反向转换了一次',
    'was WGS-84 already and has been converted from GCJ-02 once more',
  ),
};

const expected = say('WGS-84（可用 gcoord 转换）', 'WGS-84 (gcoord converts it)');

function cornersOf(layer: readonly Outline[]): readonly LonLat[] {
  return layer.flatMap((outline) =>
    positionsOf(outline).map(([x = NaN, y = NaN]): LonLat => [x, y]),
  );
}

function shiftFinding(
  datum: Exclude<Datum, 'wgs84'>,
  hits: DatumHits,
  of: number,
  by: Finding['what'],
): Finding {
  const name = names[datum];
  return {
    place: '',
    what: say(
      `坐标${name['zh-CN']}：${of} 个${by['zh-CN']}中有 ${hits[datum]} 个在移位处相合，原位仅 ${hits.wgs84} 个`,
      `it ${name.en}: of ${of} ${by.en} ${hits[datum]} fit in the shifted place, ${hits.wgs84} in their own`,
    ),
    expected,
  };
}

/**
 * A layer against control points of its prefecture. `mustFit`: whether every point should find a
 * corner, as in a layer that was not simplified.
 */
export function checkAgainstControlPoints(
  layer: readonly Outline[],
  points: readonly LonLat[],
  mustFit: boolean,
): readonly Finding[] {
  if (points.length < leastMeetings) return [];
  const hits = datumHits(points, cornersOf(layer), controlReach);
  const datum = datumOf(hits, leastMeetings);
  const by = say('控制点', 'control points');
  if (datum !== undefined && datum !== 'wgs84')
    return [shiftFinding(datum, hits, points.length, by)];
  if (!mustFit || hits.wgs84 * 2 >= points.length) return [];
  return [
    {
      place: '',
      what: say(
        `${points.length} 个控制点中只有 ${hits.wgs84} 个与边界相合`,
        `only ${hits.wgs84} of ${points.length} control points meet a boundary`,
      ),
      expected: say(
        '至少一半控制点在 200 米内有边界拐点',
        'a corner within 200 m of at least half of them',
      ),
    },
  ];
}

export interface LayerFindings {
  readonly counties: readonly Finding[];
  readonly context: readonly Finding[];
}

/**
 * The two layers against each other: the neighbours' corners along the common boundary are corners
 * of the counties too, in the same datum. Says nothing of layers that share no corner.
 */
export function checkAgainstEachOther(
  counties: readonly Outline[],
  context: readonly Outline[],
): LayerFindings {
  const places = cornersOf(context);
  const hits = datumHits(places, cornersOf(counties), layerReach);
  const by = say('邻区拐点', 'corners of the neighbours');
  switch (datumOf(hits, leastMeetings)) {
    case undefined:
    case 'wgs84':
      return { counties: [], context: [] };
    case 'gcj02':
      return { counties: [shiftFinding('gcj02', hits, places.length, by)], context: [] };
    case 'bd09':
      return { counties: [shiftFinding('bd09', hits, places.length, by)], context: [] };
    case 'wgs84-as-gcj02':
      // The counties lie one shift behind the neighbours: more likely these were never converted.
      return {
        counties: [],
        context: [
          {
            place: '',
            what: say(
              `坐标${names.gcj02['zh-CN']}：${hits['wgs84-as-gcj02']} 个拐点与各县边界相差一个 GCJ-02 偏移`,
              `it ${names.gcj02.en}: ${hits['wgs84-as-gcj02']} corners lie one GCJ-02 shift off the counties`,
            ),
            expected,
          },
        ],
      };
  }
}
