/** The frame of the office, its forms, and what it says where it stops somebody. */
import type { Post } from '../../domain/permission.ts';

const posts: Readonly<Record<Post, string>> = {
  'county-clerk': '县级填报员',
  'county-head': '县级负责人',
  'city-clerk': '市级填报员',
  'city-approver': '市级审核员',
  administrator: '系统管理员',
  auditor: '审计员',
};

export const frame = {
  office: '填报与审核',
  titled: (page: string, site: string) => `${page} · ${site}`,
  posts,
  list: (names: readonly string[]) => names.join('、'),
  account: '当前账号',
  navigation: '办公导航',
  signOut: '退出登录',
  publicPages: '公开页面',
  nav: {
    desk: '工作台',
    inbox: '待办审核',
    reporting: '填报情况',
    quotas: '分解任务',
    accounts: '账号管理',
    settings: '系统设置',
    log: '操作日志',
    permissions: '权限表',
    ownAccount: '我的账号',
  },
  /** How many things wait behind a link of the navigation. */
  waiting: (count: number) => `${count}件待办`,
};

export const form = {
  optional: '（选填）',
  choose: '请选择',
  labelled: (label: string, message: string) => `${label}：${message}`,
  faults: (count: number) => `有${count}处需要修改`,
  save: '保存',
  cancel: '取消',
  back: '返回',
  yes: '是',
  no: '否',
  none: '无',
  /** A clash: what was seen, what stands there now, what was filled in. */
  clash: {
    field: '项目',
    seen: '您打开时',
    theirs: '现在的内容',
    yours: '您填写的',
    text: '没有保存您的修改，也没有覆盖别人的修改。请对照下表核对；仍要按您填写的内容保存的，请再次保存。',
  },
};

export const stop = {
  'signed-out': {
    title: '登录已失效',
    text: '登录已超时，或者在别处被结束。刚才填写的内容没有提交，也没有丢失，就在本页。',
    first: '第一步：登录（在新标签页中打开）',
  },
  duty: {
    title: '请先完成账号设置',
    text: '修改密码或启用双重验证之后才能继续。刚才填写的内容没有提交，也没有丢失，就在本页。',
    first: '第一步：完成账号设置（在新标签页中打开）',
  },
  refused: {
    title: '没有权限',
    text: '您的岗位不能办理这一项，或者它不属于您的县（市、区），或者报送是您本人提交的。本次请求已记入操作日志。',
  },
  'database-full': {
    title: '存储空间已满，暂时不能保存',
    text: '没有保存任何内容。请告知系统管理员；您填写的内容仍在本页，请稍后再提交。',
  },
  'database-locked': {
    title: '数据库正忙',
    text: '没有保存任何内容。您填写的内容仍在本页，请稍后再提交。',
  },
  'database-gone': {
    title: '数据库暂时不可用',
    text: '没有保存任何内容。您填写的内容仍在本页，请稍后再提交。',
  },
  'database-unsure': {
    title: '不能确定是否已经保存',
    text: '保存时与数据库的连接中断，内容可能已经保存，也可能没有。请先在新标签页中查看；没有保存的，再从本页提交。您填写的内容仍在本页。',
  },
  'set-up-closed': {
    title: '这个链接已失效',
    text: '系统管理员已经创建，或者链接有误、已过期。没有管理员账号的，请在服务器上重新启动本系统，使用新打印的链接。',
  },
  /** For a page that was only to be read. */
  databaseRead: '请稍后刷新本页。',
  kept: '您填写的内容',
  sendAgain: '再次提交',
  sendAgainSecond: '第二步：回到本页，再次提交',
  lacksSecret: '密码和验证码不会保留，请返回后重新填写。',
  filesLost: (names: readonly string[]) =>
    `浏览器不会自动重新上传文件，再次提交后请重新选择：${names.join('、')}。`,
  backToForm: '返回填写',
  toDesk: '返回工作台',
  number: (id: string) => `故障编号：${id}`,
  notFound: '没有这个页面',
  notFoundText: '地址有误，或者该内容不存在、不对您开放。',
  failed: '页面暂时无法显示',
  failedText: '请稍后再试。如多次出现，请把故障编号告知系统管理员。',
  badRequest: '请求无法处理',
  badRequestText: '请返回后重试。',
  tooMany: '请求过多',
  tooManyText: '请稍后再试。',
};
