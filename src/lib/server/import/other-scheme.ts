/** Titles of other bodies for much the same places (FACTS: three schemes, never mixed). */

const scheme = /(?:省级?|国家级?|全国|县级|区级)森林(?:乡村|村庄|乡镇|小镇|村镇|村)/;
const own = /市级|廊坊市森林/;

/** 省级森林乡村 of a title that says so, and says nothing of ours; `null`: it does not. */
export function schemeOfOthers(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return own.test(plain) ? null : (scheme.exec(plain)?.[0] ?? null);
}

export function isSchemeOfOthers(text: string): boolean {
  return schemeOfOthers(text) !== null;
}

/** What a cell of grades 级别 says: ours, another's, both, or nothing of it. */
export function gradeOf(text: string): 'own' | 'other' | 'mixed' | 'unsaid' {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const isOwn = own.test(plain) || /^(?:地)?市$/.test(plain);
  const isOther = /国家|省|全国|县级|区级|乡级|镇级|^(?:国|省|县|区)$/.test(plain);
  if (isOwn) return isOther ? 'mixed' : 'own';
  return isOther ? 'other' : 'unsaid';
}
