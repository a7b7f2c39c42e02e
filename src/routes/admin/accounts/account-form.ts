/** What an account form sends and shows, and who may be chosen in it. */
import { posts, type Post } from '$lib/domain/permission.ts';
import type { Language } from '$lib/i18n/language.ts';
import type { ReadModel } from '$lib/server/read-model.ts';
import { textOf } from '$lib/server/http/kept-form.ts';
import { placeName } from '$lib/view/place-name.ts';

/** As typed: what is wrong with it is for the accounts to say. */
export interface AccountTexts {
  readonly name: string;
  readonly username: string;
  readonly posts: readonly Post[];
  /** Code of the county; empty: none. */
  readonly county: string;
}

/** `prefix`: of the hidden fields that hold what was seen when the form was opened. */
export function accountTexts(form: FormData, prefix = ''): AccountTexts {
  const chosen = new Set(form.getAll(`${prefix}posts`));
  return {
    name: textOf(form, `${prefix}name`).trim(),
    username: textOf(form, `${prefix}username`).trim(),
    posts: posts.filter((post) => chosen.has(post)),
    county: textOf(form, `${prefix}county`),
  };
}

/** As the accounts take it. */
export function accountInput({ county, ...rest }: AccountTexts) {
  return { ...rest, county: county === '' ? null : county };
}

export interface County {
  readonly code: string;
  readonly name: string;
  readonly lang: Language | undefined;
}

/** The counties and the zones counted with them, in the order of the divisions' file. */
export function countiesOf(model: ReadModel, lang: Language): readonly County[] {
  return model.site.data.divisions
    .filter(({ level }) => level === 'county')
    .map((division) => {
      const name = placeName(division, lang);
      return { code: division.code, name: name.text, lang: name.lang };
    });
}
