/** Why a browser keeps nothing: what a reader can do about it depends on which of these it is. */
export type StorageProblem =
  /** There is no room left. */
  | { readonly code: 'full' }
  /** There is no storage, or the browser refuses it, as some do in private windows. */
  | { readonly code: 'denied' }
  /** A newer version of the program has changed the storage: this page must be loaded again. */
  | { readonly code: 'newer' }
  | { readonly code: 'failed'; readonly reason: string };

const BY_NAME: Readonly<Record<string, Exclude<StorageProblem['code'], 'failed'>>> = {
  QuotaExceededError: 'full',
  NS_ERROR_DOM_QUOTA_REACHED: 'full',
  SecurityError: 'denied',
  NotAllowedError: 'denied',
  // Firefox, where a window keeps nothing: "A mutation operation was attempted on a database that did not allow mutations".
  InvalidStateError: 'denied',
  VersionError: 'newer',
};

/** Of the error of an IndexedDB operation. */
export function storageProblemOf(error: unknown): StorageProblem {
  if (!(error instanceof Error) && !isNamed(error))
    return { code: 'failed', reason: String(error) };
  const code = BY_NAME[error.name];
  return code ? { code } : { code: 'failed', reason: error.message || error.name };
}

/** A DOMException is no Error everywhere. */
const isNamed = (error: unknown): error is { name: string; message: string } =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
