/** The audit log: one sentence a row. Every kind of row has its sentence; the log page's type checks it. */

/** What a sentence can mention, already in words; `null` where the row does not say. */
export interface LogFacts {
  readonly actor: string;
  /** Name of the division. */
  readonly division: string | null;
  /** What it is about: the name of an account, else the id as it was written. */
  readonly subject: string | null;
  /** Of a refusal: what was asked for, as the permission table names it. */
  readonly asked: string | null;
}

type Sentence = (facts: LogFacts) => string;

const of = (division: string | null) => division ?? '';
const named = (subject: string | null) => (subject === null ? '' : `“${subject}”`);

const sentences = {
  'site.seeded': () => '首次启动，从数据目录载入记录',
  'site.backed-up': ({ actor }) => `${actor}备份整个站点`,
  'facts.imported': ({ actor }) => `${actor}导入记录文件`,
  'account.set-up-link': ({ actor }) => `${actor}生成创建首位管理员的一次性链接`,
  'account.set-up': ({ actor, subject }) => `通过一次性链接创建第一位系统管理员${subject ?? actor}`,
  'account.created': ({ actor, subject }) => `${actor}创建账号${named(subject)}`,
  'account.changed': ({ actor, subject }) => `${actor}修改账号${named(subject)}`,
  'account.disabled': ({ actor, subject }) => `${actor}停用账号${named(subject)}`,
  'account.enabled': ({ actor, subject }) => `${actor}启用账号${named(subject)}`,
  'account.password-changed': ({ actor }) => `${actor}修改本人密码`,
  'account.password-reset': ({ actor, subject }) => `${actor}重置账号${named(subject)}的密码`,
  'account.second-factor-on': ({ actor }) => `${actor}启用双重验证`,
  'account.second-factor-reset': ({ actor, subject }) =>
    `${actor}重置账号${named(subject)}的双重验证`,
  'session.signed-in': ({ actor }) => `${actor}登录`,
  'session.refused': ({ subject }) => `登录被拒绝${subject === null ? '' : `：${subject}`}`,
  'session.signed-out': ({ actor }) => `${actor}退出登录`,
  'session.ended': ({ actor, subject }) =>
    `${actor}结束登录${subject === null ? '' : `${named(subject)}`}`,
  'permission.refused': ({ actor, division, asked }) =>
    `${actor}请求${named(asked)}${division === null ? '' : `（${division}）`}，因无权限被拒绝`,
  'submission.drafted': ({ actor, division, subject }) =>
    `${actor}起草${of(division)}报送${named(subject)}`,
  'submission.saved': ({ actor, division, subject }) =>
    `${actor}保存${of(division)}报送${named(subject)}`,
  'submission.file-attached': ({ actor, division, subject }) =>
    `${actor}为${of(division)}报送${named(subject)}添加附件`,
  'submission.file-removed': ({ actor, division, subject }) =>
    `${actor}从${of(division)}报送${named(subject)}中删除附件`,
  'submission.submitted': ({ actor, division, subject }) =>
    `${actor}提交${of(division)}报送${named(subject)}`,
  'submission.checked': ({ actor, division, subject }) =>
    `${actor}核对${of(division)}报送${named(subject)}，报市级核准`,
  'submission.returned': ({ actor, division, subject }) =>
    `${actor}退回${of(division)}报送${named(subject)}`,
  'submission.withdrawn': ({ actor, division, subject }) =>
    `${actor}撤回${of(division)}报送${named(subject)}`,
  'submission.approved': ({ actor, division, subject }) =>
    `${actor}核准${of(division)}报送${named(subject)}`,
  'event.recorded': ({ division, subject }) => `${of(division)}状态记录${named(subject)}写入`,
  'quota.set': ({ division, subject }) => `${of(division)}分解任务${named(subject)}写入`,
  'place.recorded': ({ division, subject }) => `${of(division)}报送${named(subject)}中的位置写入`,
  'reporting.confirmed': ({ actor, division }) => `${actor}确认${of(division)}填报截止日`,
  'setting.changed': ({ actor, subject }) => `${actor}修改设置${named(subject)}`,
  'log.exported': ({ actor }) => `${actor}导出操作日志`,
  'file.downloaded': ({ actor, division, subject }) =>
    `${actor}下载${of(division)}报送附件${named(subject)}`,
  'ledger.downloaded': ({ actor, division }) => `${actor}下载${of(division)}名单的核对表`,
} satisfies Readonly<Record<string, Sentence>>;

const actions: Readonly<Record<keyof typeof sentences, string>> = {
  'site.seeded': '首次载入',
  'site.backed-up': '备份站点',
  'facts.imported': '导入记录',
  'account.set-up-link': '生成初始化链接',
  'account.set-up': '创建首位管理员',
  'account.created': '创建账号',
  'account.changed': '修改账号',
  'account.disabled': '停用账号',
  'account.enabled': '启用账号',
  'account.password-changed': '修改密码',
  'account.password-reset': '重置密码',
  'account.second-factor-on': '启用双重验证',
  'account.second-factor-reset': '重置双重验证',
  'session.signed-in': '登录',
  'session.refused': '登录被拒绝',
  'session.signed-out': '退出登录',
  'session.ended': '结束登录',
  'permission.refused': '无权被拒',
  'submission.drafted': '起草报送',
  'submission.saved': '保存报送',
  'submission.file-attached': '添加附件',
  'submission.file-removed': '删除附件',
  'submission.submitted': '提交报送',
  'submission.checked': '县级核对',
  'submission.returned': '退回报送',
  'submission.withdrawn': '撤回报送',
  'submission.approved': '核准',
  'event.recorded': '写入记录',
  'quota.set': '写入分解任务',
  'place.recorded': '写入位置',
  'reporting.confirmed': '确认填报截止日',
  'setting.changed': '修改设置',
  'log.exported': '导出日志',
  'file.downloaded': '下载附件',
  'ledger.downloaded': '下载核对表',
};

export const log = {
  sentences: sentences as Readonly<Record<keyof typeof sentences, Sentence>>,
  actions,
  title: '操作日志',
  intro:
    '每一次登录、拒绝、账号变更、报送、审核、导出和设置修改各记一行，只增不改；时间为北京时间。',
  nobody: '未登录者',
  commandLine: '命令行',
  system: '系统',
  chainWhole: (rows: string) => `已核对${rows}行，链条完整。`,
  chainBroken: (row: string) =>
    `链条不完整：第${row}行起与写入时不符。日志可能被改动，请立即报告，并在服务器上运行npm run audit-verify。`,
  columns: { seq: '序号', at: '时间', what: '事项', details: '详情' },
  outcomes: { done: '完成', refused: '拒绝' },
  outcome: '结果',
  request: '请求编号',
  hash: '散列值',
  filters: '查找',
  from: '起始日期',
  to: '截止日期',
  actor: '人员',
  division: '行政区划',
  action: '事项',
  all: '全部',
  apply: '查找',
  clear: '清除条件',
  badDate: '应为真实存在的一天，写作2026-01-31。',
  fromAfterTo: '起始日期不能晚于截止日期。',
  none: '没有符合条件的记录。',
  older: '更早的记录',
  newest: '回到最新',
  pages: '翻页',
  export: '导出（CSV）',
  exportLines: '导出（JSON，可复核散列值）',
  exportHint: '按当前条件导出全部记录；导出本身也记入日志。',
  csv: {
    seq: '序号',
    at: '时间（UTC）',
    actor: '人员编号',
    actorName: '人员',
    action: '事项代码',
    actionName: '事项',
    division: '行政区划代码',
    divisionName: '行政区划',
    subject: '对象',
    outcome: '结果',
    details: '详情',
    request: '请求编号',
    previous: '上一行散列值',
    hash: '本行散列值',
  },
};
