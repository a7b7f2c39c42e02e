/** Why a file that should hold a table cannot be read at all; the sentence for each is in the reader's language (i18n). */
export type WorkbookRefusal =
  | 'empty'
  | 'too-large'
  /** Neither a workbook nor a table of text: a picture, a PDF, a program. */
  | 'not-a-table'
  /** An .xls of Excel 97–2003, by whatever name. */
  | 'old-xls'
  /** A workbook of another kind: .ods, .xlsb. */
  | 'other-workbook'
  /** A page of HTML or XML saved as a workbook. */
  | 'html'
  | 'password'
  | 'macros'
  | 'damaged'
  /** Unpacked, larger than any ledger: a zip bomb, or more cells and text than a ledger can hold. */
  | 'unpacks-too-large'
  | 'too-many-parts'
  /** XML that declares entities or a document type. */
  | 'entities'
  | 'too-many-sheets'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'unknown-encoding'
  /** Reading took longer, or more memory, than a ledger can. */
  | 'too-slow'
  | 'no-rows';
