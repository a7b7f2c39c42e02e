/**
 * What a ledger can be at most. The largest this site can need is 廊坊's 3,200 villages with some dozens
 * of columns; a province has 50,000. Each bound lies well above that, and low enough that a file that
 * reaches it costs the server neither seconds nor memory.
 */

/** Bytes of the file as sent. The 3,200 villages with 20 columns take under 1 MB as .xlsx. */
export const largestFile = 20_000_000;

/** Bytes of all parts together when inflated, as counted, not as the zip says. 20,000 rows of 8 columns take 6 MB. */
export const largestUnpacked = 100_000_000;

/** Parts of the zip. A workbook of 50 sheets with pictures and comments has some hundreds. */
export const mostParts = 1_000;

export const mostSheets = 50;

/** Rows in which something stands, in all sheets. Twice the villages of a province. */
export const mostRows = 100_000;

/** Column GR. Beyond it stands no ledger. */
export const mostColumns = 200;

/** Rows that the file lists, empty ones too: what a sheet formatted far down costs to look through. */
export const mostListedRows = 150_000;

/** Cells in which something stands, in all sheets: 20,000 rows of 30 columns. */
export const mostCells = 600_000;

/** UTF-16 units of text in all cells: one shared string may be repeated in every cell. */
export const mostText = 20_000_000;

/** XML elements of one part, empty cells included: a cell takes two or three, and each about 1 µs. */
export const mostElements = 2_000_000;

/** Elements within each other; a workbook needs about ten. */
export const deepestElement = 64;

/** Attributes of one element; the worksheet's own has about fifteen. */
export const mostAttributes = 100;

/** Joined cells of one sheet. */
export const mostMerges = 50_000;

/** Separators in one line of a text file, before it is read as a table at all. */
export const mostSeparators = 5_000;

/** UTF-16 units of one row of a text file: a quotation mark that is never closed swallows the rest. */
export const longestRow = 1_000_000;

/** Pasted text, in UTF-16 units: a block that a person selected. */
export const longestPaste = 5_000_000;

/** A backstop: what the other bounds let through is read in two to three seconds on one core. */
export const readingTime = { milliseconds: 8_000, megabytes: 384 };

/** Files read at the same moment; more wait. The machine has two cores, and pages must still be served. */
export const readAtOnce = 2;
