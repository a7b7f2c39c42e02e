/** The permission table in words. */
import type { Action, Scope } from '../../domain/permission.ts';

const actions: Readonly<Record<Action, string>> = {
  'desk.read': '查看工作台',
  'submission.read': '查看报送',
  'submission.write': '填报、修改、提交、撤回',
  'submission.check': '县级核对',
  'submission.approve': '核准',
  'submission.return': '退回',
  'reporting.confirm': '确认无新情况',
  'reporting.read': '查看填报情况',
  'account.manage': '管理账号',
  'setting.manage': '修改设置',
  'log.read': '查阅和导出操作日志',
  'permission.read': '查看权限表',
  'own-account.manage': '管理本人账号',
};

const scopes: Readonly<Record<Scope, string>> = {
  all: '可以',
  'own-county': '仅本县（市、区）',
  'not-own-submission': '非本人提交的',
  'own-county-not-own-submission': '本县（市、区）非本人提交的',
};

export const permissions = {
  title: '权限表',
  intro:
    '各岗位能办理的事项。系统按本表判断每一次请求；没有权限的请求会被拒绝，并记入操作日志。一人兼任几个岗位的，任一岗位可以即可以。',
  action: '事项',
  actions,
  scopes,
  never: '不可以',
  yours: '（您的岗位）',
};
