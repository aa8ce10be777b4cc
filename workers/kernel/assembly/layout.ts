/**
 * The kernel's memory, version 4. The one description of it: compiled into the kernel and read by its host.
 *
 * Low memory holds, at fixed addresses: header, parameters (doubles, then the same as float32 vectors),
 * segments, and the week's scalars as vectors. Above it, at the addresses that the header names and
 * `plan` computes, follow the regions:
 *
 *   STATIC      tiles of 64 customers: for every four fields 16 lines of the cache, each with these fields of four
 *               customers, a vector for each field (64 bytes); so a customer's fields are met four at a time
 *   STATICRARE  tiles of the same make, of the fields that most weeks do not need
 *   STATE       what a snapshot copies, in one piece: globals (doubles), DYNAMIC and DYNAMICRARE tiles of the
 *               same make, the support QUEUE
 *   OFFSETS     per slot: first index into NEIGHBOURS; slots + 1 entries of u32
 *   NEIGHBOURS  slots at the other end of each tie, both directions stored
 *   EVENTS      slots whose resistance is used up this week; COMPLAINTS likewise
 *   LEVERS      weekly scalars: global ones (doubles), then per week, segment and set (float32)
 *   SERIES      per week: global series, then those of each segment (doubles)
 *   SCRATCH     shares its place with STATIC and STATE: the network is made before the population
 *
 * A segment begins at a new tile. Slot = place in the tiles, id = number of the customer: padding lanes have
 * a slot but no id, status PADDING, and take part in nothing. Sums are in double precision: within a segment
 * over tiles and vectors in ascending order, lanes 0 and 2 apart from lanes 1 and 3, the two sums added last;
 * then over segments in ascending order.
 */
export const LAYOUT_VERSION = 4;

/** Customers in a tile, and the bytes of a line: one float32 for each. */
export const TILE_BITS = 6;
export const TILE = 64;
export const LINE = 256;
/** Bytes of four fields of all customers in a tile. */
export const FOUR = 4 * LINE;
/** Bytes of four fields of four customers: a line of the cache. */
export const BLOCK = 64;
export const SEGMENTS_AT_MOST = 24;
export const IMPULSES = 4;
export const SETS = 2;

// Status of a person
export const ACTIVE = 0;
export const LEFT = 1;
export const PROSPECT = 2;
export const PADDING = 3;

// Why a customer left
export const REASON_NONE = 0;
export const REASON_TRUST = 1;
export const REASON_PRICE = 2;
export const REASON_EVERYDAY = 3;

// Fixed addresses (bytes)
export const HEADER = 0;
export const PARAMETERS = 512;
export const PARAMETER_VECTORS = 1536;
export const SEGMENT_PLACES = 3584;
export const SEGMENT_TABLE = 4096;
export const WEEK_VECTORS = 8192;
export const SET_VECTORS = 8704;
/** Lines that the steps of a week hand on to each other. */
export const HANDED = 11264;
/** Sums and numbers of the measures, of the segment at hand. */
export const SUMS = 15872;
export const LOW_END = 16384;

// Header: index of a 32-bit word
export const H_version = 0;
export const H_customers = 1;
export const H_segments = 2;
export const H_weeks = 3;
export const H_key0 = 4;
export const H_key1 = 5;
export const H_ties = 6;
export const H_cuts = 7;
export const H_promises = 8;
export const H_lite = 9;
export const H_pause = 10;
export const H_pilot = 11;
/** Which measures are taken: 0 those of events, or one of these. */
export const H_watch = 12;
export const WATCH_ALL = 1;
export const WATCH_REVENUE = 2;
export const H_static = 13;
export const H_state = 14;
export const H_dynamic = 15;
export const H_queue = 16;
export const H_offsets = 17;
export const H_neighbours = 18;
export const H_events = 19;
export const H_complaints = 20;
export const H_leversGlobal = 21;
export const H_leversSegment = 22;
export const H_series = 23;
export const H_scratch = 24;
export const H_end = 25;
export const H_slots = 26;
export const H_stateUsed = 27;
export const H_eventCount = 28;
export const H_complaintCount = 29;
/** What reading ahead came to; nobody reads it. */
export const H_seen = 30;
export const H_staticRare = 31;
export const H_dynamicRare = 32;
/** First of the IMPULSES breadths of feature cuts and of the reaches of over-promises (float32). */
export const H_cutBreadth = 40;
export const H_promiseShare = 44;
export const H_liteValue = 48;

// Parameters: index of a double
export const P_actShare = 0;
export const P_leftShare = 1;
export const P_vMean = 2;
export const P_vCv = 3;
export const P_aSd = 4;
export const P_Amean = 5;
export const P_Asd = 6;
export const P_Tmean = 7;
export const P_Tsd = 8;
export const P_reserve = 9;
export const P_Smean = 10;
export const P_susSd = 11;
export const P_susMax = 12;
export const P_impSd = 13;
export const P_annual = 14;
export const P_vDorm = 15;
export const P_dorm = 16;
export const P_abLow = 17;
export const P_abHigh = 18;
export const P_omega = 19;
export const P_wakeMail = 20;
export const P_wakePrice = 21;
export const P_wakeSlope = 22;
export const P_wakeSoc = 23;
export const P_k = 24;
export const P_comm = 25;
export const P_far = 26;
export const P_hubShare = 27;
export const P_hubFollow = 28;
export const P_homo = 29;
export const P_rho = 30;
export const P_beta = 31;
export const P_psi = 32;
export const P_surprise = 33;
export const P_eta = 34;
export const P_w = 35;
export const P_Uout = 36;
export const P_netv = 37;
export const P_mu = 38;
export const P_fearPow = 39;
export const P_explain = 40;
export const P_kappa = 41;
export const P_h0 = 42;
export const P_h1 = 43;
export const P_h0x = 44;
export const P_chi = 45;
export const P_mem = 46;
export const P_hw = 47;
export const P_abLeft = 48;
export const P_forget = 49;
export const P_Tneu = 50;
export const P_promo = 51;
export const P_ha = 52;
export const P_expo = 53;
export const P_c0 = 54;
export const P_cv = 55;
export const P_cT = 56;
export const P_push = 57;
export const P_bcast = 58;
export const P_mediaZ = 59;
export const P_socMax = 60;
export const P_cred = 61;
export const P_trap = 62;
export const P_cap = 63;
export const P_patience = 64;
export const P_resolve = 65;
export const P_recover = 66;
export const P_emp = 67;
export const P_ignore = 68;
export const P_frt0 = 69;
export const P_deskHold = 70;
export const P_deskE = 71;
export const P_deskFriction = 72;
export const P_listenGain = 73;
export const P_listenE = 74;
export const P_outGain = 75;
export const P_bondB = 76;
export const P_srvV = 77;
export const P_adsV = 78;
export const P_adsB = 79;
export const P_noise = 80;
export const P_noiseC = 81;
export const P_compGain = 82;
export const P_apolGain = 83;
export const P_planAt = 84;
export const P_stick = 85;
export const P_down = 86;
export const P_pauseCool = 87;
export const P_fat = 88;
export const P_fatUp = 89;
export const P_fatDown = 90;
export const P_fatCap = 91;
export const P_fatRes = 92;
export const P_fatEmp = 93;
export const P_hubDamp = 94;
export const P_msgCalm = 95;
export const P_msgExp = 96;
export const P_ref = 97;
export const P_refVip = 98;
export const P_refMode = 99;
export const PARAMETER_COUNT = 100;

// Segment places: 32-bit words per segment
export const Q_idStart = 0;
export const Q_idEnd = 1;
export const Q_tileStart = 2;
export const Q_tileEnd = 3;

// Segment table: index of a double within a segment's row of SEGMENT_ROW
export const G_v = 0;
export const G_S = 1;
export const G_data = 2;
export const G_fear = 3;
export const G_contract = 4;
export const G_voice = 5;
export const G_A = 6;
export const G_T0 = 7;
export const G_arpu = 8;
export const G_annual = 9;
export const G_bond = 10;
export const G_a = 11;
export const G_h0 = 12;
export const G_dorm = 13;
export const G_startPrice = 14;
export const G_pilotShare = 15;
export const SEGMENT_ROW = 16;

// A field's number is its first byte in a tile of its region. Fields that events meet together stand together; and
// what every week needs stands apart from the rest, so that the pass reads memory without leaving any out, which is
// more than twice as fast.

// Static fields
export const S_A = 0;
export const S_voice = 16;
export const S_sus = 32;
export const S_ab = 48;
export const S_v = 1 * FOUR;
export const S_a = 1 * FOUR + 16;
export const S_d0 = 1 * FOUR + 32;
export const S_h0 = 1 * FOUR + 48;
export const S_Sd = 2 * FOUR;
export const S_Sf = 2 * FOUR + 16;
export const S_Sc = 2 * FOUR + 32;
export const S_ph = 2 * FOUR + 48;
export const STATIC_BYTES = 3 * FOUR;

// Static, rare
export const SR_hub = 0;
export const SR_uP = 16;
export const SR_uG = 32;
export const SR_bond = 48;
export const SR_imp = 1 * FOUR;
export const SR_uF = 1 * FOUR + 16;
export const SR_uX = 1 * FOUR + 32;
export const SR_conc = 1 * FOUR + 48;
export const SR_arpu = 2 * FOUR;
export const STATIC_RARE_BYTES = 3 * FOUR;

// Dynamic fields: what neighbours change, with the share of one neighbour, which stays as it is; what the pass
// writes and an exit reads; what only events write; prices, complaints and the plan. What the pass does not write
// does not share lines with what it writes, as every line written has to go back to memory. Status, hold and plan
// are 32-bit integers.
export const D_nl = 0;
export const D_xl = 16;
export const D_dm = 32;
export const D_id = 48;
export const D_T = 1 * FOUR;
export const D_H = 1 * FOUR + 16;
export const D_Hd = 1 * FOUR + 32;
export const D_att = 1 * FOUR + 48;
export const D_st = 2 * FOUR;
export const D_hold = 2 * FOUR + 16;
export const D_E = 2 * FOUR + 32;
export const D_Vt = 2 * FOUR + 48;
export const D_r = 3 * FOUR;
export const D_pp = 3 * FOUR + 16;
export const D_V = 3 * FOUR + 32;
export const D_plan = 3 * FOUR + 48;
export const DYNAMIC_BYTES = 4 * FOUR;

// Dynamic, rare: what only events meet; and what only some runs have, or the last week of a watched call (u, m,
// pay). All but these three are 32-bit integers.
export const DR_nE = 0;
export const DR_nV = 16;
export const DR_blocked = 32;
export const DR_reason = 48;
export const DR_pz = 1 * FOUR;
export const DR_u = 1 * FOUR + 16;
export const DR_m = 1 * FOUR + 32;
export const DR_pay = 1 * FOUR + 48;
export const DYNAMIC_RARE_BYTES = 2 * FOUR;

// Globals of the state: index of a double
export const B_active = 0;
export const B_active0 = 1;
export const B_B = 2;
export const B_F = 3;
export const B_G = 4;
export const B_goodwill0 = 5;
export const B_npsSum = 6;
export const B_npsWeight = 7;
export const B_backlog = 8;
export const B_queue = 9;
export const B_goodwillSum = 10;
export const B_goodwillWeight = 11;
export const GLOBALS = 16;

// Weekly scalars for everybody
export const W_z = 0;
export const W_calm = 1;
export const W_hub = 2;
export const W_emp = 3;
export const W_cap = 4;
export const GLOBAL_LEVERS = 5;

// Weekly scalars of a segment and set
export const L_P = 0;
export const L_Pa = 1;
export const L_PL = 2;
export const L_PLa = 3;
export const L_lite = 4;
export const L_lam = 5;
export const L_W = 6;
export const L_WL = 7;
export const L_WB = 8;
export const L_gf = 9;
export const L_Pold = 10;
export const L_credit = 11;
export const L_e = 12;
export const L_x = 13;
export const L_lock = 14;
export const L_s = 15;
export const L_ads = 16;
export const L_adg = 17;
export const L_z = 18;
export const L_rep = 19;
export const L_o = 20;
export const L_D = 21;
export const L_Li = 22;
export const L_pzW = 23;
export const L_pzP = 24;
export const L_q0 = 25;
export const L_q1 = 26;
export const L_q2 = 27;
export const L_q3 = 28;
export const L_qg0 = 29;
export const L_qg1 = 30;
export const L_qg2 = 31;
export const L_qg3 = 32;
export const L_og0 = 33;
export const L_og1 = 34;
export const L_og2 = 35;
export const L_og3 = 36;
export const SEGMENT_LEVERS = 37;

// Series: column
export const R_active = 0;
export const R_exits = 1;
export const R_joins = 2;
export const R_returns = 3;
export const R_prospects = 4;
export const R_attempts = 5;
export const R_complaints = 6;
export const R_publicShare = 7;
export const R_backlog = 8;
export const R_firstResponse = 9;
export const R_revenue = 10;
export const R_nps = 11;
export const R_logins = 12;
export const R_dataExports = 13;
export const R_onLite = 14;
export const R_paused = 15;
export const R_pilotComplaints = 16;
export const R_pilotHeads = 17;
export const R_trust = 18;
export const R_pastBreakingPoint = 19;
export const R_captives = 20;
export const R_pending = 21;
export const R_stratumPending = 22;
export const R_stratumCaptive = 23;
export const R_stratumPast = 24;
export const R_stratumWavering = 25;
export const R_stratumContent = 26;
export const R_npsAll = 27;
export const R_exitsTrust = 28;
export const R_exitsPrice = 29;
export const R_exitsEveryday = 30;
export const R_publicActs = 31;
export const R_broadcast = 32;
export const R_fatigue = 33;
export const R_goodwill = 34;
export const SERIES = 35;
export const SEGMENT_SERIES = 3;
