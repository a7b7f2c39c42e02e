/** The administrator's pages: who has an account. */
export const accounts = {
  title: '账号管理',
  intro: (active: number, all: number) => `共${all}个账号，其中${active}个可以登录。`,
  add: '新建账号',
  columns: {
    name: '姓名',
    username: '用户名',
    posts: '岗位',
    county: '县（市、区）',
    state: '状态',
    lastSignInAt: '最近登录',
  },
  states: { active: '可以登录', disabled: '已停用', dormant: '久未登录，已冻结' },
  mustChangePassword: '须改密码',
  noSecondFactor: '未启用双重验证',
  never: '从未',
  noAccounts: '没有符合条件的账号。',
  find: '按姓名、用户名或县（市、区）查找',
  show: '查找',

  newTitle: '新建账号',
  newIntro: '系统会生成临时密码，只显示一次；本人首次登录时必须修改。',
  postsHint:
    '市级填报员与市级审核员可以兼任，但本人提交的报送须由他人审核；县级填报员与县级负责人可以兼任；系统管理员、审计员不得兼任。',
  countyHint: '县级岗位必选，其他岗位不选',
  noCounty: '不属于某个县（市、区）',
  create: '创建账号',
  postHints: {
    'county-clerk': '填报本县（市、区）的变化，确认无新情况',
    'county-head': '核对本县（市、区）的报送，再报市级',
    'city-clerk': '代县（市、区）填报，管理全市填报',
    'city-approver': '审核报送，须启用双重验证',
    administrator: '只管账号和设置，须启用双重验证',
    auditor: '只查阅操作日志，须启用双重验证',
  },

  edit: '修改账号',
  change: '保存修改',
  changed: '修改已保存。',
  enable: '启用账号',
  enableText: '启用后本人可以用原密码登录。',
  enabled: '账号已启用。',
  disable: '停用账号',
  disableText: (name: string) =>
    `停用后，${name}立即退出所有设备，不能再登录；已有的报送和记录不受影响，以后可以重新启用。`,
  disabled: '账号已停用，其登录已全部结束。',
  resetPassword: '重置密码',
  resetPasswordText: (name: string) =>
    `将为${name}生成新的临时密码，原密码作废，所有设备退出登录。`,
  resetSecondFactor: '重置双重验证',
  resetSecondFactorText: (name: string) =>
    `用于${name}的手机丢失、恢复码也不在手边的情况。请先确认是本人。重置后，其岗位需要双重验证的，登录时须重新启用。`,
  secondFactorReset: '双重验证已重置。',
  confirmFirst: '请先勾选确认。',
  confirm: (name: string) => `我确认对${name}办理此项`,
  operations: '办理',
  createdAt: '创建时间',
  ownAccount: '这是您自己的账号。密码和双重验证请在“我的账号”中修改。',

  passwordTitle: '临时密码只显示这一次',
  passwordText: (name: string, username: string) =>
    `请把下列内容当面或通过可靠途径交给${name}（用户名${username}）。离开本页后无法再次查看，遗失的须再次重置。`,
  passwordLabel: '临时密码',
  printHint: '可以用浏览器的打印功能打印本页，用后销毁。',
  toAccount: '查看该账号',
  toList: '返回账号管理',

  clash: '别人刚刚修改过这个账号',
};
