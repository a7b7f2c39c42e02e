/** What a map can be about: one county track, both together, or the townships or villages. */
export const themes = ['national', 'provincial', 'both', 'townships', 'villages'] as const;
export type Theme = (typeof themes)[number];

/** The legend class that stands for "not reported", across all others; a filter beside them. */
export const unreported = 'unreported';
