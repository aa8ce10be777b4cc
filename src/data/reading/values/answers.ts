/** Yes and no as people write them, and the words for who left and who stayed. */
import type { ValueFault } from '../../findings.ts';
import { loose } from '../fields.ts';

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/* prettier-ignore */
const YES = new Set([
  'yes', 'y', 'true', 't', 'churned', 'churn', 'left', 'gone', 'cancelled', 'canceled', 'exited', 'lost',
  'attritedcustomer', '是', '有', '已流失', '流失', '离网', '已离网',
  'ja', 'j', 'wahr', 'gekundigt', 'gekuendigt', 'abgewandert', 'oui', 'o', 'vrai', 'resilie', 'si', 's', 'verdadero',
  'cancelado', 'baja',
]);
/* prettier-ignore */
const NO = new Set([
  'no', 'n', 'false', 'f', 'stayed', 'joined', 'active', 'current', 'retained', 'existingcustomer',
  '否', '无', '未流失', '在网', '正常',
  'nein', 'falsch', 'aktiv', 'bestandskunde', 'non', 'faux', 'actif', 'falso', 'activo',
]);

/** 1 for yes, 0 for no. */
export function answerOf(cell: string): number | ValueFault {
  if (PLAIN_NUMBER.test(cell)) {
    const value = Number(cell);
    return value === 0 || value === 1 ? value : 'unknownAnswer';
  }
  const text = loose(cell);
  if (YES.has(text)) return 1;
  return NO.has(text) ? 0 : 'unknownAnswer';
}
