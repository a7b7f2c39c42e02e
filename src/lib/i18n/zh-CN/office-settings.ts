/** What the administrator sets. */
export const settings = {
  title: '系统设置',
  intro: '修改立即生效，并记入操作日志。操作日志一直保存，不设期限。',
  fields: {
    passwordPolicy: '密码规则',
    reportingDueDays: '填报期限（天）',
    dormantDays: '账号冻结期限（天）',
    idleMinutes: '自动退出时间（分钟）',
  },
  hints: {
    reportingDueDays: '超过这些天没有填报的县（市、区），列为逾期未报',
    dormantDays: '超过这些天没有登录的账号自动冻结，由系统管理员重新启用',
    idleMinutes: '超过这些分钟没有操作的，须重新登录',
  },
  ranged: (hint: string, least: number, most: number) => `${hint}；可填${least}至${most}`,
  policies: { dengbao: '等级保护', modern: '长密码' },
  policyHints: {
    dengbao: '密码须混用字符种类，定期更换，输错5次锁定',
    modern: '密码须足够长，不得是常见密码，不强制定期更换',
  },
  saved: '设置已保存。',
  clash: '别人刚刚修改过设置',
};
