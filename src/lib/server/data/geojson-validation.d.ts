/** `geojson-validation` ships no types. */
declare module 'geojson-validation' {
  const validation: {
    /** With `trace`, the messages of every fault; empty for valid GeoJSON. */
    readonly isFeature: (feature: unknown, trace: true) => readonly string[] | undefined;
  };
  export default validation;
}
