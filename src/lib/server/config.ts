/**
 * The settings of one running site, from its environment (DESIGN §10). Read once; a wrong value is
 * one clear line and the end of the process. Names not listed here are ignored.
 */
import * as v from 'valibot';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly port: number;
  /** The address to listen on; `null`: every address the machine has. */
  readonly host: string | null;
  /** Where readers find the site, as `https://map.example.cn`; `null`: not told. */
  readonly origin: string | null;
  readonly varDir: string;
  readonly dataDir: string;
  /** Address of a PostgreSQL database; `null`: the embedded one under `varDir`. A secret. */
  readonly databaseUrl: string | null;
  /** Keys of the audit log and of sessions; `null`: the site's own (server/keys.ts). Secrets. */
  readonly auditKey: string | null;
  readonly authSecret: string | null;
  /**
   * The header a trusted proxy gives the reader's address in; `null`: there is no proxy. Read by
   * adapter-node too, as is `XFF_DEPTH`, the number of such proxies.
   */
  readonly addressHeader: string | null;
  readonly basemap: Basemap;
  /** 审图号 of the operator's own map; `null` prints "审图号：待填报". */
  readonly mapApprovalNumber: string | null;
}

/** The optional base map 天地图; `off` lets nothing leave the site. */
export type Basemap =
  { readonly kind: 'off' } | { readonly kind: 'tianditu'; readonly key: string };

export type ParsedConfig =
  | { readonly status: 'ok'; readonly config: Config }
  | { readonly status: 'invalid'; readonly message: string };

/** An empty setting (`PORT=`) counts as one that was left out, as compose files write it. */
function setting<const S extends v.GenericSchema<string, unknown>>(schema: S, fallback: string) {
  return v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text.trim() || fallback),
    schema,
  );
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isOrigin(text: string): boolean {
  if (text === '') return true;
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}

/** 32 random bytes as `openssl rand -base64 32` prints them, or in base64url. */
const secret = setting(
  v.pipe(
    v.string(),
    v.check(
      (text) => text === '' || isSecret(text),
      '应为 32 个随机字节的 base64 文本，如 openssl rand -base64 32 所出 / expected 32 random bytes in base64',
    ),
  ),
  '',
);

function isSecret(text: string): boolean {
  return /^[\w+/-]{43}=?$/.test(text) && new Set(text).size >= 12;
}

const schema = v.object({
  PORT: setting(
    v.pipe(
      v.string(),
      v.check(isPort, '应为 0–65535 的整数 / expected a whole number from 0 to 65535'),
      v.transform(Number),
    ),
    '3000',
  ),
  HOST: setting(
    v.pipe(v.string(), v.regex(/^[\w.:%-]*$/, '应为主机名或 IP 地址 / expected a host name or IP')),
    '',
  ),
  ORIGIN: setting(
    v.pipe(
      v.string(),
      v.check(
        isOrigin,
        '应为不带路径的网址，如 https://map.example.cn / expected an origin without a path',
      ),
    ),
    '',
  ),
  VAR_DIR: setting(v.string(), './var'),
  DATA_DIR: setting(v.string(), './data'),
  DATABASE_URL: setting(
    v.pipe(
      v.string(),
      v.check(
        (text) => text === '' || /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''),
        '应为 postgres:// 开头的地址 / expected an address beginning with postgres://',
      ),
    ),
    '',
  ),
  ADDRESS_HEADER: setting(
    v.pipe(
      v.string(),
      v.regex(/^[\w-]*$/, '应为请求头的名称，如 x-forwarded-for / expected the name of a header'),
    ),
    '',
  ),
  XFF_DEPTH: setting(
    v.pipe(v.string(), v.regex(/^[1-9]\d?$/, '应为 1–99 的整数 / expected a number from 1 to 99')),
    '1',
  ),
  AUDIT_KEY: secret,
  AUTH_SECRET: secret,
  BASEMAP: setting(
    v.picklist(['off', 'tianditu'], '应为 off 或 tianditu / expected off or tianditu'),
    'off',
  ),
  TIANDITU_KEY: setting(
    v.pipe(
      v.string(),
      v.regex(/^[0-9A-Za-z]*$/, '应为天地图密钥 / expected a key of letters and digits'),
    ),
    '',
  ),
  MAP_APPROVAL_NUMBER: setting(
    v.pipe(v.string(), v.maxLength(60, '不应超过 60 个字 / expected at most 60 characters')),
    '',
  ),
});

/** The settings an environment stands for, or the one line that says what is wrong with it. */
export function parseConfig(environment: Environment): ParsedConfig {
  const result = v.safeParse(schema, environment, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const name = String(issue.path?.[0]?.key ?? '');
    return invalid(name, environment[name] ?? '', issue.message);
  }
  const { PORT, HOST, ORIGIN, VAR_DIR, DATA_DIR, DATABASE_URL } = result.output;
  const { AUDIT_KEY, AUTH_SECRET, ADDRESS_HEADER } = result.output;
  const { BASEMAP, TIANDITU_KEY, MAP_APPROVAL_NUMBER } = result.output;
  if (BASEMAP === 'tianditu' && TIANDITU_KEY === '') {
    return invalid(
      'TIANDITU_KEY',
      '',
      'BASEMAP=tianditu 时必须填写 / required with BASEMAP=tianditu',
    );
  }
  return {
    status: 'ok',
    config: {
      port: PORT,
      host: HOST || null,
      origin: ORIGIN || null,
      varDir: VAR_DIR,
      dataDir: DATA_DIR,
      databaseUrl: DATABASE_URL || null,
      addressHeader: ADDRESS_HEADER || null,
      auditKey: AUDIT_KEY || null,
      authSecret: AUTH_SECRET || null,
      basemap: BASEMAP === 'tianditu' ? { kind: BASEMAP, key: TIANDITU_KEY } : { kind: 'off' },
      mapApprovalNumber: MAP_APPROVAL_NUMBER || null,
    },
  };
}

function invalid(name: string, value: string, expected: string): ParsedConfig {
  // A key is a secret, and so is the password in an address: a wrong one is named, never printed.
  const shown = /_(KEY|SECRET|URL)$/.test(name) ? '' : ` “${value}”`;
  return { status: 'invalid', message: `配置有误 / wrong setting: ${name}${shown}: ${expected}` };
}

let parsed: Config | undefined;

/** The settings of this process. Ends it, with one line on stderr and exit code 1, on a wrong one. */
export function config(): Config {
  if (parsed) return parsed;
  const result = parseConfig(process.env);
  if (result.status === 'invalid') {
    process.stderr.write(`${result.message}\n`);
    process.exit(1);
  }
  parsed = result.config;
  return parsed;
}
