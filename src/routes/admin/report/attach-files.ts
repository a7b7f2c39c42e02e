/** Attaches the files of a form to a draft, one after the other, and says which were not taken. */
import { office } from '$lib/server/office.ts';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import type { By, FileResult } from '$lib/server/submissions/submissions.ts';
import type { Sentences } from '$lib/i18n/sentences.ts';

export interface Attached {
  /** As it stands after the last file. */
  readonly submission: SubmissionDetail;
  readonly faults: readonly string[];
  /** Somebody else wrote meanwhile. The files are attached all the same: they overwrite nothing. */
  readonly clash: Extract<FileResult, { status: 'clash' }> | null;
}

/** The files that were chosen. A field without a choice sends one without a name. */
export function chosenFiles(data: FormData): readonly File[] {
  return data
    .getAll('files')
    .filter((value) => typeof value !== 'string')
    .filter(({ name, size }) => name !== '' || size > 0);
}

/** `version`: the one the sender had seen. */
export async function attachFiles(
  by: By,
  draft: SubmissionDetail,
  version: number,
  files: readonly File[],
  say: Sentences,
): Promise<Attached> {
  let submission = draft;
  let seen = version;
  let clash: Attached['clash'] = null;
  const faults: string[] = [];
  for (const file of files) {
    const upload = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    let result = await office().submissions.attach(by, submission.id, seen, upload);
    if (result.status === 'clash') {
      clash ??= result;
      seen = result.submission.version;
      result = await office().submissions.attach(by, submission.id, seen, upload);
    }
    if (result.status === 'done') {
      submission = result.submission;
      seen = submission.version;
    } else faults.push(say.report.fileFault(file.name, reason(result, say)));
  }
  return { submission, faults, clash };
}

function reason(result: FileResult, { report }: Sentences): string {
  const { words } = report;
  if (result.status !== 'file-refused') return words.fileNotKept;
  switch (result.reason) {
    case 'empty':
      return words.fileEmpty;
    case 'too-large':
      return words.fileTooLarge;
    case 'wrong-type':
      return words.fileWrongType;
    case 'too-many':
      return words.fileTooMany;
  }
}
