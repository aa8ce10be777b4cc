/** What an import looks for in a customer file, and the names it goes by there. */

export const CUSTOMER_FIELDS = [
  'id',
  'price',
  'revenue',
  'tenure',
  'startDate',
  'contract',
  'churned',
  'churnDate',
  'churnReason',
  'complaints',
  'logins',
  'lastPurchase',
  'purchases',
  'segment',
  'total',
] as const;

/**
 * `price`: monthly charge in money. `revenue`: what the customer has brought so far. `tenure`: months as a
 * customer; `startDate`: since when, in its place. `contract`: monthly or annual terms. `churned`: whether the
 * customer has left; `churnDate`: when, `churnReason`: why; in its place. `complaints`: how many, or whether any.
 * `logins`: how many. `lastPurchase`: its date. `purchases`: how many. `segment`: a group of customers by name.
 * `total`: all charges so far, only compared with the others.
 */
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

const TEXT_FIELDS = ['id', 'churnReason', 'segment'] as const;

/** Fields that are read as a number, dates among them; the others stay a text. */
export type ValueField = Exclude<CustomerField, (typeof TEXT_FIELDS)[number]>;
export const VALUE_FIELDS = CUSTOMER_FIELDS.filter(
  (field): field is ValueField => !TEXT_FIELDS.some((text) => text === field),
);

/* prettier-ignore */
/**
 * Names in the form of `loose`, the likeliest first: English, Chinese, German (ü as u and as ue), French, Spanish.
 */
export const SYNONYMS: Readonly<Record<CustomerField, readonly string[]>> = {
  id: [
    'customerid', 'customernumber', 'customerno', 'clientid', 'subscriberid', 'userid', 'accountid', 'id',
    '客户编号', '客户id', '客户号', '用户编号', '用户id', '会员号',
    'kundennummer', 'kundennr', 'kundenid', 'kundeid',
    'numeroclient', 'numerodeclient', 'codeclient', 'idclient',
    'idcliente', 'clienteid', 'numerodecliente', 'numcliente', 'codigocliente',
  ],
  price: [
    'monthlycharges', 'monthlycharge', 'monthlyprice', 'monthlyfee', 'monthlybill', 'monthlyrate',
    'monthlyrevenue', 'mrr', 'arpu', 'pricepermonth', 'price',
    '月费', '月租', '月租费', '月消费', '每月费用', '每月收费', '月均消费',
    'monatspreis', 'monatsgebuhr', 'monatsgebuehr', 'monatlichegebuhr', 'monatlichegebuehr', 'monatsbeitrag',
    'monatsentgelt', 'monatlicherpreis', 'monatlichekosten', 'preispromonat', 'preis',
    'prixmensuel', 'tarifmensuel', 'mensualite', 'montantmensuel', 'abonnementmensuel', 'fraismensuels',
    'facturemensuelle', 'prixparmois', 'prix',
    'preciomensual', 'cuotamensual', 'tarifamensual', 'cargomensual', 'importemensual', 'pagomensual',
    'preciopormes', 'precio', 'cuota',
  ],
  tenure: [
    'tenure', 'tenureinmonths', 'tenuremonths', 'monthsoftenure', 'monthsascustomer', 'monthswithus',
    'customerformonths', 'subscriptionlength', 'subscriptionmonths', 'months',
    '在网月数', '在网时长', '在网月份', '入网月数', '使用月数', '订阅月数',
    'monatealskunde', 'kundenmonate', 'kundendauer', 'kundendauermonate', 'kundendauerinmonaten',
    'kundeseitmonaten', 'vertragsmonate', 'anzahlmonate', 'monate',
    'anciennete', 'ancienneteenmois', 'anciennetemois', 'moisdanciennete', 'nombredemois', 'mois',
    'antiguedad', 'antiguedadenmeses', 'antiguedadmeses', 'mesesdeantiguedad', 'mesescomocliente', 'meses',
  ],
  contract: [
    'contract', 'contracttype', 'contractterm', 'contractlength', 'billingperiod', 'billingcycle',
    'subscriptionterm', 'planterm', 'term',
    '合同', '合同类型', '合同期', '合约', '合约类型', '合约期',
    'vertrag', 'vertragsart', 'vertragstyp', 'vertragslaufzeit', 'vertragsdauer', 'laufzeit',
    'abrechnungszeitraum', 'abrechnungsperiode',
    'contrat', 'typedecontrat', 'typecontrat', 'dureeducontrat', 'dureecontrat', 'engagement',
    'periodedefacturation',
    'contrato', 'tipodecontrato', 'tipocontrato', 'duraciondelcontrato', 'duracioncontrato', 'plazo',
    'periododefacturacion',
  ],
  churned: [
    'churn', 'churned', 'churnlabel', 'churnvalue', 'churnflag', 'haschurned', 'ischurned', 'customerstatus',
    'exited', 'attrition', 'attritionflag', 'cancelled', 'canceled',
    '流失', '是否流失', '已流失', '客户状态', '用户状态',
    'gekundigt', 'gekuendigt', 'kundigung', 'kuendigung', 'abgewandert', 'abwanderung', 'kundenstatus',
    'resilie', 'desabonne', 'clientperdu', 'statutclient', 'statutduclient',
    'baja', 'dadodebaja', 'cancelado', 'abandono', 'fuga', 'estadocliente', 'estadodelcliente',
  ],
  total: [
    'totalcharges', 'totalcharge', 'totalpaid', 'totalspend', '总费用', '累计费用', '总消费',
    'gesamtkosten', 'gesamtbetrag',
    'totalpaye', 'totalfacture', 'montanttotal',
    'totalpagado', 'totalfacturado', 'importetotal',
  ],
  complaints: [
    'complaints', 'complaint', 'complains', 'numberofcomplaints', 'complaintcount', '投诉', '投诉次数', '投诉数',
    'beschwerden', 'beschwerde', 'anzahlbeschwerden', 'anzahlderbeschwerden', 'reklamationen',
    'anzahlreklamationen',
    'reclamations', 'reclamation', 'nombredereclamations', 'nbreclamations', 'plaintes', 'nombredeplaintes',
    'quejas', 'queja', 'numerodequejas', 'numquejas', 'reclamaciones', 'numerodereclamaciones', 'reclamos',
  ],
  revenue: [
    'totalrevenue', 'revenue', 'customerrevenue', 'lifetimerevenue', 'lifetimevalue', 'ltv', 'clv', 'sales',
    'totalsales', 'amountspent', 'totalamountspent', 'monetary', 'gmv',
    '总收入', '收入', '营收', '销售额', '消费金额', '累计消费', '累计消费金额', '成交金额',
    'umsatz', 'gesamtumsatz', 'kundenumsatz', 'kundenwert', 'erlos', 'erloes',
    'chiffredaffaires', 'revenu', 'revenutotal', 'depensetotale', 'montantdepense', 'ventes',
    'ingresos', 'ingresostotales', 'facturacion', 'gastototal', 'importegastado', 'ventas',
  ],
  startDate: [
    'startdate', 'signupdate', 'signup', 'joindate', 'joined', 'joinedon', 'registrationdate', 'registeredat',
    'createdat', 'activationdate', 'customersince', 'membersince', 'subscriptionstart', 'subscriptionstartdate',
    '入网日期', '入网时间', '注册日期', '注册时间', '开通日期', '开户日期', '加入日期', '入会日期', '开始日期',
    'kundeseit', 'vertragsbeginn', 'startdatum', 'beginndatum', 'anmeldedatum', 'registrierungsdatum',
    'eintrittsdatum', 'registriertam',
    'datedebut', 'datededebut', 'datedinscription', 'dateinscription', 'datedesouscription', 'datedabonnement',
    'dateadhesion', 'clientdepuis',
    'fechadealta', 'fechaalta', 'fechadeinicio', 'fechainicio', 'fechaderegistro', 'fecharegistro',
    'clientedesde',
  ],
  churnDate: [
    'churndate', 'churnedat', 'churnedon', 'cancellationdate', 'canceldate', 'canceledat', 'cancelledat',
    'canceledon', 'cancelledon', 'leavedate', 'exitdate', 'terminationdate', 'subscriptionenddate', 'enddate',
    '流失日期', '流失时间', '离网日期', '离网时间', '销户日期', '退订日期', '注销日期', '取消日期',
    'kundigungsdatum', 'kuendigungsdatum', 'gekundigtam', 'gekuendigtam', 'abwanderungsdatum',
    'austrittsdatum', 'abgangsdatum',
    'datederesiliation', 'dateresiliation', 'datededepart', 'datedepart', 'datedesabonnement',
    'fechadebaja', 'fechabaja', 'fechadecancelacion', 'fechacancelacion', 'fechadeabandono',
  ],
  churnReason: [
    'churnreason', 'reasonforchurn', 'cancellationreason', 'cancelreason', 'reasonforleaving', 'leavingreason',
    'exitreason', '流失原因', '离网原因', '退订原因', '取消原因', '离开原因',
    'kundigungsgrund', 'kuendigungsgrund', 'grundderkundigung', 'abwanderungsgrund', 'austrittsgrund',
    'motifderesiliation', 'motifresiliation', 'raisonderesiliation', 'motifdedepart', 'motifdudepart',
    'raisondudepart',
    'motivodebaja', 'motivobaja', 'causadebaja', 'razondebaja', 'motivodecancelacion', 'motivodeabandono',
  ],
  logins: [
    'logins', 'logincount', 'numberoflogins', 'monthlylogins', 'loginspermonth', 'sessions', 'visits',
    '登录次数', '登录数', '月登录次数',
    'anmeldungen', 'anzahlanmeldungen', 'anzahllogins', 'loginspromonat',
    'connexions', 'nombredeconnexions', 'nbconnexions',
    'accesos', 'numerodeaccesos', 'iniciosdesesion', 'conexiones',
  ],
  lastPurchase: [
    'lastpurchase', 'lastpurchasedate', 'dateoflastpurchase', 'lastorder', 'lastorderdate', 'lasttransaction',
    'lasttransactiondate', '最近购买日期', '最近一次购买', '最近购买', '最后购买日期', '最近消费日期', '最近下单日期',
    'letzterkauf', 'letzterkaufam', 'letzteskaufdatum', 'datumletzterkauf', 'letztebestellung',
    'letztesbestelldatum',
    'dernierachat', 'datedernierachat', 'datedudernierachat', 'dernierecommande', 'datedernierecommande',
    'ultimacompra', 'fechaultimacompra', 'fechadeultimacompra', 'fechadelaultimacompra', 'ultimopedido',
    'fechaultimopedido',
  ],
  purchases: [
    'purchases', 'numberofpurchases', 'purchasecount', 'orders', 'numberoforders', 'ordercount', 'totalorders',
    'transactions', 'transactioncount', 'frequency', '购买次数', '订单数', '订单数量', '下单次数', '消费次数', '交易次数',
    'kaufe', 'kaeufe', 'anzahlkaufe', 'anzahlkaeufe', 'einkaufe', 'einkaeufe', 'bestellungen',
    'anzahlbestellungen',
    'achats', 'nombredachats', 'nbachats', 'commandes', 'nombredecommandes', 'nbcommandes',
    'compras', 'numerodecompras', 'numcompras', 'pedidos', 'numerodepedidos', 'numpedidos',
  ],
  segment: [
    'segment', 'customersegment', 'segmentname', 'cluster', 'customergroup', 'customertype', 'tier',
    '客群', '客户群', '分群', '客户分群', '客户细分', '细分', '客户类型', '客户等级', '会员等级',
    'kundensegment', 'kundengruppe', 'kundentyp', 'kundenart',
    'segmentclient', 'segmentdeclient', 'segmentation', 'typedeclient', 'typeclient', 'categorieclient',
    'segmento', 'segmentodecliente', 'segmentodeclientes', 'tipodecliente', 'tipocliente', 'grupodeclientes',
    'categoriadecliente',
  ],
};

/**
 * A name with only its letters and digits, in lower case and without the marks of Latin letters: `Monthly_Charge ` is
 * `monthlycharge`, `Ancienneté` is `anciennete`.
 */
export const loose = (name: string): string =>
  unmarked(name.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, '');

const MARKED = /[\u00c0-\u024f]/;
const MARKS = /(?<=\p{Script=Latin})\p{M}+/gu;

const unmarked = (text: string): string =>
  MARKED.test(text) ? text.normalize('NFD').replace(MARKS, '').normalize('NFC') : text;

/* prettier-ignore */
/** Names of prices, but of grades and classes as well: the values decide. */
export const PRICE_PERHAPS: readonly string[] = [
  'chargeamount', 'charge', 'charges', 'fee', 'fees', 'amount', 'bill', 'rate',
  '费用', '收费', '金额', '资费',
  'gebuhr', 'gebuehr', 'betrag', 'beitrag', 'kosten', 'tarif', 'montant', 'frais', 'importe', 'tarifa', 'cargo',
];
