import { isExportFormat } from '../lib/export/format.ts';

/** The ending of an address under which a page can be taken away. */
export const match = isExportFormat;
