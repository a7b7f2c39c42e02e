/** What a map can be about: one county track, both together, or the townships or villages. */
export const themes = ['national', 'provincial', 'both', 'townships', 'villages'] as const;
export type Theme = (typeof themes)[number];
