/** The shape of the map's two files, before anything is said about their geometry. */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1, 'expected a text'));
const finite = v.pipe(v.number(), v.finite());
/** A height is allowed and not looked at; more than that RFC 7946 §3.1.1 advises against. */
const position = v.pipe(
  v.array(finite),
  v.minLength(2, 'expected longitude and latitude'),
  v.maxLength(3, 'expected longitude and latitude'),
);
const rings = v.pipe(v.array(v.array(position)), v.minLength(1, 'expected a ring'));
const label = v.strictTuple([finite, finite]);

const polygonal = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: rings }),
  v.object({
    type: v.literal('MultiPolygon'),
    coordinates: v.pipe(v.array(rings), v.minLength(1, 'expected a polygon')),
  }),
]);

/** A collection of polygons with these properties. Foreign members are allowed (RFC 7946 §6.1). */
function collectionSchema<const Properties extends v.ObjectEntries>(properties: Properties) {
  return v.object({
    type: v.literal('FeatureCollection'),
    crs: v.optional(v.unknown()),
    features: v.pipe(
      v.array(
        v.object({
          type: v.literal('Feature'),
          id: text,
          properties: v.strictObject(properties),
          geometry: polygonal,
        }),
      ),
      v.minLength(1, 'expected a feature'),
    ),
  });
}

export const countiesSchema = collectionSchema({ code: text, name: text, label });

export const contextSchema = collectionSchema({
  code: text,
  name: text,
  nameEn: text,
  approximate: v.boolean(),
  label,
});

export const seatsSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      properties: v.object({ code: text, name: text }),
      geometry: v.object({ type: v.literal('Point'), coordinates: position }),
    }),
  ),
});
export type Seats = v.InferOutput<typeof seatsSchema>;
