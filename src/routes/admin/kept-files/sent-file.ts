/** The file of a form; `null`: none was chosen. A field without a choice sends a file without a name. */
export function sentFile(data: FormData): File | null {
  const file = data.get('file');
  if (file === null || typeof file === 'string') return null;
  return file.name !== '' || file.size > 0 ? file : null;
}
