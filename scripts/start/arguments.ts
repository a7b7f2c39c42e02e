/** The command line of `npm start`. */
import { parseArgs } from 'node:util';

export const help = `Usage: npm start [-- OPTIONS]      npm run demo [-- OPTIONS]

Checks the settings and the data, builds the site where its sources are newer than the last build,
and serves it.

  --demo        the demonstration history (data/demo), with a working directory of its own
  --no-build    serve the build that is there
  --build-only  build where it is needed, and serve nothing
  --help        this text

Settings are read from the environment:
  PORT (3000)  HOST (every address)  ORIGIN (https://map.example.cn)
  DATA_DIR (./data)  VAR_DIR (./var)
  BASEMAP (off, or tianditu with TIANDITU_KEY)  MAP_APPROVAL_NUMBER (审图号)

Exit codes: 0 built, or stopped by a signal; 1 a wrong setting, data that does not validate, a failed build,
or a port that is taken; 2 an unknown option.
`;

/** Both, or one of them. */
export type StartMode = 'build-and-serve' | 'build' | 'serve';

export type Arguments =
  | { readonly status: 'help' }
  | { readonly status: 'unknown'; readonly message: string }
  | { readonly status: 'start'; readonly isDemo: boolean; readonly mode: StartMode };

export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        'build-only': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { status: 'help' };
    if (values['no-build'] && values['build-only']) {
      return { status: 'unknown', message: '--no-build and --build-only leave nothing to do' };
    }
    const mode = values['no-build'] ? 'serve' : values['build-only'] ? 'build' : 'build-and-serve';
    return { status: 'start', isDemo: values.demo, mode };
  } catch (error) {
    return { status: 'unknown', message: error instanceof Error ? error.message : String(error) };
  }
}
