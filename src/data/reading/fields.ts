/** What an import looks for in a customer file, and the names it goes by there. */

export const CUSTOMER_FIELDS = [
  'id',
  'price',
  'tenure',
  'contract',
  'churned',
  'total',
  'complaints',
] as const;

/**
 * `price`: monthly charge in money. `tenure`: months as a customer. `contract`: monthly or annual terms.
 * `churned`: whether the customer has left. `total`: all charges so far, only compared with the others.
 * `complaints`: how many, or whether any.
 */
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

/** Fields that are read as a number; the id stays a text. */
export type ValueField = Exclude<CustomerField, 'id'>;
export const VALUE_FIELDS = CUSTOMER_FIELDS.filter(
  (field): field is ValueField => field !== 'id',
);

/* prettier-ignore */
/** Names in the form of `loose`, the likeliest first. */
export const SYNONYMS: Readonly<Record<CustomerField, readonly string[]>> = {
  id: [
    'customerid', 'customernumber', 'customerno', 'clientid', 'subscriberid', 'userid', 'accountid', 'id',
    '客户编号', '客户id', '客户号', '用户编号', '用户id', '会员号',
  ],
  price: [
    'monthlycharges', 'monthlycharge', 'monthlyprice', 'monthlyfee', 'monthlybill', 'monthlyrate',
    'monthlyrevenue', 'mrr', 'arpu', 'pricepermonth', 'price',
    '月费', '月租', '月租费', '月消费', '每月费用', '每月收费', '月均消费',
  ],
  tenure: [
    'tenure', 'tenureinmonths', 'tenuremonths', 'monthsoftenure', 'monthsascustomer', 'monthswithus',
    'customerformonths', 'subscriptionlength', 'subscriptionmonths', 'months',
    '在网月数', '在网时长', '在网月份', '入网月数', '使用月数', '订阅月数',
  ],
  contract: [
    'contract', 'contracttype', 'contractterm', 'contractlength', 'billingperiod', 'billingcycle',
    'subscriptionterm', 'planterm', 'term',
    '合同', '合同类型', '合同期', '合约', '合约类型', '合约期',
  ],
  churned: [
    'churn', 'churned', 'churnlabel', 'churnvalue', 'churnflag', 'haschurned', 'ischurned', 'customerstatus',
    'exited', 'attrition', 'attritionflag', 'cancelled', 'canceled',
    '流失', '是否流失', '已流失', '客户状态', '用户状态',
  ],
  total: ['totalcharges', 'totalcharge', 'totalpaid', 'totalspend', '总费用', '累计费用', '总消费'],
  complaints: [
    'complaints', 'complaint', 'complains', 'numberofcomplaints', 'complaintcount', '投诉', '投诉次数', '投诉数',
  ],
};

/** A name with only its letters and digits, in lower case: `Monthly_Charge ` is `monthlycharge`. */
export const loose = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
