/** Which look a reader sees: their choice, or what their system asks for. */
import { looks, type Look } from './palette.ts';

export interface SystemWishes {
  /** `prefers-contrast: more`. */
  readonly contrast: boolean;
  /** `prefers-color-scheme: dark`. */
  readonly dark: boolean;
}

/** The look of a choice; anything but a look leaves it to the system, as `palette.css` does. */
export function resolveLook(choice: string, system: SystemWishes): Look {
  const chosen = looks.find((look) => look === choice);
  if (chosen) return chosen;
  if (system.contrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
}
