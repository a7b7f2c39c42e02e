/** The settings' limits: what a text typed for one comes to. */
import type { SettingFault, SettingValues } from './settings.ts';

type NumberField = Exclude<keyof SettingValues, 'passwordPolicy'>;

export const defaultSettings: SettingValues = {
  passwordPolicy: 'dengbao',
  reportingDueDays: 31,
  dormantDays: 90,
  idleMinutes: 30,
};

/** Whole numbers, both ends included. */
export const settingLimits: Readonly<
  Record<NumberField, { readonly least: number; readonly most: number }>
> = {
  reportingDueDays: { least: 1, most: 400 },
  dormantDays: { least: 7, most: 730 },
  idleMinutes: { least: 5, most: 480 },
};

export const passwordPolicies = ['dengbao', 'modern'] as const;

/** The values, or what is wrong with each field. Digits of a Chinese keyboard count as digits. */
export function readSettingTexts(
  texts: Readonly<Record<keyof SettingValues, string>>,
):
  | { readonly status: 'ok'; readonly values: SettingValues }
  | { readonly status: 'invalid'; readonly faults: readonly SettingFault[] } {
  const faults: SettingFault[] = [];
  const passwordPolicy = passwordPolicies.find((policy) => policy === texts.passwordPolicy.trim());
  if (!passwordPolicy) {
    const code = texts.passwordPolicy.trim() === '' ? 'required' : 'unknown';
    faults.push({ field: 'passwordPolicy', code });
  }
  const numberOf = (field: NumberField): number => {
    const read = readNumber(field, texts[field]);
    if (typeof read === 'number') return read;
    faults.push(read);
    return defaultSettings[field];
  };
  const values: SettingValues = {
    passwordPolicy: passwordPolicy ?? defaultSettings.passwordPolicy,
    reportingDueDays: numberOf('reportingDueDays'),
    dormantDays: numberOf('dormantDays'),
    idleMinutes: numberOf('idleMinutes'),
  };
  return faults.length > 0 ? { status: 'invalid', faults } : { status: 'ok', values };
}

function readNumber(field: NumberField, typed: string): number | SettingFault {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { field, code: 'required' };
  if (!/^-?\d+$/.test(text)) return { field, code: 'not-a-number' };
  const { least, most } = settingLimits[field];
  const values = { least: String(least), most: String(most) };
  if (Number(text) < least) return { field, code: 'too-small', values };
  if (Number(text) > most) return { field, code: 'too-large', values };
  return Number(text);
}
