/** The only type that both ends of a worker share. */
export interface SimulationApi {
  /** Does the job of that name; arguments and result can be cloned. */
  perform(job: string, args: readonly unknown[]): Promise<unknown>;
}
